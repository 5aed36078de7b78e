import { isDateLine } from './chinese-date.ts';
import { findAnnexTitle, findTitle } from './document-title.ts';
import type { FoundTitle } from './document-title.ts';
import {
  gluedTitle,
  isAddressee,
  isClosing,
  isCopyLine,
  isLetterhead,
  isOpening,
  isPrintedLine,
  isPublicityLine,
  readAnnexMark,
  readNumberLine,
  withoutBlanks,
} from './line-marks.ts';
import { readMarker } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import type { Paragraph, Piece } from './paragraph.ts';

/** What shows that a document begins. */
export type StartSign =
  | 'file'
  | 'letterhead'
  | 'title'
  | 'addressee'
  | 'opening'
  | 'first_clause'
  | 'annex';

/** The paragraphs of one document among several that run together. */
export interface Stretch {
  readonly sign: StartSign;
  readonly title: FoundTitle | undefined;
  readonly annexNumber: string | undefined;
  readonly paragraphs: readonly Paragraph[];
}

/** Parts the pieces of a paragraph so that the second part holds its last characters, blanks not counted. */
function cutPieces(
  pieces: readonly Piece[],
  last: number,
): readonly [readonly Piece[], readonly Piece[]] {
  const ours = [...pieces];
  const theirs: Piece[] = [];
  let left = last;
  while (left > 0) {
    const piece = ours.pop();
    if (piece === undefined) break;
    let at = piece.text.length;
    while (at > 0 && left > 0) if (!/\s/u.test(piece.text[--at] ?? '')) left--;
    theirs.unshift({ line: piece.line, text: piece.text.slice(at) });
    if (at > 0) ours.push({ line: piece.line, text: piece.text.slice(0, at) });
  }
  return [ours, theirs];
}

/** Cuts a title off the end of a closing paragraph that it is stuck to. */
function unglue(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  return paragraphs.flatMap((paragraph, index): readonly Paragraph[] => {
    const [, closing = '', title = ''] = gluedTitle.exec(paragraph.text) ?? [];
    const next = paragraphs[index + 1];
    if (closing === '' || !isClosing(closing) || next === undefined || !isOpening(next.text))
      return [paragraph];
    const [ours, theirs] = cutPieces(paragraph.pieces, withoutBlanks(title).length);
    const [from, to] = [theirs[0]?.line ?? paragraph.to, ours.at(-1)?.line ?? paragraph.from];
    return [
      { ...paragraph, text: closing, pieces: ours, to },
      {
        ...paragraph,
        text: title,
        pieces: theirs,
        from,
        marker: readMarker(title),
        blankBefore: true,
      },
    ];
  });
}

/** What is known of the document that is being read. */
class Reading {
  /** It has words of its own: an opening, a clause. */
  hasBody = false;
  /** Its last clause was read; what may still come are signature, date, annexes. */
  closed = false;
  readonly highest = new Map<Numbering, number>();

  take({ text, marker }: Paragraph): void {
    if (marker !== undefined && !marker.doubtful) {
      this.highest.set(
        marker.numbering,
        Math.max(marker.number, this.highest.get(marker.numbering) ?? 0),
      );
      this.hasBody = true;
      if (this.closed && !isClosing(text)) this.closed = false;
    }
    if ((text.length > 40 && !isAddressee(text)) || isOpening(text)) this.hasBody = true;
    if (isClosing(text)) this.closed = this.hasBody = true;
    if (this.hasBody && (isPrintedLine(text) || isPublicityLine(text) || isDateLine(text)))
      this.closed = true;
  }
}

interface Start {
  readonly sign: StartSign;
  readonly title: FoundTitle | undefined;
  readonly annexNumber: string | undefined;
}

class Splitter {
  private readonly paragraphs: readonly Paragraph[];
  private reading = new Reading();

  constructor(paragraphs: readonly Paragraph[]) {
    this.paragraphs = paragraphs;
  }

  split(): readonly Stretch[] {
    const stretches: (Start & { readonly paragraphs: Paragraph[] })[] = [];
    let at = 0;
    while (at < this.paragraphs.length) {
      const first = stretches.length === 0;
      const start =
        this.startAt(at) ??
        (first ? { sign: 'file', title: undefined, annexNumber: undefined } : undefined);
      const taken = start === undefined ? 1 : this.headLength(at, start);
      if (start !== undefined) {
        stretches.push({ ...start, paragraphs: [] });
        this.reading = new Reading();
      }
      for (const paragraph of this.paragraphs.slice(at, at + taken)) {
        stretches.at(-1)?.paragraphs.push(paragraph);
        if (
          start === undefined ||
          start.sign === 'opening' ||
          start.sign === 'first_clause' ||
          start.sign === 'file'
        )
          this.reading.take(paragraph);
      }
      at += taken;
    }
    return stretches;
  }

  /** Letterhead, number and title are one head: its parts begin no documents of their own. */
  private headLength(at: number, { title }: Start): number {
    if (title === undefined) return 1;
    let end = at;
    while (end < this.paragraphs.length && (this.paragraphs[end]?.from ?? 0) < title.from) end++;
    return Math.max(1, end - at + title.count);
  }

  private startAt(at: number): Start | undefined {
    const paragraph = this.paragraphs[at];
    if (paragraph === undefined) return undefined;
    const begins = at === 0 || this.reading.hasBody;
    const headed = begins ? (this.headStart(at, paragraph) ?? this.titleStart(at)) : undefined;
    // An annex may be a form without any text; the next one begins all the same.
    return headed ?? this.annexStart(at, paragraph) ?? this.bareStart(at, paragraph);
  }

  /** A title within the next few lines, over letterhead, numbers and dates. */
  private titleBelow(at: number): FoundTitle | undefined {
    for (let below = at + 1; below <= at + 4; below++) {
      const found = findTitle(this.paragraphs, below);
      if (found !== undefined) return found;
      const text = this.paragraphs[below]?.text ?? '';
      if (
        !isLetterhead(text) &&
        readNumberLine(text) === undefined &&
        !isDateLine(text) &&
        text.length > 20
      )
        return undefined;
    }
    return undefined;
  }

  private headStart(at: number, { text }: Paragraph): Start | undefined {
    if (!isLetterhead(text) && readNumberLine(text) === undefined) return undefined;
    const title = this.titleBelow(at);
    return title === undefined ? undefined : { sign: 'letterhead', title, annexNumber: undefined };
  }

  private titleStart(at: number): Start | undefined {
    const title = findTitle(this.paragraphs, at);
    if (title === undefined || this.namesAnnex(at)) return undefined;
    return { sign: 'title', title, annexNumber: undefined };
  }

  /** A list of annexes names them one a line; none of these lines is the annex itself. */
  private namesAnnex(at: number): boolean {
    const before = this.paragraphs[at - 1];
    return (
      before !== undefined &&
      /^附\s*件\s*[:：]/u.test(before.text) &&
      withoutBlanks(before.text).length > 4
    );
  }

  private annexStart(at: number, { text }: Paragraph): Start | undefined {
    const mark = readAnnexMark(text);
    if (mark === undefined || withoutBlanks(mark.rest) !== '') return undefined;
    // `附件：` above a numbered list only names the annexes.
    const lists = mark.colon && this.paragraphs[at + 1]?.marker?.numbering === 'digit';
    if (lists) return undefined;
    const title = findAnnexTitle(this.paragraphs, at + 1);
    return { sign: 'annex', title, annexNumber: mark.number };
  }

  /** Starts that have lost their title: an addressee, an opening, a numbering that begins again. */
  private bareStart(at: number, paragraph: Paragraph): Start | undefined {
    if (at === 0 || !this.reading.hasBody) return undefined;
    const { text, marker } = paragraph;
    const { closed, highest } = this.reading;
    const bare = (sign: StartSign): Start => ({ sign, title: undefined, annexNumber: undefined });
    const next = this.paragraphs[at + 1];
    if (isAddressee(text) && next !== undefined && (closed || isOpening(next.text)))
      return bare('addressee');
    if (marker === undefined) {
      const clauses = this.paragraphs
        .slice(at + 1, at + 6)
        .some(({ marker: below }) => below?.number === 1);
      return closed && isOpening(text) && !isClosing(text) && clauses && !isCopyLine(text)
        ? bare('opening')
        : undefined;
    }
    if (marker.number !== 1 || marker.doubtful) return undefined;
    if (marker.numbering === 'article')
      return closed ||
        (highest.get('article') ?? 0) > 1 ||
        ((highest.get('chinese_bracketed') ?? 0) >= 2 &&
          !highest.has('article') &&
          !highest.has('chapter'))
        ? bare('first_clause')
        : undefined;
    const outermost = marker.numbering === 'chinese' || marker.numbering === 'chapter';
    return outermost && closed && (highest.get(marker.numbering) ?? 0) >= 1
      ? bare('first_clause')
      : undefined;
  }
}

/** Separates the documents that run together in one text, each with what shows that it begins. */
export function splitDocuments(paragraphs: readonly Paragraph[]): readonly Stretch[] {
  return new Splitter(unglue(paragraphs)).split();
}
