import { Tag } from 'antd';
import type { CaseState } from '@luodi/server/contract';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';

const colours: Readonly<Record<CaseState, string>> = {
  draft: 'default',
  open: 'blue',
  returned: 'orange',
  disputed: 'orange',
  queued: 'default',
  completed: 'green',
  rejected: 'default',
  waived: 'default',
  withdrawn: 'default',
};

/** How a case stands, in a word. */
export function CaseStateTag({ state }: { readonly state: CaseState }) {
  const texts = useCaseTexts();
  return <Tag color={colours[state]}>{texts.states[state]}</Tag>;
}
