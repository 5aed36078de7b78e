import type { Content } from './content.ts';
import type { Measure, PolicyDocument } from './document.ts';

/** The measures of a document in the order written. */
export function measuresOf(document: PolicyDocument): readonly Measure[] {
  return document.clauses
    .flatMap((clause) => clause.passages)
    .flatMap((passage) => passage.blocks)
    .flatMap((block) => (block.kind === 'measures' ? block.measures : []));
}

/** The measures that give somebody something: those of final documents, not of drafts or commentary. In the order of the content. */
export function bindingMeasures({
  measures,
  documentOf,
}: Pick<Content, 'measures' | 'documentOf'>): readonly Measure[] {
  return [...measures.values()].filter(({ id }) => documentOf.get(id)?.status === 'final');
}
