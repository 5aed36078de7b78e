import { useCallback, useEffect, useRef, useState } from 'react';
import type { Content } from '@luodi/language';
import { analyse, outcomesOf } from './analysis.ts';
import type { Analysis, Outcome } from './analysis.ts';

/** A draft is read this long after the last keystroke; a long one waits twice as long as reading it takes. */
const pause = 150;

interface Texts {
  readonly policy: string;
  readonly vocabulary: string;
}

/** Reads a draft as it is written, and runs its examples once it is read and the author rests. */
export function useAnalysis(
  texts: React.RefObject<Texts>,
  base: Content,
): {
  readonly analysis: Analysis;
  readonly outcomes: readonly Outcome[];
  readonly changed: () => void;
} {
  const [analysis, setAnalysis] = useState(() =>
    analyse(texts.current.policy, texts.current.vocabulary, base),
  );
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const timer = useRef<number | undefined>(undefined);
  const cost = useRef(0);
  const changed = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(
      () => {
        const begun = performance.now();
        setAnalysis(analyse(texts.current.policy, texts.current.vocabulary, base));
        cost.current = performance.now() - begun;
      },
      Math.max(pause, 2 * cost.current),
    );
  }, [texts, base]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useEffect(() => {
    const run = window.setTimeout(() => setOutcomes(outcomesOf(analysis)), 0);
    return () => window.clearTimeout(run);
  }, [analysis]);
  return { analysis, outcomes, changed };
}
