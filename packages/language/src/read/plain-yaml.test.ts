import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { Reporter } from '../diagnostic/reporter.ts';
import type { DataNode } from './data-node.ts';
import { readFullYaml } from './full-yaml.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { SourceFile } from './source-file.ts';

/** Everything of a node that readers rely on. */
function shape(node: DataNode): unknown {
  switch (node.kind) {
    case 'scalar': {
      const place = node.text === '' ? [] : node.plain ? [node.start, node.end] : [node.start];
      return { text: node.text, value: node.value, plain: node.text === '' || node.plain, place };
    }
    case 'list':
      return { start: node.start, items: node.items.map(shape) };
    case 'mapping':
      return {
        start: node.start,
        entries: node.entries.map(({ key, value }) => [shape(key), shape(value)]),
      };
  }
}

function readBoth(text: string) {
  const file = new SourceFile('test', text);
  const reporter = new Reporter();
  const plain = readPlainYaml(file, 0, text.length);
  const full = readFullYaml(file, 0, text.length, reporter);
  return { plain, full, faulty: reporter.errorCount > 0 };
}

function expectAgreement(text: string) {
  const { plain, full, faulty } = readBoth(text);
  if (plain === undefined) return;
  expect(faulty).toBe(false);
  expect(shape(plain)).toEqual(full === undefined ? undefined : shape(full));
}

const plainTexts: readonly (readonly [string, string])[] = [
  ['nested blocks', 'a:\n  b: 1\n  c:\n    - x\n    - y: 2\n      z: 3\nd: e\n'],
  ['a list at the column of its key', 'a:\n- x\n- y\nb: 1\n'],
  ['flow collections over several lines', 'a: { b: 1,\n  c: [ x, "y, z" ],\n  d: {} }\n'],
  ['comments', '# one\na: 1 # two\n  # three\nb: x#y\n'],
  ['folded scalars', 'a: >-\n  x y\n  z\nb:\n  - >-\n    c\n'],
  ['empty values', 'a:\nb: ~\nc:\n  - d:\n'],
  ['colons and dashes inside words', 'a: 2024-01-23\nb: x:y\nc: -1\nd: a - b\n'],
  ['numbers, truths and strings', 'a: 1.5\nb: true\nc: null\nd: "1"\ne: 1万元\nf: -2\n'],
];
const beyondTexts: readonly (readonly [string, string])[] = [
  ['scalars over several lines', 'a: b\n  c\n'],
  ['block scalars', 'a: |\n  b\n'],
  ['anchors', 'a: &b 1\n'],
  ['escapes', 'a: "\\n"\n'],
  ['keys written twice', 'a: 1\na: 2\n'],
  ['carriage returns', 'a: 1\r\nb: 2\r\n'],
  ['faults', 'a: [1\n'],
];

describe('the reader for plain YAML', () => {
  for (const [what, text] of plainTexts) {
    test(`reads ${what} as the full reader does`, () => {
      expect(readBoth(text).plain).toBeDefined();
      expectAgreement(text);
    });
  }
  for (const [what, text] of beyondTexts) {
    test(`leaves ${what} to the full reader`, () => {
      expect(readBoth(text).plain).toBeUndefined();
    });
  }

  const words = fc.oneof(
    fc.constantFrom('研发投入', '200万元', '是', '5%', '2024-01-23', '最高 1亿元', 'true', '1.50'),
    fc.integer(),
    fc.string({ maxLength: 5 }),
    fc.constant(null),
  );
  const data = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      words,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('甲', '乙', '上年(丙)', '2024', '100%'), tie('node'), {
        maxKeys: 4,
      }),
    ),
  })).node;

  test('agrees with the full reader on whatever it reads of written data', () => {
    fc.assert(
      fc.property(data, fc.boolean(), (value, flow) => {
        expectAgreement(stringify(value, { collectionStyle: flow ? 'flow' : 'any' }));
      }),
      { numRuns: 500 },
    );
  });

  test('agrees with the full reader on whatever it reads of random text', () => {
    const bits = fc.constantFrom(
      'a',
      '甲: ',
      '- ',
      ': ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '"',
      "'",
      '#',
      ' #',
      '1',
      '~',
      '>-\n',
      '|',
      '\t',
      '-',
      '?',
      '---',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 14 }), (parts) => expectAgreement(parts.join(''))),
      { numRuns: 3000 },
    );
  });
});
