import { SourceText, withoutSpace } from '@luodi/language';
import type { PolicyDocument, SourceLines } from '@luodi/language';
import { findFigures } from './figures.ts';
import type { TextFigure } from './figures.ts';

/** A figure of a source text that no quotation holds, though it stands in no copy of what is quoted. */
export interface LooseFigure extends TextFigure {
  readonly file: string;
  readonly line: number;
  /** The document whose lines these are; `undefined` between documents. */
  readonly document: string | undefined;
}

/** A figure that need not be quoted, and why: it stands in the named line and reads as given. */
export interface FigureException {
  readonly file: string;
  readonly line: number;
  readonly figure: string;
  readonly reason: string;
}

export interface CorpusCoverage {
  /** Figures of all source texts. */
  readonly figures: number;
  readonly quoted: number;
  /** In lines that a document names as its copies. */
  readonly copied: number;
  readonly excepted: readonly (LooseFigure & { readonly reason: string })[];
  readonly loose: readonly LooseFigure[];
}

type Corpus = ReadonlyMap<string, readonly string[]>;

function contains({ file, from, to }: SourceLines, otherFile: string, line: number): boolean {
  return file === otherFile && line >= from && line <= to;
}

/** Marks the characters of one source text that the quotations of its documents hold. */
function quotedCharacters(
  source: SourceText,
  file: string,
  documents: readonly PolicyDocument[],
): Uint8Array {
  const quoted = new Uint8Array(source.startOf(source.lines.length + 1));
  for (const { clauses } of documents)
    for (const { passages } of clauses)
      for (const { quote } of passages) {
        if (quote.source.file !== file) continue;
        const words = withoutSpace(quote.text);
        const begin = source.startOf(quote.source.from);
        const end = source.startOf(quote.source.to + 1);
        // The same words may stand twice in a clause: each place counts.
        for (
          let at = source.find(words, begin);
          words !== '' && at >= 0 && at + words.length <= end;
          at = source.find(words, at + 1)
        )
          quoted.fill(1, at, at + words.length);
      }
  return quoted;
}

/**
 * The reverse of comparing quotations with the source: every figure of the source texts is inside a quotation, in a copy of
 * a quoted document, or excepted with a reason; what is left is returned.
 */
export function coverCorpus(
  documents: readonly PolicyDocument[],
  corpus: Corpus,
  exceptions: readonly FigureException[],
): CorpusCoverage {
  const counts = { figures: 0, quoted: 0, copied: 0 };
  const excepted: (LooseFigure & { readonly reason: string })[] = [];
  const loose: LooseFigure[] = [];
  for (const [file, lines] of corpus) {
    const source = new SourceText(lines);
    const quoted = quotedCharacters(source, file, documents);
    for (const [index, text] of source.lines.entries()) {
      const line = index + 1;
      for (const figure of findFigures(text)) {
        counts.figures++;
        const start = source.startOf(line);
        if (!quoted.subarray(start + figure.start, start + figure.end).includes(0)) {
          counts.quoted++;
          continue;
        }
        if (documents.some(({ copies }) => copies.some((copy) => contains(copy, file, line)))) {
          counts.copied++;
          continue;
        }
        const owner = documents.find((document) => contains(document.source, file, line));
        const found: LooseFigure = { ...figure, file, line, document: owner?.id };
        const exception = exceptions.find(
          (each) => each.file === file && each.line === line && each.figure === figure.text,
        );
        if (exception === undefined) loose.push(found);
        else excepted.push({ ...found, reason: exception.reason });
      }
    }
  }
  return { ...counts, excepted, loose };
}
