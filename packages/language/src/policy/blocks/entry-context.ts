import type { Reporter } from '../../diagnostic/reporter.ts';
import type { Words } from '../../check/words.ts';
import type { Names } from '../../resolve/scope.ts';
import type { Quote } from '../../tree/index.ts';
import type { Library } from '../library.ts';
import type { MeasureIndex } from '../measure-index.ts';

/** What the entries of the blocks under one quotation are read with. */
export interface EntryContext {
  readonly document: string;
  readonly clause: string;
  readonly quote: Quote;
  /** The quotation with its numbers, read when first needed. */
  words(): Words;
  /** All quotations and what the front matter says of the money. */
  documentWords(): Words;
  /** Every year that the document names anywhere. */
  years(): ReadonlySet<number>;
  readonly names: Names;
  readonly index: MeasureIndex;
  readonly library: Library;
  readonly reporter: Reporter;
  /** Whether the name is new within the kind and the document; a second one is reported. */
  claim(kind: string, name: string, span: () => Quote['span']): boolean;
}
