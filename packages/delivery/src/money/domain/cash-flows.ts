import { summed } from './account.ts';
import type { CashPurpose, Posting } from './account.ts';
import { spend, takeBackSpending, unspend } from './budget-flows.ts';
import { totalOf } from './part.ts';
import type { Part } from './part.ts';

/** Whose account in which year's budget of which pool. */
interface Place {
  readonly pool: string;
  readonly year: number;
  readonly holder: string;
}

function cash(
  { pool, year, holder }: Place,
  purpose: CashPurpose,
  fen: bigint,
  counterparty = '',
): Posting {
  return { account: { pool, year, holder, purpose, counterparty }, fen };
}

/** What a debtor owes a creditor grows by a sum, seen from both sides. */
function owe(creditor: Place, debtor: string, fen: bigint): readonly Posting[] {
  return [
    cash(creditor, 'receivable', fen, debtor),
    cash({ ...creditor, holder: debtor }, 'payable', -fen, creditor.holder),
  ];
}

/** What the payer still has to get from a holder, in 分. */
export type OpenClaims = (place: {
  readonly pool: string;
  readonly year: number;
  readonly creditor: string;
  readonly debtor: string;
}) => bigint;

function byPlace(parts: readonly Part[]): readonly Part[] {
  const places = new Map<string, Part>();
  for (const part of parts) {
    const key = JSON.stringify([part.pool, part.year, part.holder]);
    places.set(key, { ...part, fen: part.fen + (places.get(key)?.fen ?? 0n) });
  }
  return [...places.values()];
}

/**
 * The payer has a sum back that others had a part in: first its claims on them shrink; where they have settled already, it
 * owes them.
 */
function giveBack(parts: readonly Part[], payer: string, open: OpenClaims): readonly Posting[] {
  return byPlace(parts)
    .filter(({ holder }) => holder !== payer)
    .flatMap((part) => {
      const { pool, year, holder, fen } = part;
      const claim = open({ pool, year, creditor: payer, debtor: holder });
      const cleared = claim < fen ? claim : fen;
      return [
        ...owe({ pool, year, holder: payer }, holder, -cleared),
        ...owe({ pool, year, holder }, payer, fen - cleared),
      ];
    });
}

function paidOut(parts: readonly Part[], payer: string): readonly Posting[] {
  return parts.flatMap((part) => {
    const place = { ...part, holder: payer };
    return [cash(place, 'treasury', -part.fen), cash(place, 'payees', part.fen)];
  });
}

/** A payment reached its payee: each holder's part is spent; the payer paid it all, and the others owe it their parts. */
export function pay(parts: readonly Part[], payer: string): readonly Posting[] {
  const claims = parts
    .filter(({ holder }) => holder !== payer)
    .flatMap((part) => owe({ ...part, holder: payer }, part.holder, part.fen));
  return summed([...spend(parts), ...paidOut(parts, payer), ...claims]);
}

/** A payment that had reached its payee was sent back: it is approved again, and the payer has the money. */
export function undoPayment(
  parts: readonly Part[],
  payer: string,
  open: OpenClaims,
): readonly Posting[] {
  const back = parts.map((part) => ({ ...part, fen: -part.fen }));
  return summed([
    ...takeBackSpending(parts),
    ...paidOut(back, payer),
    ...giveBack(parts, payer, open),
  ]);
}

/** A debtor pays a creditor what it owes for payments that the creditor advanced. */
export function settle(
  { pool, year }: { readonly pool: string; readonly year: number },
  {
    creditor,
    debtor,
    fen,
  }: { readonly creditor: string; readonly debtor: string; readonly fen: bigint },
): readonly Posting[] {
  return summed([
    cash({ pool, year, holder: creditor }, 'treasury', fen),
    cash({ pool, year, holder: debtor }, 'treasury', -fen),
    ...owe({ pool, year, holder: creditor }, debtor, -fen),
  ]);
}

/** A sum that an enterprise has to pay back to who had paid it. */
export interface Claim {
  readonly place: Place;
  readonly enterprise: string;
  readonly principal: bigint;
  readonly interest: bigint;
}

export function orderRecovery({
  place,
  enterprise,
  principal,
  interest,
}: Claim): readonly Posting[] {
  return summed([
    cash(place, 'recoverable', principal + interest, enterprise),
    cash(place, 'recovery_due', -principal),
    cash(place, 'interest', -interest),
  ]);
}

/** What was to come back is given up. */
export function writeOff(claim: Claim): readonly Posting[] {
  return orderRecovery({ ...claim, principal: -claim.principal, interest: -claim.interest });
}

/**
 * An enterprise paid back. Principal is no longer spent by those who had paid it; interest stays with who recovers it.
 *
 * @param received.parts Whose principal it was.
 * @param reuse Whether the principal may be granted again.
 */
export function receiveRecovery(
  received: {
    readonly place: Place;
    readonly enterprise: string;
    readonly parts: readonly Part[];
    readonly interest: bigint;
  },
  reuse: boolean,
  open: OpenClaims,
): readonly Posting[] {
  const { place, enterprise, parts, interest } = received;
  const principal = totalOf(parts);
  return summed([
    ...unspend(parts, reuse),
    cash(place, 'treasury', principal + interest),
    cash(place, 'recoverable', -principal - interest, enterprise),
    cash(place, 'payees', -principal),
    cash(place, 'recovery_due', principal),
    ...giveBack(parts, place.holder, open),
  ]);
}
