/** Tags of a part of a docx in their order; character data between them is skipped. */
const tag = /<(\/?)([\w:]+)((?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/gu;

function value(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(attributes)?.[1];
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** How the automatic numbers of a docx read: per list its levels. */
export interface WordNumbering {
  readonly lists: ReadonlyMap<string, ReadonlyMap<number, Level>>;
}

/** Reads `word/numbering.xml`. */
function readWordNumbering(xml: string): WordNumbering {
  const abstract = new Map<string, Map<number, Level>>();
  const lists = new Map<string, ReadonlyMap<number, Level>>();
  let levels: Map<number, Level> | undefined;
  let level = 0;
  let list = '';
  const change = (fields: Partial<Level>) =>
    levels?.set(level, {
      ...(levels.get(level) ?? { format: 'decimal', text: '', start: 1 }),
      ...fields,
    });
  for (const [, closing, name, attributes = ''] of xml.matchAll(tag)) {
    const val = value(attributes, 'w:val') ?? '';
    if (closing === '/') {
      if (name === 'w:abstractNum') levels = undefined;
    } else if (name === 'w:abstractNum') {
      levels = new Map();
      abstract.set(value(attributes, 'w:abstractNumId') ?? '', levels);
    } else if (name === 'w:lvl') level = Number(value(attributes, 'w:ilvl') ?? 0);
    else if (name === 'w:numFmt') change({ format: val });
    else if (name === 'w:lvlText') change({ text: val });
    else if (name === 'w:start') change({ start: Number(val) });
    else if (name === 'w:num') list = value(attributes, 'w:numId') ?? '';
    else if (name === 'w:abstractNumId') lists.set(list, abstract.get(val) ?? new Map());
  }
  return { lists };
}

const figures = '零一二三四五六七八九';

/** 1 to 99 in Chinese: 十一, 二十. */
function inChinese(number: number): string {
  if (number < 10) return figures[number] ?? '';
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens === 1 ? '' : (figures[tens] ?? '')}十${ones === 0 ? '' : (figures[ones] ?? '')}`;
}

function written(number: number, format: string): string {
  if (/chinese|ideograph|japanese|taiwanese/iu.test(format) && number < 100)
    return format === 'decimalEnclosedCircleChinese'
      ? String.fromCodePoint(0x245f + number)
      : inChinese(number);
  if (format === 'decimalEnclosedCircle' && number <= 20)
    return String.fromCodePoint(0x245f + number);
  if (format === 'lowerLetter') return String.fromCodePoint(96 + ((number - 1) % 26) + 1);
  if (format === 'upperLetter') return String.fromCodePoint(64 + ((number - 1) % 26) + 1);
  return String(number);
}

/** Counts the lists of a document as its paragraphs come. */
class Counters {
  private readonly numbering: WordNumbering;
  private readonly counts = new Map<string, number[]>();

  constructor(numbering: WordNumbering) {
    this.numbering = numbering;
  }

  /** The number of the next paragraph of a list; empty for a bullet. */
  next(list: string, level: number): string {
    const levels = this.numbering.lists.get(list);
    const own = levels?.get(level);
    if (
      levels === undefined ||
      own === undefined ||
      level > 8 ||
      own.format === 'bullet' ||
      own.format === 'none'
    )
      return '';
    const counts = this.counts.get(list) ?? [];
    this.counts.set(list, counts);
    counts.length = Math.min(counts.length, level + 1);
    for (let each = 0; each <= level; each++)
      counts[each] ??= (levels.get(each)?.start ?? 1) - (each === level ? 1 : 0);
    counts[level] = (counts[level] ?? 0) + 1;
    return own.text.replace(/%(\d)/gu, (_, digit: string) => {
      const each = Number(digit) - 1;
      return written(counts[each] ?? 1, levels.get(each)?.format ?? 'decimal');
    });
  }
}

interface ListPlace {
  readonly list: string;
  readonly level: number;
}

function placeIn(properties: string): ListPlace | undefined {
  const numbered = /<w:numPr\b[^>]*>([\s\S]*?)<\/w:numPr>/u.exec(properties)?.[1];
  if (numbered === undefined) return undefined;
  const list = /<w:numId\b([^>]*)>/u.exec(numbered)?.[1];
  const level = /<w:ilvl\b([^>]*)>/u.exec(numbered)?.[1];
  return {
    list: value(list ?? '', 'w:val') ?? '',
    level: Number(value(level ?? '', 'w:val') ?? 0),
  };
}

/** Styles of `word/styles.xml` whose paragraphs are numbered. */
function numberedStyles(xml: string): ReadonlyMap<string, ListPlace> {
  const styles = new Map<string, ListPlace>();
  for (const part of xml.split('<w:style ').slice(1)) {
    const body = part.slice(0, part.indexOf('</w:style>'));
    const id = value(` ${body.slice(0, body.indexOf('>'))}`, 'w:styleId');
    const place = placeIn(body);
    if (id !== undefined && place !== undefined) styles.set(id, place);
  }
  return styles;
}

/**
 * Writes the automatic numbers of `word/document.xml` into its text: `一、` that Word only draws would be lost otherwise.
 */
export function writeOutNumbers(
  documentXml: string,
  numberingXml: string,
  stylesXml: string,
): string {
  const counters = new Counters(readWordNumbering(numberingXml));
  const styles = numberedStyles(stylesXml);
  return documentXml.replaceAll(
    /<w:pPr>((?:(?!<w:pPr>)[\s\S])*?)<\/w:pPr>/gu,
    (whole, properties: string) => {
      const style = /<w:pStyle\b([^>]*)>/u.exec(properties)?.[1];
      const place = placeIn(properties) ?? styles.get(value(style ?? '', 'w:val') ?? '');
      if (place === undefined) return whole;
      const number = counters.next(place.list, place.level);
      const bare = whole.replace(/<w:numPr\b[^>]*>[\s\S]*?<\/w:numPr>/u, '');
      return number === '' ? bare : `${bare}<w:r><w:t xml:space="preserve">${number}</w:t></w:r>`;
    },
  );
}
