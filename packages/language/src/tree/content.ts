import type { Measure, PolicyDocument } from './document.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Everything that a content folder says, resolved and typed. Immutable. */
export interface Content {
  /** SHA-256 over the names and texts of all files: the same version always means the same rules. */
  readonly version: string;
  readonly vocabulary: Vocabulary;
  readonly documents: readonly PolicyDocument[];
  readonly measures: ReadonlyMap<string, Measure>;
  readonly documentOf: ReadonlyMap<string, PolicyDocument>;
}
