import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import type { RefusalCode } from '../../src/index.ts';
import { readFile } from '../../src/import/reading/read-file.ts';
import { readingLimits } from '../../src/import/reading/reading-limits.ts';
import type { PlainLine } from '../../src/import/reading/plain-text.ts';
import { docx, docxOfLines, pdf, pdfOfLines, wordParagraph, wordParts, zip } from './made-files.ts';

async function linesOf(bytes: Uint8Array, name = 'file'): Promise<readonly PlainLine[]> {
  const read = await readFile({ name, bytes });
  if (!read.ok) throw new Error(read.error.code);
  return read.value.lines;
}

async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  return (await linesOf(bytes)).map(({ text }) => text);
}

function utf8(text: string): Uint8Array {
  return Buffer.from(text);
}

describe('a text is read in the encoding that it was written in', () => {
  const words = '关于支持企业成长的通知\n一、支持范围（2024年）。';
  const lines = words.split('\n');
  const gbk = Buffer.from(
    'b9d8d3dad6a7b3d6c6f3d2b5b3c9b3a4b5c4cda8d6aa0ad2bba1a2d6a7b3d6b7b6cea7a3a832303234c4eaa3a9a1a3',
    'hex',
  );
  const wide = Buffer.from(words, 'utf16le');
  const cases: readonly {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly encoding: string;
  }[] = [
    { name: 'UTF-8', bytes: utf8(words), encoding: 'utf-8' },
    { name: 'UTF-8 with a byte order mark', bytes: utf8(`\uFEFF${words}`), encoding: 'utf-8' },
    { name: 'GBK', bytes: gbk, encoding: 'gb18030' },
    {
      name: 'UTF-16 with a byte order mark',
      bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
      encoding: 'utf-16le',
    },
    {
      name: 'UTF-16, big end first',
      bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), wide]).swap16(),
      encoding: 'utf-16be',
    },
  ];
  for (const c of cases)
    test(c.name, async () => {
      const read = await readFile({ name: 'a.txt', bytes: c.bytes });
      expect(read).toMatchObject({ ok: true, value: { format: 'txt', encoding: c.encoding } });
      expect(await textsOf(c.bytes)).toEqual(lines);
    });

  test('a file cut off within a character is read as far as it goes, with a remark', async () => {
    const read = await readFile({ name: 'a.txt', bytes: utf8(words).subarray(0, -2) });
    expect(read).toMatchObject({
      ok: true,
      value: { remarks: [{ zh: expect.stringContaining('缺了半个字') }] },
    });
  });
});

describe('a web page', () => {
  test('keeps headings, bold and centred lines, rows of tables; drops scripts, styles, menus and hidden parts', async () => {
    const page = `<html><head><title>站名</title><style>p{}</style></head><body>
      <nav><a>首页</a></nav><ul><li><a>甲</a></li><li><a>乙</a></li><li><a>丙</a></li></ul>
      <h1>标题</h1><p align="center">（2024年）</p><p><b>一、总则</b></p><p>正文&nbsp;甲&amp;乙，<br>另一行。<script>alert('x')</script></p>
      <div style="display:none"><p>看不见<div>也看不见</div></p></div>
      <table><tr><td>名称</td><td>金额</td></tr><tr><td><p>奖励</p></td><td>20万元</td></tr></table></body></html>`;
    expect(await linesOf(utf8(page))).toEqual([
      { text: '标题', heading: 1 },
      { text: '（2024年）', centred: true },
      { text: '一、总则', bold: true },
      { text: '正文 甲&乙，' },
      { text: '另一行。' },
      { text: '名称\t金额', cells: ['名称', '金额'] },
      { text: '奖励\t20万元', cells: ['奖励', '20万元'] },
    ]);
  });

  test('says when its name promises something else', async () => {
    const read = await readFile({
      name: '通知.docx',
      bytes: utf8('<html><body><p>某通知。</p></body></html>'),
    });
    expect(read).toMatchObject({
      ok: true,
      value: { format: 'html', remarks: [{ zh: '文件名写的是 .docx，内容是 html，按内容读' }] },
    });
  });

  test('nested a million deep is read like any other', async () => {
    expect(await textsOf(utf8(`<html><body>${'<div><b>'.repeat(500_000)}底`))).toEqual(['底']);
  });

  test('expands no entities that it declares itself', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    );
    const page = `<!DOCTYPE html [<!ENTITY l0 "哈">${laughs.join('')}]><html><body><p>正文&l9;</p></body></html>`;
    expect((await textsOf(utf8(page))).join('').length).toBeLessThan(1000);
  });
});

describe('a Word file', () => {
  test('keeps paragraphs, centring, bold, tables, page breaks', async () => {
    const table = `<w:tbl><w:tr><w:tc>${wordParagraph('名称')}</w:tc><w:tc>${wordParagraph('金额')}</w:tc></w:tr></w:tbl>`;
    const bold = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>一、总则</w:t></w:r></w:p>';
    const body = `${wordParagraph('标题', '<w:jc w:val="center"/>')}${bold}${wordParagraph('正文 & 其他。')}${table}<w:p><w:r><w:br w:type="page"/><w:t>下一页</w:t></w:r></w:p>`;
    expect(await linesOf(docx(body))).toEqual([
      { text: '标题', centred: true },
      { text: '一、总则', bold: true },
      { text: '正文 & 其他。' },
      { text: '名称\t金额', cells: ['名称', '金额'] },
      { text: '下一页', startsPage: true },
    ]);
  });

  test('has its automatic numbers written out', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const at = (depth: number) =>
      `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="3"/></w:numPr>`;
    const body = [
      wordParagraph('甲', at(0)),
      wordParagraph('乙', at(1)),
      wordParagraph('丙', at(2)),
      wordParagraph('丁', at(2)),
      wordParagraph('无号'),
      wordParagraph('戊', at(1)),
      wordParagraph('己', at(0)),
      wordParagraph('庚', at(1)),
    ].join('');
    expect(await textsOf(docx(body, [{ name: 'word/numbering.xml', body: numbering }]))).toEqual([
      '一、甲',
      '（一）乙',
      '1.丙',
      '2.丁',
      '无号',
      '（二）戊',
      '二、己',
      '（一）庚',
    ]);
  });
});

describe('a PDF', () => {
  const lines = [
    '关于支持企业成长的通知',
    `一、${'支持企业扩大生产，'.repeat(12)}按规定给予奖励。`,
    '二、本通知自2024年1月1日起施行。',
  ];
  test('says where paragraphs go on, and loses its page numbers', async () => {
    const read = await linesOf(pdfOfLines(lines));
    expect(read.map(({ text }) => text).join('')).toBe(lines.join(''));
    expect(read.map(({ continues }) => continues === true)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('has plain characters for radicals that only look like them', async () => {
    const read = await textsOf(pdf([[{ text: '⼈⺠政府⽂件', x: 100, y: 700, size: 16 }]]));
    expect(read).toEqual(['人民政府文件']);
  });

  test('parts the cells of a row', async () => {
    const row = [
      { text: '名称', x: 90, y: 700, size: 16 },
      { text: '金额', x: 300, y: 700, size: 16 },
    ];
    expect(await linesOf(pdf([row]))).toEqual([{ text: '名称\t金额', cells: ['名称', '金额'] }]);
  });
});

const bomb = 'x'.repeat(8 * 1024 * 1024);
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const refusals: readonly {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: RefusalCode;
  readonly says?: string;
}[] = [
  { name: 'no bytes', bytes: utf8(''), code: 'empty' },
  { name: 'blanks alone', bytes: utf8(' \n\n　'), code: 'empty' },
  {
    name: 'a page without words',
    bytes: utf8('<html><body><img src="a.png"></body></html>'),
    code: 'empty',
  },
  { name: 'a docx without words', bytes: docx('<w:p/>'), code: 'empty' },
  { name: 'a scanned PDF', bytes: pdf([[]]), code: 'no_text', says: '扫描件' },
  {
    name: 'a PDF that ends too early',
    bytes: pdfOfLines(['通知']).subarray(0, 200),
    code: 'damaged',
  },
  { name: 'a PDF of its first line alone', bytes: utf8('%PDF-1.7\n'), code: 'damaged' },
  {
    name: 'a PDF with a password',
    bytes: pdf(
      [[]],
      `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -44 >>`,
    ),
    code: 'encrypted',
  },
  {
    name: 'a docx with a password',
    bytes: Buffer.concat([ole, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]),
    code: 'encrypted',
  },
  {
    name: 'a doc of old Word',
    bytes: Buffer.concat([ole, Buffer.alloc(512), Buffer.from('WordDocument', 'utf16le')]),
    code: 'not_a_document',
    says: '.doc',
  },
  {
    name: 'a zip with encrypted parts',
    bytes: zip(wordParts('<w:p/>').map((part) => ({ ...part, encrypted: true }))),
    code: 'encrypted',
  },
  {
    name: 'a docx that ends too early',
    bytes: docxOfLines(['通知']).subarray(0, 300),
    code: 'damaged',
  },
  {
    name: 'a docx whose text is no XML',
    bytes: zip(
      wordParts('').map((part) =>
        part.name === 'word/document.xml' ? { ...part, body: '<w:document><w:body' } : part,
      ),
    ),
    code: 'damaged',
  },
  {
    name: 'a docx that declares entities',
    bytes: zip(
      wordParts('').map((part) =>
        part.name === 'word/document.xml'
          ? { ...part, body: '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>' }
          : part,
      ),
    ),
    code: 'damaged',
  },
  {
    name: 'a zip bomb',
    bytes: docx('<w:p/>', [{ name: 'word/media.xml', body: bomb }]),
    code: 'zip_bomb',
  },
  {
    name: 'a zip bomb that lies about its size',
    bytes: docx('<w:p/>', [{ name: 'word/header1.xml', body: bomb, announced: 100 }]),
    code: 'zip_bomb',
  },
  {
    name: 'an Excel workbook',
    bytes: zip([{ name: 'xl/workbook.xml', body: '<workbook/>' }]),
    code: 'not_a_document',
    says: 'Excel',
  },
  {
    name: 'another archive',
    bytes: zip([{ name: 'a.txt', body: '文字' }]),
    code: 'not_a_document',
    says: '压缩包',
  },
  {
    name: 'an image',
    bytes: Buffer.from('89504e470d0a1a0a', 'hex'),
    code: 'not_a_document',
    says: '图片',
  },
  {
    name: 'a program',
    bytes: Buffer.from(`4d5a${'00'.repeat(80)}`, 'hex'),
    code: 'not_a_document',
    says: '程序',
  },
  { name: 'RTF', bytes: utf8('{\\rtf1 abc}'), code: 'not_a_document', says: 'RTF' },
  {
    name: 'bytes that are no text',
    bytes: Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251)),
    code: 'not_a_document',
  },
  {
    name: 'text of no known encoding',
    bytes: Buffer.from(Array.from({ length: 400 }, (_, at) => 0x80 + ((at * 37) % 60))),
    code: 'unknown_encoding',
  },
  {
    name: 'more bytes than allowed',
    bytes: new Uint8Array(readingLimits.file + 1),
    code: 'too_large',
    says: '31 MB',
  },
  {
    name: 'more text than allowed',
    bytes: utf8('字'.repeat(readingLimits.characters + 1)),
    code: 'too_large',
    says: '文字太多',
  },
];

describe('a file that cannot be read is refused with a reason and a mend', () => {
  for (const c of refusals)
    test(c.name, async () => {
      const read = await readFile({ name: 'file', bytes: c.bytes });
      if (read.ok) throw new Error('it was read');
      const { code, message, mend } = read.error;
      expect(code).toBe(c.code);
      expect(message.zh).toContain(c.says ?? '');
      for (const words of [message.en, mend.zh, mend.en]) expect(words).not.toBe('');
    });

  test('more pages than allowed', async () => {
    const bytes = pdf([[], [], []]);
    const read = await readFile(
      { name: 'a.pdf', bytes },
      { limits: { ...readingLimits, pages: 2 } },
    );
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'too_large', message: { zh: '有 3 页，最多 2 页' } },
    });
  });

  test('its owner may cancel', async () => {
    const read = await readFile(
      { name: 'a.txt', bytes: utf8('通知') },
      { signal: AbortSignal.abort() },
    );
    expect(read).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  test('it stops when its time is up', async () => {
    const limits = { ...readingLimits, milliseconds: -1 };
    const read = await readFile({ name: 'a.txt', bytes: utf8('通知') }, { limits });
    expect(read).toMatchObject({ ok: false, error: { code: 'too_slow' } });
  });
});
