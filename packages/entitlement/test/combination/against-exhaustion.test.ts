import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestCombination } from '../../src/combination/index.ts';
import type { Candidate, StackingConstraints } from '../../src/combination/index.ts';
import { exhaustiveCombination, largestSum, plainLimits } from './exhaustive-combination.ts';

interface Case {
  readonly candidates: readonly Candidate[];
  readonly constraints: StackingConstraints;
}

interface Shape {
  readonly most: number;
  readonly largest: number;
  readonly topUps: number;
  readonly jointCaps: number;
}

const names = 'abcdefghijklmn';

/** Ids beyond the candidates stand for measures that the applicant is not entitled to. */
function cases({ most, largest, topUps, jointCaps }: Shape): fc.Arbitrary<Case> {
  const id = fc.constantFrom(...names.slice(0, most).split(''));
  const candidate = fc.record({
    matter: fc.constantFrom('', '研发', '租金'),
    certain: fc.nat(largest),
    more: fc.nat(largest),
  });
  return fc.record({
    candidates: fc.array(candidate, { minLength: 1, maxLength: most }).map((drawn) =>
      drawn.map(({ matter, certain, more }, index) => {
        const upper = Math.min(largest, certain + more);
        return {
          id: names.charAt(index),
          matter,
          certainFen: BigInt(Math.min(certain, upper)),
          upperFen: BigInt(upper),
        };
      }),
    ),
    constraints: fc.record({
      exclusions: fc.array(fc.tuple(id, id), { maxLength: most * 2 }),
      topUps: fc.array(fc.record({ base: id, topUp: id }), { maxLength: topUps }),
      jointCaps: fc.array(
        fc.record({
          name: fc.constantFrom('甲', '乙', '丙'),
          capFen: fc.nat(largest * 3).map(BigInt),
          members: fc.uniqueArray(id, { maxLength: most }),
        }),
        { maxLength: jointCaps },
      ),
    }),
  });
}

const small = cases({ most: 7, largest: 5, topUps: 4, jointCaps: 3 });
const topUpsOnly = cases({ most: 8, largest: 6, topUps: 6, jointCaps: 0 });
const crossingCaps = cases({ most: 8, largest: 3, topUps: 0, jointCaps: 5 });
const large = cases({ most: 14, largest: 9, topUps: 1, jointCaps: 1 });
const exclusionsOnly = cases({ most: 14, largest: 3, topUps: 0, jointCaps: 0 });

const kinds = [
  { name: 'exclusions, top-ups and joint caps together', drawn: small, numRuns: 150 },
  { name: 'chains of top-ups', drawn: topUpsOnly, numRuns: 100 },
  { name: 'joint caps that cross one another', drawn: crossingCaps, numRuns: 100 },
  { name: 'up to fourteen measures under a cap and a top-up', drawn: large, numRuns: 40 },
  { name: 'up to fourteen measures that exclude each other', drawn: exclusionsOnly, numRuns: 60 },
] as const;

function excludes({ exclusions }: StackingConstraints, a: string, b: string): boolean {
  return exclusions.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
}

/** Some money of its own, but none on top of what the others of the set are certain to bring. */
function addsNothing(
  set: readonly Candidate[],
  member: Candidate,
  constraints: StackingConstraints,
): boolean {
  const certain = set
    .filter((other) => other !== member)
    .map(({ id, certainFen }): [string, bigint] => [id, certainFen]);
  const withMember = new Map([...certain, [member.id, member.upperFen] as const]);
  return (
    member.upperFen > 0n &&
    largestSum(withMember, constraints) === largestSum(new Map(certain), constraints)
  );
}

for (const { name, drawn, numRuns } of kinds) {
  describe(name, () => {
    test('bring what the best of all subsets brings', () => {
      fc.assert(
        fc.property(drawn, ({ candidates, constraints }) => {
          const found = bestCombination(candidates, constraints);
          const expected = exhaustiveCombination(candidates, constraints);
          expect(found.totalUpperFen).toBe(expected.upperFen);
          expect(found.totalCertainFen).toBe(expected.certainFen);
        }),
        { numRuns },
      );
    });

    test('choose the best subset with the first ids, unless some of it can never add anything', () => {
      fc.assert(
        fc.property(drawn, ({ candidates, constraints }) => {
          const { kept } = exhaustiveCombination(candidates, constraints);
          const set = candidates.filter(({ id }) => kept.includes(id));
          fc.pre(!set.some((member) => addsNothing(set, member, constraints)));
          const { chosen } = bestCombination(candidates, constraints);
          expect(chosen.map(({ id }) => id)).toEqual(kept);
        }),
        { numRuns },
      );
    });

    test('give the same answer in whatever order they come', () => {
      const shuffled = drawn.chain(({ candidates, constraints }) =>
        fc.record({
          candidates: fc.constant(candidates),
          constraints: fc.constant(constraints),
          otherCandidates: fc.shuffledSubarray([...candidates], { minLength: candidates.length }),
          otherConstraints: fc.record({
            exclusions: fc
              .shuffledSubarray([...constraints.exclusions], {
                minLength: constraints.exclusions.length,
              })
              .map((pairs) => pairs.map(([a, b]): [string, string] => [b, a])),
            topUps: fc.shuffledSubarray([...constraints.topUps], {
              minLength: constraints.topUps.length,
            }),
            jointCaps: fc.shuffledSubarray([...constraints.jointCaps], {
              minLength: constraints.jointCaps.length,
            }),
          }),
        }),
      );
      fc.assert(
        fc.property(shuffled, (both) => {
          expect(bestCombination(both.otherCandidates, both.otherConstraints)).toEqual(
            bestCombination(both.candidates, both.constraints),
          );
        }),
        { numRuns },
      );
    });
  });
}

describe('the counted parts', () => {
  test('cover every measure once, stay within its amount and every limit, and sum to the totals', () => {
    fc.assert(
      fc.property(small, ({ candidates, constraints }) => {
        const found = bestCombination(candidates, constraints);
        const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
        expect([...found.chosen, ...found.setAside].map(({ id }) => id).toSorted()).toEqual(
          [...byId.keys()].toSorted(),
        );
        for (const level of ['Certain', 'Upper'] as const) {
          const counted = new Map(
            found.chosen.map((measure) => [measure.id, measure[`counted${level}Fen`]]),
          );
          const own = new Map(
            found.chosen.map(({ id }) => [
              id,
              byId.get(id)?.[level === 'Upper' ? 'upperFen' : 'certainFen'] ?? 0n,
            ]),
          );
          for (const [id, fen] of counted) {
            expect(fen).toBeGreaterThanOrEqual(0n);
            expect(fen).toBeLessThanOrEqual(own.get(id) ?? 0n);
          }
          for (const { ids, capFen } of plainLimits(own, constraints)) {
            const sum = ids.reduce((total, id) => total + (counted.get(id) ?? 0n), 0n);
            expect(sum).toBeLessThanOrEqual(capFen);
          }
          const total = [...counted.values()].reduce((sum, fen) => sum + fen, 0n);
          expect(total).toBe(found[`total${level}Fen`]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a measure set aside', () => {
  test('as excluded names chosen measures that exclude it, and what these bring more than the best with it', () => {
    fc.assert(
      fc.property(small, ({ candidates, constraints }) => {
        const found = bestCombination(candidates, constraints);
        const chosen = found.chosen.map(({ id }) => id);
        for (const { id, because } of found.setAside) {
          if (because.kind !== 'excluded_by') continue;
          expect(because.winners.map((winner) => winner.id)).toEqual(
            chosen.filter((other) => excludes(constraints, id, other)),
          );
          expect(because.winners.length).toBeGreaterThan(0);
          const other = exhaustiveCombination(candidates, constraints, id);
          expect(because.gainUpperFen).toBe(found.totalUpperFen - other.upperFen);
          expect(because.gainCertainFen).toBe(found.totalCertainFen - other.certainFen);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('as absorbed excludes no chosen measure and adds nothing even to what these are certain to bring', () => {
    fc.assert(
      fc.property(small, ({ candidates, constraints }) => {
        const found = bestCombination(candidates, constraints);
        const chosen = candidates.filter(({ id }) => found.chosen.some((c) => c.id === id));
        for (const { id, because } of found.setAside) {
          if (because.kind === 'excluded_by') continue;
          expect(chosen.some((other) => excludes(constraints, id, other.id))).toBe(false);
          const member = candidates.find((candidate) => candidate.id === id);
          expect(member && addsNothing(chosen, member, constraints)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('never makes a further claim worth less than nothing: one candidate more never lowers the totals', () => {
    fc.assert(
      fc.property(small, ({ candidates, constraints }) => {
        const all = bestCombination(candidates, constraints);
        const fewer = bestCombination(candidates.slice(0, -1), constraints);
        expect(all.totalUpperFen).toBeGreaterThanOrEqual(fewer.totalUpperFen);
      }),
      { numRuns: 150 },
    );
  });
});
