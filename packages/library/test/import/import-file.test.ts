import { Buffer } from 'node:buffer';
import { Temporal } from '@luodi/kernel';
import { checkCitations, loadContent } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { importFile, textFileName } from '../../src/index.ts';
import type { ImportedFile } from '../../src/index.ts';
import { docxOfLines, escaped, pdfOfLines } from './made-files.ts';

const today = Temporal.PlainDate.from('2026-11-21');
const nothing = loadContent(new Map()).content;

const draft = [
  '关于支持企业成长的若干措施（征求意见稿）',
  '为支持企业成长，结合本市实际，制定本措施。',
  '一、首次上规的企业，给予不超过10万元的一次性奖励，鼓励企业做大做强。（市经信局、市财政局）',
  '二、年度研发投入超过500万元的企业，按新增部分的10%给予补助，最高100万元。（市科技局）',
  '三、到2027年，全市新增规上企业300家以上，培育专精特新企业50家。',
];
const final = [
  '关于支持企业成长的若干措施',
  draft[1] ?? '',
  '一、首次上规的企业，给予不超过20万元的一次性奖励，鼓励企业做大做强。（市经信局、市财政局）',
  draft[3] ?? '',
  '三、到2027年，全市新增规上企业300家以上，培育专精特新企业60家。',
  '四、本措施所称企业，是指在本市注册的独立法人。',
  '本措施自2024年3月1日起施行，有效期至2027年12月31日，由市经信局负责牵头组织实施。',
];

async function importLines(
  lines: readonly string[],
  content = nothing,
  name = '措施.txt',
): Promise<ImportedFile> {
  const imported = await importFile(
    { name, bytes: Buffer.from(lines.join('\n')) },
    { content, today },
  );
  if (!imported.ok) throw new Error(imported.error.code);
  return imported.value;
}

/** A library of what was imported. */
function libraryOf({ documents }: ImportedFile) {
  const { content, diagnostics } = loadContent(
    new Map(documents.map(({ skeleton }) => [`documents/${skeleton.fileName}`, skeleton.text])),
  );
  expect(diagnostics).toEqual([]);
  return content;
}

describe('the policy file to begin with', () => {
  test('is read by the checker without a fault, and every quotation stands in the text beside it', async () => {
    const imported = await importLines(final);
    const content = libraryOf(imported);
    const [document] = content.documents;
    expect(document).toMatchObject({
      title: '关于支持企业成长的若干措施',
      validityBasis: 'stated',
      status: 'final',
      lead: '市经信局',
      source: { file: '措施.txt', from: 1, to: 7 },
    });
    const corpus = new Map([[imported.textFile, imported.textBody.split('\n')]]);
    expect(checkCitations(content, corpus)).toEqual([]);
  });

  test('marks figures, deadlines and departments under the words, and proposes what they may become', async () => {
    const { documents } = await importLines(final);
    const text = documents[0]?.skeleton.text ?? '';
    expect(text).toContain('说明: "待编码：数字：20万元；单位：市经信局、市财政局"');
    expect(text).toContain(
      '疑似措施：一、首次上规的企业，给予不超过20万元的一次性奖励，鼓励企业做大做强',
    );
    expect(text).toContain(
      '疑似指标：三、到2027年，全市新增规上企业300家以上，培育专精特新企业60家',
    );
    expect(text).toMatch(/期限：到2027年/u);
    expect(documents[0]?.counts).toMatchObject({ measures: 2, indicators: 1 });
  });

  test('says what it had to assume where the text gives no day', async () => {
    const content = libraryOf(await importLines(draft));
    const [document] = content.documents;
    expect(document).toMatchObject({ validityBasis: 'unstated', status: 'draft' });
    expect(document?.openReadings[0]?.reading).toContain('没有写施行日');
  });

  test('has the same id whenever the same text is imported', async () => {
    const ids = await Promise.all([importLines(final), importLines(final, nothing, '另名.txt')]);
    expect(ids[0].documents[0]?.skeleton.id).toBe(ids[1].documents[0]?.skeleton.id);
  });

  test('survives words that mean something in Markdown and YAML', async () => {
    const odd = [
      '关于"引号"、冒号: 和#号的通知',
      '为了试验，现将有关事项通知如下：',
      '一、```不执行 给予10万元奖励。',
      '二、> 引用 {a: b} [c] 给予20%补助。',
      '本通知自2024年1月1日起施行。',
    ];
    const imported = await importLines(odd);
    const content = libraryOf(imported);
    const corpus = new Map([[imported.textFile, imported.textBody.split('\n')]]);
    expect(checkCitations(content, corpus)).toEqual([]);
  });
});

describe('an imported document is compared with the library', () => {
  test('a copy is the same', async () => {
    const library = libraryOf(await importLines(final));
    const { documents } = await importLines(['', ...final], library);
    expect(documents[0]?.likeInLibrary).toMatchObject([
      { kinship: 'same', wordsInCommon: 1000, clausesReworded: 0, clausesAdded: 0, clausesLost: 0 },
    ]);
  });

  test('a draft is a draft of the final version, with its reworded clauses counted', async () => {
    const library = libraryOf(await importLines(final));
    const { documents } = await importLines(draft, library);
    expect(documents[0]?.likeInLibrary).toMatchObject([
      { kinship: 'draft_of', clausesSame: 1, clausesReworded: 2, clausesAdded: 0, clausesLost: 1 },
    ]);
    expect(documents[0]?.skeleton.text).toContain('类型: 草案');
  });

  test('the final version is one of its draft, a later edition later', async () => {
    const drafts = libraryOf(await importLines(draft));
    expect((await importLines(final, drafts)).documents[0]?.likeInLibrary).toMatchObject([
      { kinship: 'final_of' },
    ]);
    const finals = libraryOf(await importLines(final));
    const later = final.map((line) =>
      line
        .replace('2024年3月1日', '2025年3月1日')
        .replace('20万元', '30万元')
        .replace('300家', '500家'),
    );
    expect((await importLines(later, finals)).documents[0]?.likeInLibrary[0]?.kinship).toMatch(
      /later_version|nearly_same/u,
    );
  });

  test('another document of the same city is like nothing', async () => {
    const library = libraryOf(await importLines(final));
    const other = [
      '城市绿化管理办法',
      '为了加强城市绿化，改善生态环境，制定本办法。',
      '第一条 建设项目绿地率不低于30%，由园林部门核定。',
      '第二条 擅自砍伐树木的，责令补种。',
      '第三条 本办法自2024年1月1日起施行。',
    ];
    expect((await importLines(other, library)).documents[0]?.likeInLibrary).toEqual([]);
  });

  test('a second copy in the same file is found', async () => {
    const { documents } = await importLines([...final, ...final]);
    expect(
      documents.map(({ likeInFile }) => likeInFile.map(({ key, kinship }) => `${kinship} ${key}`)),
    ).toEqual([[], ['same 0']]);
  });
});

describe('the same words in another format', () => {
  const formats: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
    { name: 'docx', bytes: docxOfLines(final) },
    { name: 'pdf', bytes: pdfOfLines(final) },
    {
      name: 'html',
      bytes: Buffer.from(
        `<html><body>${final.map((line) => `<p>${escaped(line)}</p>`).join('')}</body></html>`,
      ),
    },
  ];
  for (const { name, bytes } of formats)
    test(`${name} is recognised as the text is`, async () => {
      const library = libraryOf(await importLines(final));
      const imported = await importFile(
        { name: `措施.${name}`, bytes },
        { content: library, today },
      );
      if (!imported.ok) throw new Error(imported.error.code);
      const { documents, text } = imported.value;
      expect(text.format).toBe(name);
      expect(documents.map(({ recognised }) => recognised.title.value)).toEqual([
        '关于支持企业成长的若干措施',
      ]);
      expect(documents[0]?.recognised.effective?.date?.toString()).toBe('2024-03-01');
      expect(documents[0]?.likeInLibrary).toMatchObject([{ kinship: 'same', wordsInCommon: 1000 }]);
      expect(documents[0]?.skeletonErrors).toBe(0);
    });
});

test('endless figures keep nobody waiting', async () => {
  const { documents } = await importLines([
    '关于数字的通知',
    '为了数字，现将有关事项通知如下：',
    `一、${'1'.repeat(200_000)}`,
    `二、${'一'.repeat(200_000)}`,
  ]);
  expect(documents).toHaveLength(1);
});

describe('the name of the plain text', () => {
  const cases = [
    ['政策.docx', '政策.txt'],
    ['a/b\\政策 (1).PDF', '政策 (1).txt'],
    ['../../etc/passwd', 'passwd.txt'],
    ['..', '_.txt'],
    ['<b>:"|?*.html', '_b______.txt'],
    ['', 'document.txt'],
  ] as const;
  for (const [given, name] of cases)
    test(`${given}: ${name}`, () => expect(textFileName(given)).toBe(name));
});
