import { joinLines } from '../structure/paragraph.ts';
import type { Paragraph, Piece, Stray } from '../structure/paragraph.ts';

/** Words that stand in the text without a gap, and their lines. */
export interface Quotation {
  /** Set where the words are none of the document's: a page number in the middle of a sentence. */
  readonly stray?: Stray['kind'];
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function joinPieces(pieces: readonly Piece[]): Quotation {
  return {
    text: joinLines(pieces.map(({ text }) => text.replaceAll(/\s+/gu, ' '))),
    from: pieces[0]?.line ?? 1,
    to: pieces.at(-1)?.line ?? 1,
  };
}

/** Headings go with the paragraph that follows them. */
const shortest = 40;

/** Paragraphs as quotations: a stray line inside one cuts it in two, a short one goes with the next. */
export function quotationsOf(
  paragraphs: readonly Paragraph[],
  strays: readonly Stray[],
): readonly Quotation[] {
  const between = (after: number, before: number) =>
    strays.filter(({ line }) => line > after && line < before);
  const quotations: Quotation[] = [];
  let open: Piece[] = [];
  const close = () => {
    if (open.length > 0) quotations.push(joinPieces(open));
    open = [];
  };
  for (const { pieces, text } of paragraphs) {
    for (const piece of pieces) {
      const last = open.at(-1);
      const cuts = last === undefined ? [] : between(last.line, piece.line);
      if (cuts.length > 0) close();
      for (const { line, text: words, kind } of cuts)
        quotations.push({ text: words, from: line, to: line, stray: kind });
      open.push(piece);
    }
    if (text.length > shortest) close();
  }
  close();
  return quotations;
}
