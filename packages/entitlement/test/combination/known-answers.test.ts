import { describe, expect, test } from 'vitest';
import { bestCombination } from '../../src/combination/index.ts';
import type { Candidate, StackingConstraints } from '../../src/combination/index.ts';

/** Exclusions between `size` measures that are numbered from 0. */
interface Graph {
  readonly size: number;
  readonly excludes: (a: number, b: number) => boolean;
}

function idOf(index: number): string {
  return `m${String(index).padStart(3, '0')}`;
}

function exclusionsOf({ size, excludes }: Graph): [string, string][] {
  const pairs: [string, string][] = [];
  for (let a = 0; a < size; a++)
    for (let b = a + 1; b < size; b++)
      if (excludes(a, b) || excludes(b, a)) pairs.push([idOf(a), idOf(b)]);
  return pairs;
}

function best(
  graph: Graph,
  amountOf: (index: number) => bigint,
  rules: Partial<StackingConstraints> = {},
) {
  const candidates = Array.from({ length: graph.size }, (_, index): Candidate => {
    const fen = amountOf(index);
    return { id: idOf(index), matter: '', certainFen: fen, upperFen: fen };
  });
  return bestCombination(candidates, {
    topUps: [],
    jointCaps: [],
    ...rules,
    exclusions: [...exclusionsOf(graph), ...(rules.exclusions ?? [])],
  });
}

function ring(size: number): Graph {
  return { size, excludes: (a, b) => b - a === 1 || b - a === size - 1 };
}

/** Both coordinates equal or excluding (strong), one equal and one excluding (cartesian), or the first decides (lexicographic). */
function product(left: Graph, right: Graph, kind: 'strong' | 'cartesian' | 'lexicographic'): Graph {
  const joined = (graph: Graph, a: number, b: number) =>
    graph.excludes(a, b) || graph.excludes(b, a);
  return {
    size: left.size * right.size,
    excludes: (x, y) => {
      const [a, b] = [Math.floor(x / right.size), Math.floor(y / right.size)];
      const [c, d] = [x % right.size, y % right.size];
      const [first, second] = [joined(left, a, b), joined(right, c, d)];
      if (kind === 'strong') return x !== y && (a === b || first) && (c === d || second);
      if (kind === 'cartesian') return (a === b && second) || (c === d && first);
      return first || (a === b && second);
    },
  };
}

/** Measures are the subsets of three out of seven; two that share nothing exclude each other. */
function kneser(): Graph {
  const triples = Array.from({ length: 128 }, (_, bits) => bits).filter(
    (bits) => bits.toString(2).replaceAll('0', '').length === 3,
  );
  return {
    size: triples.length,
    excludes: (a, b) => ((triples[a] ?? 0) & (triples[b] ?? 0)) === 0,
  };
}

/** Five pentagons and five pentagrams, each point of a pentagon joined to one of each pentagram (Robertson's construction). */
function hoffmanSingleton(): Graph {
  return {
    size: 50,
    excludes: (a, b) => {
      const [h, j] = [Math.floor(a / 5), a % 5];
      const [i, k] = [Math.floor(b / 5), b % 5];
      if (h === i) return (h < 5 ? [1, 4] : [2, 3]).includes((k - j + 5) % 5);
      return h < 5 && i >= 5 && (h * (i - 5) + j) % 5 === k;
    },
  };
}

/** Two exclude each other when their numbers differ by a square. */
function paley(prime: number): Graph {
  const squares = new Set(Array.from({ length: prime - 1 }, (_, x) => (x + 1) ** 2 % prime));
  return { size: prime, excludes: (a, b) => squares.has((b - a + prime) % prime) };
}

describe('as many equal measures as a graph has independent points', () => {
  const cases: readonly { readonly name: string; readonly graph: Graph; readonly most: bigint }[] =
    [
      { name: 'forty that exclude nothing', graph: { size: 40, excludes: () => false }, most: 40n },
      {
        name: 'forty that all exclude each other',
        graph: { size: 40, excludes: () => true },
        most: 1n,
      },
      { name: 'a ring of forty-one', graph: ring(41), most: 20n },
      {
        name: 'five-ring times eight-ring, strong',
        graph: product(ring(5), ring(8), 'strong'),
        most: 8n,
      },
      {
        name: 'five-ring times five-ring, strong',
        graph: product(ring(5), ring(5), 'strong'),
        most: 5n,
      },
      {
        name: 'five-ring times eight-ring, cartesian',
        graph: product(ring(5), ring(8), 'cartesian'),
        most: 16n,
      },
      {
        name: 'five-ring of eight-rings',
        graph: product(ring(5), ring(8), 'lexicographic'),
        most: 8n,
      },
      { name: 'triples of seven that must share (Erdős, Ko, Rado)', graph: kneser(), most: 15n },
      { name: 'Hoffman and Singleton, fifty points', graph: hoffmanSingleton(), most: 15n },
      { name: 'Paley, thirty-seven points', graph: paley(37), most: 4n },
      { name: 'Paley, forty-one points', graph: paley(41), most: 5n },
    ];
  for (const { name, graph, most } of cases)
    test(name, () => {
      const found = best(graph, () => 7n);
      expect(found.totalUpperFen).toBe(7n * most);
      expect(found.chosen.length).toBe(Number(most));
    });
});

describe('forty measures with amounts, where the answer is known', () => {
  test('all exclude all but their partner: the best pair', () => {
    const graph = { size: 40, excludes: (a: number, b: number) => a >> 1 !== b >> 1 };
    const amounts = Array.from({ length: 40 }, (_, index) => BigInt((index * 17) % 41));
    const pairs = amounts
      .filter((_, index) => index % 2 === 0)
      .map((a, at) => a + amounts[2 * at + 1]!);
    const expected = pairs.reduce((a, b) => (a > b ? a : b));
    expect(best(graph, (index) => amounts[index]!).totalUpperFen).toBe(expected);
  });

  for (const { name, odd, expected } of [
    { name: 'one whole side', odd: 3n, expected: 60n },
    { name: 'one pair, when it outweighs both sides', odd: 50n, expected: 1050n },
  ])
    test(`two sides of which each excludes all of the other but its partner: ${name}`, () => {
      const graph = {
        size: 40,
        excludes: (a: number, b: number) => a % 2 !== b % 2 && a >> 1 !== b >> 1,
      };
      const amountOf = (index: number) => {
        if (index % 2 === 0) return index === 0 ? 1000n - (odd === 3n ? 999n : 0n) : 1n;
        return index === 1 ? odd : odd === 3n ? 3n : 1n;
      };
      expect(best(graph, amountOf).totalUpperFen).toBe(expected);
    });
});

/** Numbers that look random and are the same on every machine. */
function* scattered(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    yield state >>> 8;
  }
}

/**
 * Matters of some measures each; the best of every matter excludes no best of another, everything else may cross matters at random.
 * As a matter brings no more than its best, the bests are the answer.
 */
function plantedMatters(matters: number, each: number, percentCrossing: number, seed: number) {
  const numbers = scattered(seed);
  const amounts: bigint[] = [];
  let expected = 0n;
  for (let matter = 0; matter < matters; matter++) {
    const top = BigInt(1000 + (numbers.next().value % 9000));
    expected += top;
    for (let at = 0; at < each; at++)
      amounts.push(at === 0 ? top : top - 1n - BigInt(numbers.next().value % 900));
  }
  const crossing = new Set<string>();
  for (let a = 0; a < amounts.length; a++)
    for (let b = a + 1; b < amounts.length; b++) {
      const bests = a % each === 0 && b % each === 0;
      if (!bests && numbers.next().value % 100 < percentCrossing) crossing.add(`${a}-${b}`);
    }
  const graph: Graph = {
    size: amounts.length,
    excludes: (a, b) =>
      (a !== b && Math.floor(a / each) === Math.floor(b / each)) || crossing.has(`${a}-${b}`),
  };
  return { graph, amounts, expected };
}

describe('matters whose bests go together', () => {
  const cases = [
    { name: '40 measures, hardly any exclusion across matters', shape: [10, 4, 3] },
    { name: '40 measures, some exclusions across matters', shape: [10, 4, 15] },
    { name: '40 measures, every other pair excluded', shape: [10, 4, 50] },
    { name: '40 measures, nearly all pairs excluded', shape: [8, 5, 90] },
    { name: '60 measures, some exclusions across matters', shape: [15, 4, 20] },
    { name: '200 measures of fifty matters, as sparse as they come', shape: [50, 4, 0] },
    { name: '200 measures of eighty matters with a few exclusions across', shape: [80, 2, 1] },
  ] as const;
  for (const { name, shape } of cases)
    test(name, () => {
      const [matters, each, percent] = shape;
      for (let seed = 1; seed <= 3; seed++) {
        const { graph, amounts, expected } = plantedMatters(matters, each, percent, seed);
        const found = best(graph, (index) => amounts[index]!);
        expect(found.totalUpperFen).toBe(expected);
        expect(found.chosen.map(({ id }) => id)).toEqual(
          Array.from({ length: matters }, (_, matter) => idOf(matter * each)),
        );
      }
    });
});

describe('forty measures under limits, where the answer is known', () => {
  const { graph, amounts, expected } = plantedMatters(10, 4, 10, 5);
  const everything = amounts.map((_, index) => idOf(index));
  const bests = everything.filter((_, index) => index % 4 === 0);

  test('a cap over everything is what is paid when it is below the best choice', () => {
    const jointCaps = [{ name: '总额', capFen: expected - 1n, members: everything }];
    expect(best(graph, (index) => amounts[index]!, { jointCaps }).totalUpperFen).toBe(
      expected - 1n,
    );
  });

  test('caps over any members that the best choice keeps change nothing', () => {
    const jointCaps = [0, 1, 2, 3, 4].map((at) => ({
      name: `帽${at}`,
      capFen: bests
        .filter((_, index) => index % 5 !== at)
        .reduce((sum, id) => sum + amounts[everything.indexOf(id)]!, 0n),
      members: everything.filter((_, index) => (index >> 2) % 5 !== at),
    }));
    expect(best(graph, (index) => amounts[index]!, { jointCaps }).totalUpperFen).toBe(expected);
  });

  test('one chain of top-ups through all bests leaves the largest of them at most, beside what is outside', () => {
    const free: Graph = { size: 40, excludes: () => false };
    const topUps = bests.slice(1).map((topUp, index) => ({ base: bests[index]!, topUp }));
    const inChain = bests.map((id) => amounts[everything.indexOf(id)]!);
    const outside = amounts.filter((_, index) => index % 4 !== 0).reduce((a, b) => a + b);
    const largest = inChain.reduce((a, b) => (a > b ? a : b));
    expect(best(free, (index) => amounts[index]!, { topUps }).totalUpperFen).toBe(
      outside + largest,
    );
  });
});
