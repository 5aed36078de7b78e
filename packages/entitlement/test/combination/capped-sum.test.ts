import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitSet } from '../../src/combination/bit-set.ts';
import { cappedShares } from '../../src/combination/capped-sum.ts';
import { largestSum } from './exhaustive-combination.ts';

interface Cap {
  readonly members: readonly number[];
  readonly capFen: bigint;
}

function sharesUnder(amounts: readonly bigint[], caps: readonly Cap[]): bigint[] {
  const limits = caps.map(({ members, capFen }) => ({
    members: bitSet(amounts.length, members),
    capFen,
  }));
  const order = amounts.map((_, index) => index);
  return cappedShares({ amounts, limits, order }, bitSet(amounts.length, order));
}

describe('shares under caps', () => {
  const cases: readonly {
    readonly name: string;
    readonly amounts: readonly bigint[];
    readonly caps: readonly Cap[];
    readonly shares: readonly bigint[];
  }[] = [
    {
      name: 'without a cap everybody counts in full',
      amounts: [5n, 7n],
      caps: [],
      shares: [5n, 7n],
    },
    {
      name: 'whoever comes first is served in full, the last within the cap takes what is left',
      amounts: [50n, 80n, 30n],
      caps: [{ members: [0, 1, 2], capFen: 100n }],
      shares: [50n, 50n, 0n],
    },
    {
      name: 'a cap within a cap binds first',
      amounts: [50n, 80n, 30n],
      caps: [
        { members: [0, 1], capFen: 60n },
        { members: [0, 1, 2], capFen: 100n },
      ],
      shares: [50n, 10n, 30n],
    },
    {
      name: 'where two caps cross, the one under both gives way to the two that are under one each',
      amounts: [60n, 60n, 60n],
      caps: [
        { members: [0, 1], capFen: 60n },
        { members: [0, 2], capFen: 60n },
      ],
      shares: [0n, 60n, 60n],
    },
    {
      name: 'caps in a ring: half shares would count 4.5 fen, whole fen count 4',
      amounts: [3n, 3n, 3n],
      caps: [
        { members: [0, 1], capFen: 3n },
        { members: [1, 2], capFen: 3n },
        { members: [0, 2], capFen: 3n },
      ],
      shares: [2n, 1n, 1n],
    },
    {
      name: 'a cap of nothing leaves nothing',
      amounts: [3n, 4n],
      caps: [{ members: [0], capFen: 0n }],
      shares: [0n, 4n],
    },
  ];
  for (const { name, amounts, caps, shares } of cases)
    test(name, () => {
      expect(sharesUnder(amounts, caps)).toEqual(shares);
    });

  test('sum to the largest whole number under caps that cross in any way', () => {
    const drawn = fc.record({
      amounts: fc.array(fc.bigInt(0n, 5n), { minLength: 3, maxLength: 7 }),
      caps: fc.array(
        fc.record({
          members: fc.uniqueArray(fc.nat(6), { minLength: 2, maxLength: 5 }),
          capFen: fc.bigInt(0n, 9n),
        }),
        { maxLength: 7 },
      ),
    });
    fc.assert(
      fc.property(drawn, ({ amounts, caps }) => {
        const known = caps.map(({ members, capFen }) => ({
          members: members.filter((member) => member < amounts.length),
          capFen,
        }));
        const shares = sharesUnder(amounts, known);
        const expected = largestSum(new Map(amounts.map((fen, index) => [String(index), fen])), {
          exclusions: [],
          topUps: [],
          jointCaps: known.map(({ members, capFen }) => ({
            name: '',
            capFen,
            members: members.map(String),
          })),
        });
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(expected);
        for (const { members, capFen } of known)
          expect(members.reduce((sum, member) => sum + (shares[member] ?? 0n), 0n) <= capFen).toBe(
            true,
          );
      }),
      { numRuns: 500 },
    );
  });

  test('in the scale of real sums, a ring of nine caps loses the odd fen and no more', () => {
    const cap = 333_333_333n;
    const amounts = Array.from({ length: 9 }, () => cap);
    const caps = amounts.map((_, index) => ({ members: [index, (index + 1) % 9], capFen: cap }));
    const total = sharesUnder(amounts, caps).reduce((sum, share) => sum + share, 0n);
    expect(total).toBe((9n * cap - 1n) / 2n);
  });
});
