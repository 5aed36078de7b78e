import fc from 'fast-check';
import { fraction, Temporal } from '@luodi/kernel';
import { describe, expect, test } from 'vitest';
import { checkBankAccount, maskAccountNumber } from '../../src/money/domain/bank-account.ts';
import { paidBy, serveInOrder } from '../../src/money/domain/exhaustion.ts';
import { simpleInterest } from '../../src/money/domain/interest.ts';
import { totalOf } from '../../src/money/domain/part.ts';
import { scaleToBudgets } from '../../src/money/domain/proportion.ts';
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
  const city = [share('city', 1n, 1n)];
  const withDistrict = (district: string) => [share('city', 1n, 2n), share(district, 1n, 2n)];
  const claims = [
    { subject: 'late', fen: 10n, shares: city, submittedAt: 3 },
    { subject: 'first', fen: 60n, shares: city, submittedAt: 1 },
    { subject: 'b', fen: 50n, shares: city, submittedAt: 2 },
    { subject: 'a', fen: 30n, shares: city, submittedAt: 2 },
  ];
  const namesOf = (of: readonly { readonly subject: string }[]) => of.map(({ subject }) => subject);

  test('serves in the order of submission until one does not fit; a later smaller one does not overtake', () => {
    const { served, unserved } = serveInOrder(claims, new Map([['city', 100n]]));
    expect(namesOf(served)).toEqual(['first', 'a']);
    expect(namesOf(unserved)).toEqual(['b', 'late']);
  });

  test('is waited for by those whom it pays; whom other money pays is served', () => {
    const ofDistricts = ['poor', 'rich', 'poor', 'rich'].map((district, place) => ({
      subject: `${place} ${district}`,
      fen: 100n,
      shares: withDistrict(district),
      submittedAt: place,
    }));
    const budgets = new Map([
      ['city', 150n],
      ['poor', 60n],
      ['rich', 1000n],
    ]);
    const { served, unserved } = serveInOrder(ofDistricts, budgets);
    expect(namesOf(served)).toEqual(['0 poor', '1 rich', '3 rich']);
    expect(namesOf(unserved)).toEqual(['2 poor']);
  });

  const scaled = (of: readonly (readonly [string, bigint])[], budgets: Record<string, bigint>) =>
    Object.fromEntries(
      scaleToBudgets(
        of.map(([district, fen], place) => ({
          subject: `${district} ${place}`,
          fen,
          shares: withDistrict(district),
        })),
        new Map(Object.entries(budgets)),
      ),
    );

  for (const c of [
    {
      name: 'of the city reduces the cases of all districts alike',
      claims: [
        ['east', 400n],
        ['west', 200n],
      ] as const,
      budgets: { city: 150n, east: 1000n, west: 1000n },
      granted: { 'east 0': 200n, 'west 1': 100n },
    },
    {
      name: 'of a district reduces the cases of that district, and others need not share the want',
      claims: [
        ['east', 400n],
        ['west', 200n],
      ] as const,
      budgets: { city: 1000n, east: 50n, west: 1000n },
      granted: { 'east 0': 100n, 'west 1': 200n },
    },
    {
      name: 'of a district leaves to the others what the city need not pay there',
      claims: [
        ['east', 400n],
        ['west', 400n],
      ] as const,
      budgets: { city: 200n, east: 50n, west: 1000n },
      granted: { 'east 0': 100n, 'west 1': 300n },
    },
    {
      name: 'of nobody at all gives nothing',
      claims: [['east', 400n]] as const,
      budgets: { city: 200n },
      granted: { 'east 0': 0n },
    },
    {
      name: 'is not overdrawn by the 分 that each part is rounded up',
      claims: [
        ['east', 101n],
        ['east', 101n],
        ['east', 101n],
      ] as const,
      budgets: { city: 151n, east: 1000n },
      granted: { 'east 0': 100n, 'east 1': 101n, 'east 2': 100n },
    },
  ])
    test(c.name, () => {
      expect(scaled(c.claims, c.budgets)).toEqual(c.granted);
    });

  test('scaled in proportion is used up exactly, and nobody gets more than was claimed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(1n, 10n ** 9n), { minLength: 1, maxLength: 40 }),
        fc.bigInt(0n, 10n ** 10n),
        (sums, available) => {
          const round = sums.map((fen, place) => ({ subject: `c${place}`, fen, shares: city }));
          const granted = scaleToBudgets(round, new Map([['city', available]]));
          const claimed = totalOf(round);
          const total = [...granted.values()].reduce((sum, fen) => sum + fen, 0n);
          expect(total).toBe(claimed < available ? claimed : available);
          for (const { subject, fen } of round)
            expect(granted.get(subject)).toBeLessThanOrEqual(fen);
        },
      ),
    );
  });

  test('of several bodies is never overdrawn, leaves little idle, and the order of the claims does not matter', () => {
    const districts = ['a', 'b', 'c'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...districts), fc.bigInt(1n, 10n ** 6n)), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.tuple(fc.bigInt(0n, 10n ** 6n), fc.bigInt(0n, 10n ** 6n), fc.bigInt(0n, 10n ** 6n)),
        fc.bigInt(0n, 2n * 10n ** 6n),
        (sums, own, fromCity) => {
          const round = sums.map(([district, fen], place) => ({
            subject: `c${place}`,
            fen,
            shares: withDistrict(district),
          }));
          const budgets = new Map([
            ['city', fromCity],
            ...districts.map((district, place) => [district, own[place] ?? 0n] as const),
          ]);
          const granted = scaleToBudgets(round, budgets);
          const paid = new Map<string, bigint>();
          for (const claim of round)
            for (const [holder, fen] of paidBy(claim, granted.get(claim.subject) ?? 0n))
              paid.set(holder, (paid.get(holder) ?? 0n) + fen);
          const idle = (holder: string) => (budgets.get(holder) ?? 0n) - (paid.get(holder) ?? 0n);
          for (const holder of budgets.keys()) expect(idle(holder)).toBeGreaterThanOrEqual(0n);
          // Who got less than was claimed is paid by somebody who has nothing more to give, but for the 分 of rounding.
          const rounding = BigInt(3 * round.length);
          for (const { subject, fen, shares } of round)
            if ((granted.get(subject) ?? 0n) + rounding < fen)
              expect(shares.some(({ holder }) => idle(holder) <= rounding)).toBe(true);
          expect(new Map(scaleToBudgets(round.toReversed(), budgets))).toEqual(new Map(granted));
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
