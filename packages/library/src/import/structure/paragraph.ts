import type { PlainLine } from '../reading/plain-text.ts';
import { endsSentence, gluedTitle, isAddressee, isWebPageLine } from './line-marks.ts';
import { isDateLine } from './chinese-date.ts';
import { readMarker } from './numbering.ts';
import type { Marker } from './numbering.ts';

/** The part of a paragraph that stands on one line; lines count from 1. */
export interface Piece {
  readonly line: number;
  readonly text: string;
}

/** A paragraph, put together from the lines over which its layout spread it. */
export interface Paragraph {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly from: number;
  readonly to: number;
  readonly marker: Marker | undefined;
  readonly blankBefore: boolean;
  readonly heading: number | undefined;
  readonly emphasised: boolean;
  readonly startsPage: boolean;
  readonly cells: readonly string[] | undefined;
}

/** A line that is none of the document's words: a page number, a dotted line of contents, what a web page adds. */
export interface Stray {
  readonly line: number;
  readonly text: string;
  readonly kind: 'page_number' | 'contents' | 'bookmark' | 'web_page';
}

interface Line extends Piece {
  readonly layout: PlainLine;
  readonly blankBefore: boolean;
}

const wide = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’—…]/u;

/** Joins lines: nothing between Chinese characters, a blank between Latin words. */
export function joinLines(lines: readonly string[]): string {
  const parts: string[] = [];
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1]?.at(-1) ?? '';
    const first = line.at(0) ?? '';
    // A number that the layout broke is one number.
    const broken = /\d/u.test(last) && /\d/u.test(first);
    const apart = last !== '' && first !== '' && !wide.test(last) && !wide.test(first) && !broken;
    parts.push(apart ? ` ${line}` : line);
  }
  return parts.join('');
}

function trimmed(text: string): string {
  return text.replaceAll(/^[\s\u3000\u00a0\ufeff]+|[\s\u3000\u00a0]+$/gu, '');
}

const decorated = /^[-—–·•]+\s*\d{1,4}\s*[-—–·•]+$|^第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?$/u;
const contents = /[.…·．]{4,}\s*\d{1,4}$/u;

/** Lines with words, and what is stray among them. */
function readLines(layout: readonly PlainLine[]): {
  readonly lines: readonly Line[];
  readonly strays: readonly Stray[];
} {
  const lines: Line[] = [];
  const strays: Stray[] = [];
  let blankBefore = false;
  for (const [index, each] of layout.entries()) {
    const text = trimmed(each.text);
    const line = index + 1;
    if (text === '') blankBefore = true;
    else if (decorated.test(text)) strays.push({ line, text, kind: 'page_number' });
    else if (contents.test(text)) strays.push({ line, text, kind: 'contents' });
    else if (isWebPageLine(text)) strays.push({ line, text, kind: 'web_page' });
    else {
      const before = lines.at(-1);
      const midSentence =
        before !== undefined && before.text.length > 12 && !endsSentence(before.text);
      if (/^\d{1,4}$/u.test(text) && midSentence && each.cells === undefined)
        strays.push({ line, text, kind: 'page_number' });
      else {
        lines.push({ line, text, layout: each, blankBefore });
        blankBefore = false;
      }
    }
  }
  return { lines, strays };
}

/** How wide the lines around one are, if something cut them to a width, in the middle of sentences; else `undefined`. */
function widthAround(lines: readonly Line[], index: number): number | undefined {
  const near = lines.slice(Math.max(0, index - 6), index + 7).map(({ text }) => text);
  const widest = Math.max(...near.map(({ length }) => length));
  if (widest > 60 || widest < 16) return undefined;
  const cut = near.filter((text) => text.length >= widest - 3 && !endsSentence(text)).length;
  return cut >= 3 ? widest : undefined;
}

const bullet = /^(?:[—–-]{1,2}|[●•■◆▲★○◇□])/u;

/** Whether a paragraph of plain text goes on in the next line. */
function goesOn(lines: readonly Line[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (line === undefined || next === undefined) return false;
  if (line.layout.cells !== undefined || next.layout.cells !== undefined) return false;
  if (line.layout.heading !== undefined || next.layout.heading !== undefined) return false;
  if (/^[，。、；）》”]/u.test(next.text)) return true;
  if (readMarker(next.text)?.doubtful === false || bullet.test(next.text) || isDateLine(next.text))
    return false;
  if (isAddressee(next.text) && !isAddressee(`${line.text}：`)) return false;
  if (/^附\s*件/u.test(next.text) || endsSentence(line.text) || gluedTitle.test(line.text))
    return false;
  const width = widthAround(lines, index);
  if (width !== undefined && line.text.length >= width - 2) return true;
  if (isAddressee(`${line.text}：`) && !isAddressee(next.text)) return false;
  // A page ended here: what has commas is no title and no heading.
  return line.text.length >= 15 && /[，。；]/u.test(line.text) && !/[）)]$/u.test(line.text);
}

function paragraphOf(lines: readonly Line[]): Paragraph {
  const [first] = lines;
  const text = joinLines(lines.map((line) => line.text));
  const { layout, blankBefore = false } = first ?? {};
  return {
    text,
    pieces: lines.map(({ line, text: words }) => ({ line, text: words })),
    from: first?.line ?? 1,
    to: lines.at(-1)?.line ?? 1,
    marker: readMarker(text),
    blankBefore,
    heading: layout?.heading,
    emphasised: layout?.bold === true || layout?.centred === true || layout?.heading !== undefined,
    startsPage: layout?.startsPage === true,
    cells: layout?.cells,
  };
}

/** Puts the lines of a text together to paragraphs. */
export function readParagraphs(layout: readonly PlainLine[]): {
  readonly paragraphs: readonly Paragraph[];
  readonly strays: readonly Stray[];
} {
  const { lines, strays } = readLines(layout);
  const layoutTells = layout.some(({ continues }) => continues === true);
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  for (const [index, line] of lines.entries()) {
    open.push(line);
    const next = lines[index + 1];
    const pageEnds = next?.layout.startsPage === true && line.layout.cells === undefined;
    const more =
      layoutTells && !pageEnds
        ? line.layout.continues === true && next !== undefined
        : (line.layout.continues === true && next !== undefined) || goesOn(lines, index);
    if (more) continue;
    paragraphs.push(paragraphOf(open));
    open = [];
  }
  return { paragraphs, strays };
}
