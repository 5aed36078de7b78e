import { match } from '@luodi/entitlement';
import type { Match } from '@luodi/entitlement';
import type { FactFault } from '@luodi/evaluation';
import { useMemo } from 'react';
import type { LoadedContent } from '../../content/use-content.ts';
import { readPageFacts } from '../../state/facts.ts';
import { usePageState } from '../../state/page-state.ts';

/** The answer of the page: recomputed in the browser whenever facts or date change. */
export function useMatch(content: LoadedContent): {
  readonly match: Match;
  readonly faults: readonly FactFault[];
} {
  const { facts, date } = usePageState();
  return useMemo(() => {
    const read = readPageFacts(facts, content.evaluator.content);
    return { match: match(content.evaluator, read.facts, date), faults: read.faults };
  }, [content, facts, date]);
}
