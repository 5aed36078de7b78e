import { joinLines } from '../structure/paragraph.ts';
import type { Paragraph, Piece, Stray } from '../structure/paragraph.ts';

/** Words that stand in the text without a gap, and their lines. */
export interface Quotation {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function joinPieces(pieces: readonly Piece[]): Quotation {
  return {
    text: pieces.reduce((joined, { text }) => joinLines(joined, text.replaceAll(/\s+/gu, ' ')), ''),
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
  const cuts = new Set(strays.map(({ line }) => line));
  const isCut = (after: number, before: number) => {
    for (let line = after + 1; line < before; line++) if (cuts.has(line)) return true;
    return false;
  };
  const quotations: Quotation[] = [];
  let open: Piece[] = [];
  const close = () => {
    if (open.length > 0) quotations.push(joinPieces(open));
    open = [];
  };
  for (const { pieces, text } of paragraphs) {
    for (const piece of pieces) {
      const last = open.at(-1);
      if (last !== undefined && isCut(last.line, piece.line)) close();
      open.push(piece);
    }
    if (text.length > shortest) close();
  }
  close();
  return quotations;
}
