import { describe, expect, test } from 'vitest';
import { and, not, or } from '../src/index.ts';
import type { Truth } from '../src/index.ts';

const word = (value: Truth): string => (value === undefined ? '未知' : value ? '是' : '否');

describe('three-valued logic after Kleene', () => {
  const cases: readonly [Truth, Truth, Truth, Truth][] = [
    [true, true, true, true],
    [true, false, false, true],
    [true, undefined, undefined, true],
    [false, false, false, false],
    [false, undefined, false, undefined],
    [undefined, undefined, undefined, undefined],
  ];
  for (const [a, b, both, either] of cases)
    test(`${word(a)} with ${word(b)}: 且 ${word(both)}, 或 ${word(either)}`, () => {
      expect([and(a, b), and(b, a)]).toEqual([both, both]);
      expect([or(a, b), or(b, a)]).toEqual([either, either]);
    });

  test('非 turns 是 and 否 round and leaves 未知', () =>
    expect([true, false, undefined].map(not)).toEqual([false, true, undefined]));
});
