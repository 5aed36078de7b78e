import type { Reporter } from '../diagnostic/reporter.ts';
import type { Names } from '../resolve/scope.ts';
import type { Library } from './library.ts';
import type { Extent } from './source-document.ts';
import type { MeasureIndex } from './measure-index.ts';

/** What the second pass over a policy file is read with: every name that any file gives. */
export interface DocumentContext {
  readonly names: Names;
  readonly index: MeasureIndex;
  readonly library: Library;
  readonly reporter: Reporter;
  /** Of which kind the data is that the first pass read; what it left out is not missed. */
  readonly extent: Extent;
}
