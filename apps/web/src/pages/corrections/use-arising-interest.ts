import { correctionInterestResponse } from '@luodi/server/contract';
import type { ChangedDecisionJson, CorrectionInterestResponse } from '@luodi/server/contract';
import { useQuery } from '@tanstack/react-query';
import { sendCommand } from '../../session/send-command.ts';
import type { CommandFault } from '../../session/send-command.ts';
import { heldKey, useSignedIn } from '../../session/use-session.ts';
import type { interestIn } from '../recoveries/recovery-draft.ts';
import { actedAs, sumOf } from './sums.ts';

/** What interest would come to: nothing is asked for, it is being reckoned, it is known, or it cannot be had. */
export type ArisingInterest =
  | { readonly kind: 'none' }
  | { readonly kind: 'reckoning' }
  | { readonly kind: 'known'; readonly interest: CorrectionInterestResponse }
  | { readonly kind: 'failed'; readonly fault: CommandFault };

/** The interest that the recoveries among the selected decisions would bear, as the server will book it. */
export function useArisingInterest(
  programme: string,
  rows: readonly ChangedDecisionJson[],
  stated: ReturnType<typeof interestIn>,
): ArisingInterest {
  const csrfToken = useSignedIn()?.csrfToken;
  const decisions = rows
    .filter((row) => actedAs(row) === 'recovery')
    .map((row) => ({ decision: row.decision, fen: sumOf([row]).toString() }));
  const path = `/api/programmes/${encodeURIComponent(programme)}/corrections/interest`;
  const body = JSON.stringify({ decisions, interest: stated });
  const isAsked = stated !== undefined && decisions.length > 0;
  const { data } = useQuery({
    queryKey: [heldKey, path, body],
    enabled: isAsked,
    queryFn: () =>
      sendCommand(
        { method: 'POST', path, body, csrfToken, key: 'correction-interest' },
        correctionInterestResponse,
      ),
    retry: false,
  });
  if (!isAsked) return { kind: 'none' };
  if (data === undefined) return { kind: 'reckoning' };
  return data.kind === 'failed'
    ? { kind: 'failed', fault: data.fault }
    : { kind: 'known', interest: data.value };
}
