import type { Span } from '@luodi/kernel';
import { wordsOf } from '../../check/words.ts';
import type { Words } from '../../check/words.ts';
import type { Quote } from '../../tree/index.ts';
import type { DocumentContext } from '../document-context.ts';
import { quotationsOf } from '../source-document.ts';
import type { SourceDocument } from '../source-document.ts';
import type { EntryContext } from './entry-context.ts';
import { yearsIn } from './years.ts';

/** What all entries of one document share: its words, its years, and the names given so far. */
export class EntryContexts {
  private readonly source: SourceDocument;
  private readonly context: DocumentContext;
  private readonly claimed = new Map<string, Span>();
  private readonly byQuotation = new Map<string, Words>();
  private allWords: Words | undefined;
  private allYears: ReadonlySet<number> | undefined;

  constructor(source: SourceDocument, context: DocumentContext) {
    this.source = source;
    this.context = context;
  }

  /** All quotations and what the front matter says of the money, read when first needed. */
  documentWords(): Words {
    this.allWords ??= wordsOf(
      [this.source.header.funding, ...quotationsOf(this.source)].join('\n'),
    );
    return this.allWords;
  }

  /** The context of the entries under one quotation. */
  under(quote: Quote, clause: string): EntryContext {
    const { names, index, library, reporter } = this.context;
    return {
      document: this.source.header.id,
      clause,
      quote,
      words: () => this.wordsOf(quote),
      documentWords: () => this.documentWords(),
      years: () => this.years(),
      names,
      index,
      library,
      reporter,
      claim: (kind, name, span) => this.claim(kind, name, span),
    };
  }

  /** The words of a quotation with their numbers, the same for all that rests on it. */
  wordsOf({ text }: Quote): Words {
    const known = this.byQuotation.get(text);
    if (known !== undefined) return known;
    const words = wordsOf(text);
    this.byQuotation.set(text, words);
    return words;
  }

  private years(): ReadonlySet<number> {
    this.allYears ??= this.readYears();
    return this.allYears;
  }

  private readYears(): ReadonlySet<number> {
    const { clauses, frontMatter } = this.source;
    const { file, start, end } = frontMatter.node;
    const words = clauses.flatMap((clause) => [
      clause.section,
      clause.heading,
      ...clause.passages.map((passage) => passage.text),
    ]);
    return yearsIn([file.text.slice(start, end), ...words].join('\n'));
  }

  private claim(kind: string, name: string, span: () => Span): boolean {
    const key = `${kind}/${name}`;
    const first = this.claimed.get(key);
    if (first === undefined) {
      this.claimed.set(key, span());
      return true;
    }
    this.context.reporter.report('duplicateName', span(), `本文件已有叫“${name}”的${kind}`, {
      related: [{ message: '第一处', span: first }],
    });
    return false;
  }
}
