import type { Span } from '@luodi/kernel';

/** Lines of a source text, both ends included. */
export interface SourceLines {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** Words of the document, copied from its source. */
export interface Quote {
  readonly text: string;
  readonly source: SourceLines;
  readonly span: Span;
}

/** 存疑: words that can be read in two ways, the reading chosen, and why. */
export interface OpenReading {
  readonly words: string;
  readonly reading: string;
  readonly reason: string;
}
