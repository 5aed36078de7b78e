import { describe, expect, test } from 'vitest';
import { printJson } from '../src/index.ts';
import type { Json } from '../src/index.ts';

const values: readonly { readonly title: string; readonly value: Json; readonly text: string }[] = [
  {
    title: 'a sum beyond 2^53 keeps every digit',
    value: 9007199254740993n,
    text: '9007199254740993',
  },
  { title: 'a negative sum keeps its sign', value: -1n, text: '-1' },
  { title: 'a text is quoted and escaped', value: '“a"\n', text: '"“a\\"\\n"' },
  { title: 'nothing is null', value: null, text: 'null' },
  { title: 'a truth is itself', value: false, text: 'false' },
  { title: 'an empty list is empty', value: [], text: '[]' },
  { title: 'a key without a value is left out', value: { a: undefined, b: 1 }, text: '{"b":1}' },
  { title: 'an object of nothing but such keys is empty', value: { a: undefined }, text: '{}' },
];

describe('JSON on one line', () => {
  for (const { title, value, text } of values)
    test(title, () => expect(printJson(value, 0)).toBe(text));
});

test('indented JSON reads as JSON.stringify would write it', () => {
  const value = { a: [1, { b: 'x', c: [] }], d: {}, e: null };
  expect(printJson(value)).toBe(JSON.stringify(value, null, 2));
});

test('indented JSON keeps its layout around a sum beyond 2^53', () => {
  const value = { a: [1, { b: 'x', c: [], d: {} }], e: { f: undefined }, g: null };
  const shown = JSON.stringify({ sum: 0, ...value }, null, 2);
  expect(printJson({ sum: 9007199254740993n, ...value })).toBe(
    shown.replace('"sum": 0', '"sum": 9007199254740993'),
  );
});
