import { readFileSync } from 'node:fs';
import { printExpression } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { words } from './amount-words.ts';
import { loadWithTestVocabulary } from './test-content.ts';

const path = 'documents/whole-document.policy.md';
const text = readFileSync(new URL('good/whole-document.policy.md', import.meta.url), 'utf8');
const { content, diagnostics } = loadWithTestVocabulary({ [path]: text });
const [document] = content.documents;

function measure(name: string) {
  return content.measures.get(`whole-document/${name}`)!;
}

function examplesOf(clause: number, passage: number) {
  const blocks = document!.clauses[clause]!.passages[passage]!.blocks;
  return blocks.flatMap((block) => (block.kind === 'examples' ? block.examples : []));
}

describe('a faultless document', () => {
  test('has no diagnostics', () => {
    expect(diagnostics).toEqual([]);
  });

  test('keeps what its front matter says', () => {
    expect(document).toMatchObject({
      id: 'whole-document',
      titleInferred: true,
      number: '测〔2024〕1号',
      stacking: 'unstated',
      source: { file: 'test.txt', from: 1, to: 6 },
      copies: [{ file: 'test.txt', from: 11, to: 16 }],
      openReadings: [{ words: '研发', reading: '研究与试验发展', reason: '通行用法' }],
      file: path,
    });
    expect(document!.issued?.toString()).toBe('2023-12-20');
    expect(document!.validity.from.toString()).toBe('2024-01-01');
    expect(document!.validity.until).toBeUndefined();
  });

  test('caps several measures together', () => {
    const [joint] = document!.jointCaps;
    expect(joint?.members).toEqual([
      'whole-document/研发补助·增量',
      'whole-document/研发补助·总量',
    ]);
    expect(printExpression(joint!.cap)).toBe('500万元');
  });

  test('has its clauses under their sections, with their lines', () => {
    expect(
      document!.clauses.map(({ heading, section, source }) => [heading, section, source]),
    ).toEqual([
      ['一、（一）研发补助', '一、支持研发', { file: 'test.txt', from: 2, to: 2 }],
      ['一、（二）项目补助', '一、支持研发', { file: 'test.txt', from: 3, to: 4 }],
    ]);
  });

  test('joins the lines of a quotation', () => {
    expect(measure('研发补助·增量').quote.text).toBe(
      '（一）对研发投入比上年增加200万元以上的高新技术企业，按不超过增加额5%给予补助，最高100万元；',
    );
  });

  test('reads the keys of a measure', () => {
    const { amount, conditions, exclusions, ...rest } = measure('研发补助·增量');
    expect(conditions.map(printExpression)).toEqual(['高新企业', '研发增长 在 200万元 以上']);
    expect(exclusions.map(printExpression)).toEqual(['失信']);
    expect(words(amount)).toBe('封顶〈最高〈研发增长 × 5%〉；100万元〉');
    expect(rest).toMatchObject({
      kind: 'grant',
      matter: '研发补助',
      subject: '企业',
      baseYear: { kind: 'fixed', year: 2023 },
      mostTimes: 1,
      stacking: { excludes: [], addsTo: ['whole-document/研发补助·总量'], topsUp: undefined },
      departments: ['市科技局', '市财政局'],
      papers: ['申请表'],
      channel: '亲清在线',
    });
    expect(rest.shares.map(({ payer }) => payer)).toEqual(['市', '区县']);
  });

  test('counts payments by 至多', () => {
    expect(measure('研发补助·总量').mostTimes).toBe(2);
    expect(measure('项目补助').mostTimes).toBeUndefined();
  });

  test('shows where a rule stands', () => {
    const { span } = measure('研发补助·增量').conditions[1]!;
    expect(text.slice(span.start.offset, span.end.offset)).toBe('研发增长 在 200万元 以上');
    expect(text.split('\n')[span.start.line - 1]?.slice(span.start.column - 1)).toMatch(
      /^研发增长/,
    );
  });

  const validities: readonly (readonly [string, string, string | undefined, string])[] = [
    ['研发补助·增量', '2024-01-01', undefined, 'the document’s'],
    ['研发补助·总量', '2024-03-01', '2024-06-30', 'its own'],
    ['项目补助', '2024-02-01', '2024-05-31', 'the first day of 执行 to the last of 申报'],
  ];
  for (const [name, from, until, why] of validities) {
    test(`${name} is in force from ${from} to ${until ?? 'no end'}: ${why}`, () => {
      const { validity } = measure(name);
      expect([validity.from.toString(), validity.until?.toString()]).toEqual([from, until]);
    });
  }

  test('keeps the window for applications', () => {
    const { window } = measure('项目补助');
    expect([window?.opens.toString(), window?.closes.toString()]).toEqual([
      '2024-04-01',
      '2024-05-31',
    ]);
    expect(measure('研发补助·总量').window).toBeUndefined();
  });

  test('takes an example without 政策 for the measure of its quotation', () => {
    expect(examplesOf(0, 0).map((example) => example.measure)).toEqual(
      Array(2).fill('whole-document/研发补助·增量'),
    );
    expect(examplesOf(0, 1).map((example) => example.date.toString())).toEqual(
      Array(3).fill('2024-03-01'),
    );
  });

  test('reads what examples expect', () => {
    expect([...examplesOf(0, 0), ...examplesOf(0, 1)].map((example) => example.expected)).toEqual([
      { kind: 'entitled', amount: { kind: 'at_most', fen: 25_000_000n } },
      { kind: 'not_in_force' },
      { kind: 'entitled', amount: { kind: 'exact', fen: 22_500_000n } },
      { kind: 'not_entitled', failing: ['研发投入'] },
      { kind: 'undetermined', missing: ['研发投入'], upperBoundFen: 10_000_000_000n },
    ]);
  });

  test('keeps the source of each block', () => {
    const [, inert] = document!.clauses[1]!.passages;
    expect(inert?.blocks).toMatchObject([
      {
        kind: 'inert',
        reason: 'elsewhere',
        source: '理由: 另行规定\n说明: 办法没有在这里写明。\n',
      },
    ]);
  });
});

describe('the version of content', () => {
  test('is the same for the same files in another order', () => {
    const files: [string, string][] = [
      ['a', '1'],
      ['b', '2'],
    ];
    const one = loadWithTestVocabulary(Object.fromEntries(files)).content.version;
    const other = loadWithTestVocabulary(Object.fromEntries(files.toReversed())).content.version;
    expect(one).toBe(other);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
  });

  test('changes with a name, a text, and the border between two texts', () => {
    const versions = [{ a: '1' }, { b: '1' }, { a: '2' }, { a: '1', b: '' }, { a: '', b: '1' }].map(
      (files) => loadWithTestVocabulary(files).content.version,
    );
    expect(new Set(versions).size).toBe(versions.length);
  });
});
