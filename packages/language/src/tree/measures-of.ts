import type { Measure, PolicyDocument } from './document.ts';

/** The measures of a document in the order written. */
export function measuresOf(document: PolicyDocument): readonly Measure[] {
  return document.clauses
    .flatMap((clause) => clause.passages)
    .flatMap((passage) => passage.blocks)
    .flatMap((block) => (block.kind === 'measures' ? block.measures : []));
}
