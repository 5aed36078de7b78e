import type { Ledger } from '../money/store/booking.ts';
import { totalOf } from '../money/domain/part.ts';
import { lockPaidCase, openPrincipal } from '../money/store/recoveries.ts';
import { supplementsOf } from './supplement-cases.ts';

/** What is asked back of one payment: of which case, by whom, 分. */
export interface RecoveryPart {
  readonly case: string;
  readonly payer: string;
  readonly fen: bigint;
}

/** A sum (分) that is to be asked back for a case, divided over what was paid for it and beside it: the latest payment first. */
export async function recoveryParts(
  transaction: Ledger,
  subject: string,
  sum: bigint,
): Promise<{ readonly parts: readonly RecoveryPart[]; readonly lacking: bigint }> {
  const parts: RecoveryPart[] = [];
  let lacking = sum;
  for (const id of [...(await supplementsOf(transaction, subject)), subject]) {
    const paid = await lockPaidCase(transaction, id);
    if (paid === undefined || lacking === 0n) continue;
    const most = totalOf(paid.spent) - (await openPrincipal(transaction, id));
    const fen = most < lacking ? most : lacking;
    if (fen <= 0n) continue;
    parts.push({ case: id, payer: paid.payer, fen });
    lacking -= fen;
  }
  return { parts, lacking };
}
