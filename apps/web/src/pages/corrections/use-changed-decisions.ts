import { changedDecisionsResponse } from '@luodi/server/contract';
import type { ChangedDecisionJson, ChangedDecisionsResponse } from '@luodi/server/contract';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Whose decisions, and against what they are held. */
export interface CorrectionQuestion {
  readonly programme: string;
  readonly basis: 'facts' | 'rules';
  /** Empty where facts are compared. */
  readonly version: string;
}

/** How far the look has come. */
export interface Looked {
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly looked: number;
  readonly total: number;
  readonly changed: readonly ChangedDecisionJson[];
  readonly unreachable: number;
  readonly last: ChangedDecisionsResponse | undefined;
}

const nothing: Looked = {
  state: 'running',
  looked: 0,
  total: 0,
  changed: [],
  unreachable: 0,
  last: undefined,
};

function addressOf({ programme, basis, version }: CorrectionQuestion, after: string | null) {
  const search = new URLSearchParams({ basis });
  if (basis === 'rules') search.set('version', version);
  if (after !== null) search.set('after', after);
  return `/api/programmes/${encodeURIComponent(programme)}/changed-decisions?${search.toString()}`;
}

function joined(before: Looked, page: ChangedDecisionsResponse): Looked {
  return {
    state: page.next === null ? 'done' : 'running',
    looked: before.looked + page.looked,
    total: page.total,
    changed: [...before.changed, ...page.changed],
    unreachable: before.unreachable + page.unreachable.length,
    last: page,
  };
}

/** Asks page after page until all is looked through or somebody stops it. */
async function lookThrough(
  question: CorrectionQuestion,
  signal: AbortSignal,
  tell: (looked: Looked) => void,
): Promise<void> {
  let looked = nothing;
  tell(looked);
  try {
    for (let after: string | null = null, more = true; more; ) {
      const response = await fetch(addressOf(question, after), { signal });
      if (!response.ok) throw new Error(String(response.status));
      const page = changedDecisionsResponse.parse(await response.json());
      looked = joined(looked, page);
      tell(looked);
      after = page.next;
      more = after !== null;
    }
  } catch {
    tell({ ...looked, state: signal.aborted ? 'stopped' : 'failed' });
  }
}

/** Looks through the decisions of a programme, with its progress; `again` begins anew. */
export function useChangedDecisions(question: CorrectionQuestion) {
  const { programme, basis, version } = question;
  const [looked, setLooked] = useState<Looked>(nothing);
  const [round, setRound] = useState(0);
  const controller = useRef<AbortController | undefined>(undefined);
  useEffect(() => {
    const own = new AbortController();
    let isOpen = true;
    controller.current = own;
    void lookThrough({ programme, basis, version }, own.signal, (each) => {
      if (isOpen) setLooked(each);
    });
    return () => {
      isOpen = false;
      own.abort();
    };
  }, [programme, basis, version, round]);
  const again = useCallback(() => setRound((count) => count + 1), []);
  const stop = useCallback(() => controller.current?.abort(), []);
  return { looked, again, stop };
}
