import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { approve, release, reserve, revoke } from '../domain/budget-flows.ts';
import { totalOf } from '../domain/part.ts';
import type { Part } from '../domain/part.ts';
import { checkShares, splitByParts, splitByShares } from '../domain/shares.ts';
import type { Share, SharesFault } from '../domain/shares.ts';
import { changeAllotments, lockAllotments } from './allotment.ts';
import type { Allotment, AllotmentChange } from './allotment.ts';
import { book } from './book.ts';
import type { Booking, BudgetYear, Ledger, LedgerFault } from './booking.ts';

/** Which budget a programme's money is taken from, and who bears which part of it. */
export interface Source extends BudgetYear {
  readonly shares: readonly Share[];
}

/** A subject (a case, a pool of vouchers) and a sum in 分. */
export interface SubjectSum {
  readonly subject: string;
  readonly fen: bigint;
}

export interface NotHeldFault {
  readonly code: 'not_held';
  /** The first subject that holds nothing of what is to be moved. */
  readonly subject: string;
}

export type ReserveFault = LedgerFault | SharesFault;

function changesOf(
  subject: string,
  parts: readonly Part[],
  change: (fen: bigint) => { readonly reserved: bigint; readonly approved: bigint },
): readonly AllotmentChange[] {
  return parts.map((part) => ({ subject, part, ...change(part.fen) }));
}

/**
 * Keeps money for claims that are being looked at: available → reserved. All of them or none.
 *
 * @param sums One a subject, above zero.
 */
export async function reserveMoney(
  transaction: Ledger,
  booking: Booking,
  sums: readonly SubjectSum[],
  source: Source,
): Promise<Result<undefined, ReserveFault>> {
  const shares = checkShares(source.shares);
  if (!shares.ok) return shares;
  const divided = sums.map(({ subject, fen }) => ({
    subject,
    parts: splitByShares(fen, shares.value, source),
  }));
  const postings = reserve(divided.flatMap(({ parts }) => parts));
  const entry = await book(transaction, 'reserve', booking, postings);
  if (!entry.ok) return entry;
  if (entry.value === undefined) return ok(undefined);
  const changes = divided.flatMap(({ subject, parts }) =>
    changesOf(subject, parts, (fen) => ({ reserved: fen, approved: 0n })),
  );
  await changeAllotments(transaction, entry.value, changes, sums);
  return ok(undefined);
}

function bySubject(allotments: readonly Allotment[]): ReadonlyMap<string, readonly Allotment[]> {
  const groups = new Map<string, Allotment[]>();
  for (const allotment of allotments) {
    const group = groups.get(allotment.subject);
    if (group === undefined) groups.set(allotment.subject, [allotment]);
    else group.push(allotment);
  }
  return groups;
}

function partsOf(allotments: readonly Allotment[], held: 'reserved' | 'approved'): readonly Part[] {
  return allotments
    .map(({ pool, year, holder, [held]: fen }) => ({ pool, year, holder, fen }))
    .filter(({ fen }) => fen > 0n);
}

async function giveBack(
  transaction: Ledger,
  booking: Booking,
  subjects: readonly string[],
  held: 'reserved' | 'approved',
): Promise<Result<undefined, LedgerFault | NotHeldFault>> {
  const groups = bySubject(await lockAllotments(transaction, subjects));
  const given = subjects.map((subject) => ({
    subject,
    parts: partsOf(groups.get(subject) ?? [], held),
  }));
  const empty = given.find(({ parts }) => parts.length === 0);
  if (empty !== undefined) return fail({ code: 'not_held', subject: empty.subject });
  const all = given.flatMap(({ parts }) => parts);
  const [kind, postings] =
    held === 'reserved' ? (['release', release(all)] as const) : (['revoke', revoke(all)] as const);
  const entry = await book(transaction, kind, booking, postings);
  if (!entry.ok) return entry;
  if (entry.value === undefined) return ok(undefined);
  const changes = given.flatMap(({ subject, parts }) =>
    changesOf(subject, parts, (fen) =>
      held === 'reserved' ? { reserved: -fen, approved: 0n } : { reserved: 0n, approved: -fen },
    ),
  );
  const sums = given.map(({ subject, parts }) => ({ subject, fen: totalOf(parts) }));
  await changeAllotments(transaction, entry.value, changes, sums);
  return ok(undefined);
}

/** Gives back all that is reserved for the subjects: reserved → available. */
export async function releaseMoney(
  transaction: Ledger,
  booking: Booking,
  subjects: readonly string[],
): Promise<Result<undefined, LedgerFault | NotHeldFault>> {
  return giveBack(transaction, booking, subjects, 'reserved');
}

/** Gives back all that is approved but not ordered (waived, withdrawn): approved → available. */
export async function revokeMoney(
  transaction: Ledger,
  booking: Booking,
  subjects: readonly string[],
): Promise<Result<undefined, LedgerFault | NotHeldFault>> {
  return giveBack(transaction, booking, subjects, 'approved');
}

/**
 * Approves sums: reserved → approved. What was reserved beyond the sum becomes available again; what was not reserved (or
 * not enough) is taken from what is available. All of them or none.
 *
 * @param sums One a subject, above zero.
 */
export async function approveMoney(
  transaction: Ledger,
  booking: Booking,
  sums: readonly SubjectSum[],
  source: Source,
): Promise<Result<undefined, ReserveFault>> {
  const shares = checkShares(source.shares);
  if (!shares.ok) return shares;
  const groups = bySubject(
    await lockAllotments(
      transaction,
      sums.map(({ subject }) => subject),
    ),
  );
  const moves = sums.map(({ subject, fen }) => {
    const reserved = partsOf(groups.get(subject) ?? [], 'reserved');
    const approved =
      fen <= totalOf(reserved)
        ? splitByParts(fen, reserved)
        : splitByShares(fen, shares.value, source);
    return { subject, reserved, approved };
  });
  const postings = approve(
    moves.flatMap(({ reserved }) => reserved),
    moves.flatMap(({ approved }) => approved),
  );
  const entry = await book(transaction, 'approve', booking, postings);
  if (!entry.ok) return entry;
  if (entry.value === undefined) return ok(undefined);
  const changes = moves.flatMap(({ subject, reserved, approved }) => [
    ...changesOf(subject, approved, (fen) => ({ reserved: 0n, approved: fen })),
    ...changesOf(subject, reserved, (fen) => ({ reserved: -fen, approved: 0n })),
  ]);
  await changeAllotments(transaction, entry.value, changes, sums);
  return ok(undefined);
}

/** What can be done with a part of what a subject has reserved. */
const partFlows = {
  release: { flow: release, change: (fen: bigint) => ({ reserved: -fen, approved: 0n }) },
  approve: {
    flow: (parts: readonly Part[]) => approve(parts, parts),
    change: (fen: bigint) => ({ reserved: -fen, approved: fen }),
  },
} as const;

/**
 * Releases or approves a part of what is reserved for a subject; the rest stays reserved.
 *
 * @param sum Above zero.
 */
export async function movePart(
  transaction: Ledger,
  booking: Booking,
  kind: keyof typeof partFlows,
  sum: SubjectSum,
): Promise<Result<undefined, LedgerFault | NotHeldFault>> {
  const { subject, fen } = sum;
  const reserved = partsOf(await lockAllotments(transaction, [subject]), 'reserved');
  if (totalOf(reserved) < fen) return fail({ code: 'not_held', subject });
  const parts = splitByParts(fen, reserved);
  const { flow, change } = partFlows[kind];
  const entry = await book(transaction, kind, booking, flow(parts));
  if (!entry.ok) return entry;
  if (entry.value !== undefined)
    await changeAllotments(transaction, entry.value, changesOf(subject, parts, change), [sum]);
  return ok(undefined);
}
