import { summed } from './account.ts';
import type { BudgetPurpose, Posting } from './account.ts';
import type { Part } from './part.ts';

function moved(parts: readonly Part[], from: BudgetPurpose, to: BudgetPurpose): Posting[] {
  return parts.flatMap(({ pool, year, holder, fen }) => {
    const place = { pool, year, holder, counterparty: '' };
    return [
      { account: { ...place, purpose: from }, fen: -fen },
      { account: { ...place, purpose: to }, fen },
    ];
  });
}

/** Every flow within the budget of one year: which sums go from where to where. All sums in 分. */
function flow(from: BudgetPurpose, to: BudgetPurpose) {
  return (parts: readonly Part[]): readonly Posting[] => summed(moved(parts, from, to));
}

/** A budget is granted, at first or as a supplement. */
export const appropriate = flow('appropriation', 'available');
/** What is still available at the end of the year goes back. */
export const lapse = flow('available', 'appropriation');
/** Money is kept for somebody whose claim is being looked at. */
export const reserve = flow('available', 'reserved');
export const release = flow('reserved', 'available');
/** An approval that is given up: waived, withdrawn, found wrong before it was paid. */
export const revoke = flow('approved', 'available');
export const order = flow('approved', 'ordered');
/** The bank sent it back, or the order was cancelled: it may be ordered again. */
export const takeBackOrder = flow('ordered', 'approved');
export const spend = flow('ordered', 'spent');
/** Paid, then sent back by the bank. */
export const takeBackSpending = flow('spent', 'approved');

/**
 * Reserved money becomes approved money. What is approved below the reserved sum leaves the rest available; what is approved
 * above it is taken from what is available.
 */
export function approve(reserved: readonly Part[], approved: readonly Part[]): readonly Posting[] {
  return summed([
    ...moved(reserved, 'reserved', 'available'),
    ...moved(approved, 'available', 'approved'),
  ]);
}

/** What is available in one year becomes available in a later one. */
export function carryOver(parts: readonly Part[], toYear: number): readonly Posting[] {
  const later = parts.map((part) => ({ ...part, year: toYear }));
  return summed([
    ...moved(parts, 'available', 'appropriation'),
    ...moved(later, 'appropriation', 'available'),
  ]);
}

/** Recovered money: either it may be granted again, or it goes back to where the budget came from. */
export function unspend(parts: readonly Part[], reuse: boolean): readonly Posting[] {
  return summed(moved(parts, 'spent', reuse ? 'available' : 'appropriation'));
}
