import fc from 'fast-check';
import { fraction } from '@luodi/kernel';
import { describe, expect, test } from 'vitest';
import { accountKey, findShortfall, layerOf } from '../../src/money/domain/account.ts';
import type { Account, Posting } from '../../src/money/domain/account.ts';
import * as budget from '../../src/money/domain/budget-flows.ts';
import * as cash from '../../src/money/domain/cash-flows.ts';
import type { OpenClaims } from '../../src/money/domain/cash-flows.ts';
import { splitByParts, splitByShares } from '../../src/money/domain/shares.ts';

const pool = '演示资金';
const holders = ['city', 'district:西湖区', 'province'];
const payer = 'district:西湖区';
const enterprise = 'enterprise:1';

/** A ledger in memory: takes an entry whole, or refuses it whole. */
class Ledger {
  readonly balances = new Map<string, { account: Account; fen: bigint }>();

  balanceOf(account: Account): bigint {
    return this.balances.get(accountKey(account))?.fen ?? 0n;
  }

  take(postings: readonly Posting[]): boolean {
    if (findShortfall(postings, (account) => this.balanceOf(account)) !== undefined) return false;
    for (const { account, fen } of postings)
      this.balances.set(accountKey(account), { account, fen: this.balanceOf(account) + fen });
    return true;
  }

  readonly open: OpenClaims = ({ creditor, debtor, ...place }) =>
    this.balanceOf({ ...place, holder: creditor, purpose: 'receivable', counterparty: debtor });

  sum(choose: (account: Account) => boolean): bigint {
    return [...this.balances.values()]
      .filter(({ account }) => choose(account))
      .reduce((sum, { fen }) => sum + fen, 0n);
  }
}

const year = fc.constantFrom(2025, 2026);
const fen = fc.bigInt({ min: 1n, max: 1_000_000n });
const shares = fc
  .uniqueArray(fc.constantFrom(...holders), { minLength: 1 })
  .chain((names) =>
    fc.tuple(
      ...names.map((holder) =>
        fc.record({ holder: fc.constant(holder), weight: fc.bigInt(1n, 9n) }),
      ),
    ),
  )
  .map((weighted) => {
    const total = weighted.reduce((sum, { weight }) => sum + weight, 0n);
    return weighted.map(({ holder, weight }) => ({
      holder,
      part: fraction.rational(weight, total),
    }));
  });
const parts = fc
  .record({ fen, shares, year })
  .map((c) => splitByShares(c.fen, c.shares, { pool, year: c.year }).filter((p) => p.fen > 0n));
const place = year.map((of) => ({ pool, year: of, holder: payer }));

/** One entry of any kind, made for the ledger as it stands then. */
const flow: fc.Arbitrary<(ledger: Ledger) => readonly Posting[]> = fc.oneof(
  {
    weight: 3,
    arbitrary: parts.map(
      (p) => () => budget.appropriate(p.map((one) => ({ ...one, fen: one.fen * 5n }))),
    ),
  },
  parts.map((p) => () => budget.lapse(p)),
  parts.map((p) => () => budget.carryOver(p, 2027)),
  parts.map((p) => () => budget.reserve(p)),
  parts.map((p) => () => budget.release(p)),
  parts.map((p) => () => budget.revoke(p)),
  fc.tuple(parts, fen).map(
    ([p, a]) =>
      () =>
        budget.approve(p, splitByParts(a, p)),
  ),
  parts.map((p) => () => budget.order(p)),
  parts.map((p) => () => budget.takeBackOrder(p)),
  parts.map((p) => () => cash.pay(p, payer)),
  parts.map(
    (p) =>
      ({ open }: Ledger) =>
        cash.undoPayment(p, payer, open),
  ),
  fc.tuple(year, fen).map(
    ([of, sum]) =>
      () =>
        cash.settle({ pool, year: of }, { creditor: payer, debtor: 'city', fen: sum }),
  ),
  fc.tuple(place, fen, fen).map(
    ([at, principal, interest]) =>
      () =>
        cash.orderRecovery({ place: at, enterprise, principal, interest }),
  ),
  fc.tuple(place, fen, fen).map(
    ([at, principal, interest]) =>
      () =>
        cash.writeOff({ place: at, enterprise, principal, interest }),
  ),
  fc.tuple(place, parts, fen, fc.boolean()).map(
    ([at, p, interest, reuse]) =>
      ({ open }: Ledger) =>
        cash.receiveRecovery({ place: at, enterprise, parts: p, interest }, reuse, open),
  ),
);

describe('every sequence of flows', () => {
  test('leaves both layers at zero, no account overdrawn that may not be, and claims seen alike from both sides', () => {
    fc.assert(
      fc.property(fc.array(flow, { minLength: 10, maxLength: 60 }), (flows) => {
        const ledger = new Ledger();
        for (const make of flows) {
          const postings = make(ledger);
          for (const layer of ['budget', 'cash'] as const)
            expect(
              postings
                .filter(({ account }) => layerOf(account.purpose) === layer)
                .reduce((sum, posting) => sum + posting.fen, 0n),
            ).toBe(0n);
          ledger.take(postings);
        }
        expect(ledger.sum(({ purpose }) => layerOf(purpose) === 'budget')).toBe(0n);
        expect(ledger.sum(({ purpose }) => layerOf(purpose) === 'cash')).toBe(0n);
        const receivable = ledger.sum(({ purpose }) => purpose === 'receivable');
        expect(ledger.sum(({ purpose }) => purpose === 'payable')).toBe(-receivable);
        for (const { account, fen: balance } of ledger.balances.values())
          if (
            [
              'available',
              'reserved',
              'approved',
              'ordered',
              'spent',
              'receivable',
              'recoverable',
            ].includes(account.purpose)
          )
            expect(balance).toBeGreaterThanOrEqual(0n);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a payment that one holder advances', () => {
  const half = fraction.rational(1n, 2n);
  const split = splitByShares(
    101n,
    [
      { holder: 'city', part: half },
      { holder: payer, part: half },
    ],
    { pool, year: 2026 },
  );
  const account = (holder: string, purpose: Account['purpose'], counterparty = ''): Account => ({
    pool,
    year: 2026,
    holder,
    purpose,
    counterparty,
  });

  function paid(): Ledger {
    const ledger = new Ledger();
    for (const postings of [
      budget.appropriate(split),
      budget.reserve(split),
      budget.approve(split, split),
      budget.order(split),
      cash.pay(split, payer),
    ])
      expect(ledger.take(postings)).toBe(true);
    return ledger;
  }

  test('leaves the payer a claim on the other for its part, which settling clears', () => {
    const ledger = paid();
    expect(split.map(({ fen: part }) => part)).toEqual([51n, 50n]);
    expect(ledger.balanceOf(account(payer, 'treasury'))).toBe(-101n);
    expect(ledger.balanceOf(account(payer, 'receivable', 'city'))).toBe(51n);
    expect(ledger.balanceOf(account('city', 'payable', payer))).toBe(-51n);
    const settling = (sum: bigint) =>
      cash.settle({ pool, year: 2026 }, { creditor: payer, debtor: 'city', fen: sum });
    expect(ledger.take(settling(52n))).toBe(false);
    expect(ledger.take(settling(51n))).toBe(true);
    expect(ledger.balanceOf(account(payer, 'treasury'))).toBe(-50n);
    expect(ledger.balanceOf(account('city', 'treasury'))).toBe(-51n);
  });

  test('that comes back after settling leaves the payer owing the other its part', () => {
    const ledger = paid();
    ledger.take(cash.settle({ pool, year: 2026 }, { creditor: payer, debtor: 'city', fen: 40n }));
    expect(ledger.take(cash.undoPayment(split, payer, ledger.open))).toBe(true);
    expect(ledger.balanceOf(account(payer, 'receivable', 'city'))).toBe(0n);
    expect(ledger.balanceOf(account('city', 'receivable', payer))).toBe(40n);
    expect(ledger.balanceOf(account(payer, 'treasury'))).toBe(40n);
    expect(ledger.balanceOf(account('city', 'approved'))).toBe(51n);
  });

  test('and is recovered with interest is no longer spent, and may be granted again where that is the rule', () => {
    for (const [reuse, purpose, expected] of [
      [true, 'available', 51n],
      [false, 'appropriation', 0n],
    ] as const) {
      const ledger = paid();
      const at = { pool, year: 2026, holder: payer };
      expect(
        ledger.take(cash.orderRecovery({ place: at, enterprise, principal: 101n, interest: 7n })),
      ).toBe(true);
      const received = { place: at, enterprise, parts: split, interest: 7n };
      expect(ledger.take(cash.receiveRecovery(received, reuse, ledger.open))).toBe(true);
      expect(ledger.balanceOf(account('city', purpose))).toBe(reuse ? expected : 0n);
      expect(ledger.balanceOf(account('city', 'spent'))).toBe(0n);
      expect(ledger.balanceOf(account(payer, 'treasury'))).toBe(7n);
      expect(ledger.balanceOf(account(payer, 'interest'))).toBe(-7n);
      expect(ledger.balanceOf(account(payer, 'recoverable', enterprise))).toBe(0n);
      expect(ledger.balanceOf(account('city', 'payable', payer))).toBe(0n);
    }
  });
});
