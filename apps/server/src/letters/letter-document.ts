import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  convertMillimetersToTwip,
} from 'docx';
import type { IParagraphOptions } from 'docx';
import { Temporal } from '@luodi/kernel';
import type { LetterJson, LetterPart } from '../contract/index.ts';
import { dayWords } from './letter-words.ts';

/** The media type of Word documents. */
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The measures of GB/T 9704-2012 (格式 of official documents): A4 with a type area of 156 × 225 mm, 22 lines of 28 characters,
 * title 二号, body 三号, page number 四号. Sizes in half points, distances in twentieths of a point.
 */
const page = {
  width: convertMillimetersToTwip(210),
  height: convertMillimetersToTwip(297),
  top: convertMillimetersToTwip(37),
  left: convertMillimetersToTwip(28),
  right: convertMillimetersToTwip(26),
  bottom: convertMillimetersToTwip(35),
};
const size = { title: 44, body: 32, table: 28, small: 24 } as const;
const line = { line: 580, lineRule: LineRuleType.EXACT } as const;
const twoCharacters = 640;
const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman' };
const fonts = {
  title: { ...latin, eastAsia: '方正小标宋简体' },
  heading: { ...latin, eastAsia: '黑体' },
  body: { ...latin, eastAsia: '仿宋' },
  quote: { ...latin, eastAsia: '楷体' },
} as const;

function run(text: string, font: keyof typeof fonts, height: number): TextRun {
  return new TextRun({ text, font: fonts[font], size: height });
}

function bodyLine(text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: line, ...options, children: [run(text, 'body', size.body)] });
}

function cell(text: string, head: boolean): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: text
      .split('\n')
      .map(
        (words) => new Paragraph({ children: [run(words, head ? 'heading' : 'body', size.table)] }),
      ),
  });
}

function tableOf({ columns, rows }: Extract<LetterPart, { kind: 'table' }>): Table {
  const body = rows.map(
    (row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) }),
  );
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((text) => cell(text, true)),
  });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...body] });
}

function quoted({ text, source }: Extract<LetterPart, { kind: 'quote' }>): Paragraph[] {
  const words = text.split('\n').filter((each) => each.trim() !== '');
  return [
    ...words.map(
      (each) =>
        new Paragraph({
          spacing: line,
          indent: { left: twoCharacters, firstLine: twoCharacters },
          children: [run(each.trim(), 'quote', size.body)],
        }),
    ),
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: { after: 120 },
      children: [run(`出处：${source}`, 'quote', size.small)],
    }),
  ];
}

function partOf(part: LetterPart): readonly (Paragraph | Table)[] {
  switch (part.kind) {
    case 'paragraph':
      return [bodyLine(part.text, { indent: { firstLine: twoCharacters } })];
    case 'heading':
      return [
        new Paragraph({
          spacing: line,
          indent: { firstLine: twoCharacters },
          keepNext: true,
          children: [run(part.text, 'heading', size.body)],
        }),
      ];
    case 'quote':
      return quoted(part);
    case 'table':
      return [tableOf(part)];
  }
}

/** The signature stands four characters from the right edge, the date below it. */
function closing({ signature, date }: LetterJson): readonly Paragraph[] {
  const day = dayWords(Temporal.PlainDate.from(date));
  const right = { alignment: AlignmentType.RIGHT, indent: { right: 2 * twoCharacters } };
  return [
    bodyLine(''),
    ...signature.map((body) => bodyLine(body, { ...right, keepNext: true })),
    bodyLine(day, right),
  ];
}

function pageNumber(): Footer {
  const children = ['— ', PageNumber.CURRENT, ' —'];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children, font: { ...latin, eastAsia: '宋体' }, size: 28 })],
      }),
    ],
  });
}

/** A letter as a Word document, laid out as offices lay out theirs. */
export async function letterDocument(letter: LetterJson): Promise<Uint8Array<ArrayBuffer>> {
  const { title, number, addressee, parts } = letter;
  const head = [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 200, after: 300 },
      children: [run(title, 'title', size.title)],
    }),
    ...(number === '' ? [] : [bodyLine(number, { alignment: AlignmentType.CENTER })]),
    bodyLine(''),
    ...(addressee === '' ? [] : [bodyLine(`${addressee}：`)]),
  ];
  const document = new Document({
    creator: '落地 Luodi',
    title,
    styles: { default: { document: { run: { font: fonts.body, size: size.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, right: page.right, bottom: page.bottom, left: page.left },
          },
        },
        footers: { default: pageNumber() },
        children: [...head, ...parts.flatMap(partOf), ...closing(letter)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
