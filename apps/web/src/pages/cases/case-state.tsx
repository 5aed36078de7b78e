import type { CaseState } from '@luodi/server/contract';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';

const tones = {
  draft: 'plain',
  open: 'active',
  returned: 'attention',
  disputed: 'attention',
  queued: 'plain',
  completed: 'good',
  rejected: 'plain',
  waived: 'plain',
  withdrawn: 'plain',
} as const satisfies Record<CaseState, string>;

/** How a case stands, in a word. */
export function CaseStateTag({ state }: { readonly state: CaseState }) {
  const texts = useCaseTexts();
  return <StatusTag tone={tones[state]}>{texts.states[state]}</StatusTag>;
}
