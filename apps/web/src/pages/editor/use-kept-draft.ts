import { useCallback, useEffect, useRef, useState } from 'react';
import { keepDraft } from './draft.ts';
import type { Draft } from './draft.ts';

const pause = 300;

type Texts = Pick<Draft, 'policy' | 'vocabulary' | 'source'>;

/** Keeps a draft in the browser while it is written: after a short pause, and before the page goes. */
export function useKeptDraft(draft: Draft): {
  readonly texts: React.RefObject<Texts>;
  readonly write: (part: Partial<Texts>) => void;
  /** When it was kept last, or that it could not be. */
  readonly kept: { readonly at: string; readonly ok: boolean };
} {
  const texts = useRef<Texts>(draft);
  const timer = useRef<number | undefined>(undefined);
  const [kept, setKept] = useState({ at: draft.savedAt, ok: true });
  const save = useCallback(() => {
    if (timer.current === undefined) return;
    window.clearTimeout(timer.current);
    timer.current = undefined;
    const savedAt = new Date().toISOString();
    const { policy, vocabulary, source } = texts.current;
    const ok = keepDraft(localStorage, { ...draft, policy, vocabulary, source, savedAt });
    setKept({ at: savedAt, ok });
  }, [draft]);
  useEffect(() => {
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', save);
    return () => {
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', save);
      save();
    };
  }, [save]);
  const write = useCallback(
    (part: Partial<Texts>) => {
      texts.current = { ...texts.current, ...part };
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(save, pause);
    },
    [save],
  );
  return { texts, write, kept };
}
