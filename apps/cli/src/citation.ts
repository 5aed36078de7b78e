import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content, PolicyDocument, Quote, SourceLines } from '@luodi/language';

/** A quotation or reference that the source texts do not bear out. */
export interface CitationFault {
  readonly kind: 'absent_file' | 'absent_lines' | 'words_not_found' | 'words_not_quoted';
  readonly document: string;
  readonly clause: string;
  readonly source: SourceLines;
  /** The words that were not found in the source, or that the source has and nobody quotes. */
  readonly words: string;
  /** Line of the policy file. */
  readonly file: string;
  readonly line: number;
}

export interface CitationReport {
  readonly quotations: number;
  readonly faults: readonly CitationFault[];
}

/** Lines of each source text by file name; `undefined` where there is no such file. */
type Corpus = ReadonlyMap<string, readonly string[] | undefined>;

async function readCorpus(folder: string, files: Iterable<string>): Promise<Corpus> {
  const read = async (file: string) => {
    try {
      return [file, (await readFile(join(folder, file), 'utf8')).split(/\r?\n/)] as const;
    } catch {
      return [file, undefined] as const;
    }
  };
  return new Map(await Promise.all([...new Set(files)].map(read)));
}

/** Line breaks and spaces are the layout of a copy, not words of the text. */
function wordsOnly(text: string): string {
  return text.replace(/[\s\u3000\uFEFF]+/g, '');
}

function linesOf({ file, from, to }: SourceLines, corpus: Corpus): string | undefined {
  const lines = corpus.get(file);
  if (lines === undefined || from < 1 || to > lines.length || from > to) return undefined;
  return wordsOnly(lines.slice(from - 1, to).join(''));
}

function quoteFault(quote: Quote, corpus: Corpus): CitationFault['kind'] | undefined {
  if (corpus.get(quote.source.file) === undefined) return 'absent_file';
  const source = linesOf(quote.source, corpus);
  if (source === undefined) return 'absent_lines';
  return source.includes(wordsOnly(quote.text)) ? undefined : 'words_not_found';
}

/** The first words of a clause's lines that none of its quotations holds. */
function unquotedWords(
  source: SourceLines,
  quotes: readonly Quote[],
  corpus: Corpus,
): string | undefined {
  let left = linesOf(source, corpus);
  if (left === undefined) return undefined;
  for (const { text } of quotes) left = left.replace(wordsOnly(text), '\n');
  return left.split('\n').find((words) => words !== '');
}

function documentFaults(document: PolicyDocument, corpus: Corpus): readonly CitationFault[] {
  return document.clauses.flatMap(({ heading, source, passages, span }) => {
    const quotes = passages.map(({ quote }) => quote);
    const at = { document: document.id, clause: heading };
    const wrong = quotes.flatMap((quote): readonly CitationFault[] => {
      const kind = quoteFault(quote, corpus);
      const { file, start } = quote.span;
      return kind === undefined
        ? []
        : [{ kind, ...at, source: quote.source, words: quote.text, file, line: start.line }];
    });
    const words = wrong.length > 0 ? undefined : unquotedWords(source, quotes, corpus);
    return words === undefined
      ? wrong
      : [
          {
            kind: 'words_not_quoted',
            ...at,
            source,
            words,
            file: span.file,
            line: span.start.line,
          },
        ];
  });
}

/**
 * Compares every quotation with the source text that it names, character by character but for spaces and line breaks, and every
 * clause's lines with its quotations taken together.
 */
export async function checkCitations(content: Content, folder: string): Promise<CitationReport> {
  const quotes = content.documents.flatMap(({ clauses }) =>
    clauses.flatMap(({ passages }) => passages.map(({ quote }) => quote)),
  );
  const files = content.documents.flatMap(({ clauses }) =>
    clauses.map(({ source }) => source.file),
  );
  const corpus = await readCorpus(folder, [...files, ...quotes.map(({ source }) => source.file)]);
  return {
    quotations: quotes.length,
    faults: content.documents.flatMap((document) => documentFaults(document, corpus)),
  };
}
