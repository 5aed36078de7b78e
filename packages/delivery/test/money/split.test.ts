import fc from 'fast-check';
import { fraction, Temporal } from '@luodi/kernel';
import { describe, expect, test } from 'vitest';
import { checkBankAccount, maskAccountNumber } from '../../src/money/domain/bank-account.ts';
import { scaleToBudget, serveInOrder } from '../../src/money/domain/exhaustion.ts';
import { simpleInterest } from '../../src/money/domain/interest.ts';
import { totalOf } from '../../src/money/domain/part.ts';
import { checkShares, splitByParts, splitByShares } from '../../src/money/domain/shares.ts';

const budget = { pool: '演示资金', year: 2026 };
const share = (holder: string, numerator: bigint, denominator: bigint) => ({
  holder,
  part: fraction.rational(numerator, denominator),
});

describe('shares', () => {
  const cases = [
    {
      name: 'halves of an odd sum: the first by name gets the odd 分',
      fen: 101n,
      shares: [share('b', 1n, 2n), share('a', 1n, 2n)],
      parts: { a: 51n, b: 50n },
    },
    {
      name: 'thirds: the remainders are alike, the names decide',
      fen: 200n,
      shares: [share('c', 1n, 3n), share('a', 1n, 3n), share('b', 1n, 3n)],
      parts: { a: 67n, b: 67n, c: 66n },
    },
    {
      name: 'the largest remainder gets the 分',
      fen: 10n,
      shares: [share('a', 1n, 4n), share('b', 3n, 4n)],
      parts: { a: 3n, b: 7n },
    },
    {
      name: 'nothing is nothing to each',
      fen: 0n,
      shares: [share('a', 1n, 4n), share('b', 3n, 4n)],
      parts: { a: 0n, b: 0n },
    },
  ];
  for (const c of cases)
    test(c.name, () => {
      const parts = splitByShares(c.fen, c.shares, budget);
      expect(Object.fromEntries(parts.map(({ holder, fen }) => [holder, fen]))).toEqual(c.parts);
    });

  for (const c of [
    { name: 'that are not the whole are refused', shares: [share('a', 1n, 2n)], good: false },
    {
      name: 'that are more than the whole are refused',
      shares: [share('a', 1n, 2n), share('b', 2n, 3n)],
      good: false,
    },
    {
      name: 'of one holder twice are refused',
      shares: [share('a', 1n, 2n), share('a', 1n, 2n)],
      good: false,
    },
    {
      name: 'below zero are refused',
      shares: [share('a', -1n, 2n), share('b', 3n, 2n)],
      good: false,
    },
    { name: 'of nobody are refused', shares: [], good: false },
    { name: 'of one alone are good', shares: [share('a', 1n, 1n)], good: true },
  ])
    test(`shares ${c.name}`, () => {
      expect(checkShares(c.shares).ok).toBe(c.good);
    });

  test('any sum by any shares: the parts add up, and the order of the shares does not matter', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 14n),
        fc.uniqueArray(fc.record({ name: fc.string(), weight: fc.bigInt(1n, 1000n) }), {
          selector: ({ name }) => name,
          minLength: 1,
          maxLength: 7,
        }),
        (fen, weighted) => {
          const total = weighted.reduce((sum, { weight }) => sum + weight, 0n);
          const shares = weighted.map(({ name, weight }) => share(name, weight, total));
          const parts = splitByShares(fen, shares, budget);
          expect(totalOf(parts)).toBe(fen);
          expect(splitByShares(fen, shares.toReversed(), budget)).toEqual(parts);
          for (const { holder, fen: part } of parts) {
            const weight = weighted.find(({ name }) => name === holder)?.weight ?? 0n;
            expect((part * total - fen * weight) ** 2n).toBeLessThan(total ** 2n);
          }
        },
      ),
    );
  });

  test('what is taken from parts never exceeds any of them', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.bigInt(0n, 10_000n), { minLength: 1, maxLength: 6 })
          .filter((sums) => sums.some((fen) => fen > 0n)),
        fc.nat(),
        (sums, seed) => {
          const parts = sums.map((fen, place) => ({ ...budget, holder: `h${place}`, fen }));
          const taken = BigInt(seed) % (totalOf(parts) + 1n);
          const slices = splitByParts(taken, parts);
          expect(totalOf(slices)).toBe(taken);
          slices.forEach(({ fen }, place) => expect(fen).toBeLessThanOrEqual(sums[place] ?? -1n));
        },
      ),
    );
  });
});

describe('a budget that does not suffice', () => {
  const claims = [
    { subject: 'late', fen: 10n, submittedAt: 3 },
    { subject: 'first', fen: 60n, submittedAt: 1 },
    { subject: 'b', fen: 50n, submittedAt: 2 },
    { subject: 'a', fen: 30n, submittedAt: 2 },
  ];

  test('serves in the order of submission until one does not fit; a later smaller one does not overtake', () => {
    const { served, unserved } = serveInOrder(claims, 100n);
    expect(served.map(({ subject }) => subject)).toEqual(['first', 'a']);
    expect(unserved.map(({ subject }) => subject)).toEqual(['b', 'late']);
  });

  test('scaled in proportion is used up exactly, and nobody gets more than was claimed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(1n, 10n ** 9n), { minLength: 1, maxLength: 40 }),
        fc.bigInt(0n, 10n ** 10n),
        (sums, available) => {
          const round = sums.map((fen, place) => ({ subject: `c${place}`, fen }));
          const scaled = scaleToBudget(round, available);
          const claimed = totalOf(round);
          const granted = [...scaled.values()].reduce((sum, fen) => sum + fen, 0n);
          expect(granted).toBe(claimed < available ? claimed : available);
          for (const { subject, fen } of round)
            expect(scaled.get(subject)).toBeLessThanOrEqual(fen);
        },
      ),
    );
  });
});

describe('interest', () => {
  const rule = { yearlyRate: fraction.rational(435n, 10_000n), daysInYear: 360n };
  for (const c of [
    { name: 'one year of 360 days', from: '2026-01-01', until: '2026-12-27', fen: 435_000n },
    { name: 'one day, rounded to the 分', from: '2026-01-01', until: '2026-01-02', fen: 1208n },
    { name: 'the same day', from: '2026-01-01', until: '2026-01-01', fen: 0n },
    { name: 'a day before', from: '2026-01-02', until: '2026-01-01', fen: 0n },
  ])
    test(`on 100,000 元 at 4.35%: ${c.name}`, () => {
      const day = (text: string) => Temporal.PlainDate.from(text);
      expect(simpleInterest(10_000_000n, rule, day(c.from), day(c.until))).toBe(c.fen);
    });
});

describe('bank accounts', () => {
  const good = { name: '演示企业甲', number: '6222020200001234', bank: '演示银行' };
  for (const c of [
    {
      name: 'in groups of four is taken without the blanks',
      account: { ...good, number: '6222 0202 0000 1234' },
      result: { ok: true, value: good },
    },
    {
      name: 'of seven digits is refused',
      account: { ...good, number: '6222020' },
      result: { ok: false, error: { code: 'account_invalid', field: 'number' } },
    },
    {
      name: 'of 33 digits is refused',
      account: { ...good, number: '1'.repeat(33) },
      result: { ok: false, error: { code: 'account_invalid', field: 'number' } },
    },
    {
      name: 'with a letter is refused',
      account: { ...good, number: '62220202O0001234' },
      result: { ok: false, error: { code: 'account_invalid', field: 'number' } },
    },
    {
      name: 'without a name is refused',
      account: { ...good, name: ' ' },
      result: { ok: false, error: { code: 'account_invalid', field: 'name' } },
    },
    {
      name: 'without a bank is refused',
      account: { ...good, bank: '' },
      result: { ok: false, error: { code: 'account_invalid', field: 'bank' } },
    },
  ])
    test(`an account ${c.name}`, () => {
      expect(checkBankAccount(c.account)).toEqual(c.result);
    });

  for (const c of [
    { number: '6222020200001234', shown: '6222 **** **** 1234' },
    { number: '12345678', shown: '**** 5678' },
  ])
    test(`${c.number} is shown as ${c.shown}`, () => {
      expect(maskAccountNumber(c.number)).toBe(c.shown);
    });
});
