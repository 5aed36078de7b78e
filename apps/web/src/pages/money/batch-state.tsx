import type { PayerResponse } from '@luodi/server/contract';
import { StatusTag } from '../../components/status-tag.tsx';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';

type BatchState = PayerResponse['batches'][number]['state'];

const tones = {
  prepared: 'attention',
  sent: 'active',
  settled: 'good',
  dissolved: 'plain',
} as const satisfies Record<BatchState, string>;

/** How far a batch is. */
export function BatchStateTag({ state }: { readonly state: BatchState }) {
  const { batches } = useMoneyTexts();
  return <StatusTag tone={tones[state]}>{batches.states[state]}</StatusTag>;
}
