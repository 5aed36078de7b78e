import { describe, expect, test } from 'vitest';
import { topUpChains } from '../../src/combination/top-up-chains.ts';

describe('chains of top-ups', () => {
  const cases: readonly {
    readonly name: string;
    /** Base, then what tops it up. */
    readonly steps: readonly (readonly [string, string])[];
    readonly known?: string;
    readonly chains: readonly string[];
  }[] = [
    { name: 'one step is a chain of two', steps: [['a', 'b']], chains: ['ab'] },
    {
      name: 'steps given in any order are one chain from the base upwards',
      steps: [
        ['b', 'c'],
        ['a', 'b'],
      ],
      chains: ['abc'],
    },
    {
      name: 'two top-ups of one base are two chains',
      steps: [
        ['a', 'b'],
        ['a', 'c'],
      ],
      chains: ['ab', 'ac'],
    },
    {
      name: 'two bases of one top-up are two chains',
      steps: [
        ['a', 'c'],
        ['b', 'c'],
        ['c', 'd'],
      ],
      chains: ['acd', 'bcd'],
    },
    {
      name: 'a step without a claim is stepped over',
      steps: [
        ['a', 'x'],
        ['x', 'c'],
      ],
      known: 'ac',
      chains: ['ac'],
    },
    { name: 'a lone measure is no chain', steps: [['a', 'x']], known: 'a', chains: [] },
    {
      name: 'steps in a circle with a way out are the chain that holds them all',
      steps: [
        ['b', 'a'],
        ['a', 'b'],
        ['a', 'c'],
      ],
      chains: ['bac'],
    },
  ];
  for (const { name, steps, known, chains } of cases)
    test(name, () => {
      const topUps = steps.map(([base, topUp]) => ({ base, topUp }));
      const found = topUpChains(topUps, new Set(known ?? 'abcd'));
      expect(found.map((chain) => chain.join('')).toSorted()).toEqual(chains);
    });
});
