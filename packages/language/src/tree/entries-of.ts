import type { Contract, Indicator, Inspection, PolicyList, Procedure, Task } from './blocks.ts';
import type { Block, PolicyDocument } from './document.ts';

function* blocksOf(document: PolicyDocument): Generator<Block> {
  for (const clause of document.clauses)
    for (const passage of clause.passages) yield* passage.blocks;
}

function entriesOf<T>(
  document: PolicyDocument,
  entries: (block: Block) => readonly T[],
): readonly T[] {
  return [...blocksOf(document)].flatMap(entries);
}

/** The tasks of a document in the order written. */
export function tasksOf(document: PolicyDocument): readonly Task[] {
  return entriesOf(document, (block) => (block.kind === 'tasks' ? block.tasks : []));
}

/** The indicators of a document in the order written. */
export function indicatorsOf(document: PolicyDocument): readonly Indicator[] {
  return entriesOf(document, (block) => (block.kind === 'indicators' ? block.indicators : []));
}

/** The lists of a document in the order written. */
export function listsOf(document: PolicyDocument): readonly PolicyList[] {
  return entriesOf(document, (block) => (block.kind === 'lists' ? block.lists : []));
}

/** The procedures of a document in the order written. */
export function proceduresOf(document: PolicyDocument): readonly Procedure[] {
  return entriesOf(document, (block) => (block.kind === 'procedures' ? block.procedures : []));
}

/** The inspection items of a document in the order written. */
export function inspectionsOf(document: PolicyDocument): readonly Inspection[] {
  return entriesOf(document, (block) => (block.kind === 'inspections' ? block.inspections : []));
}

/** The contracts of a document in the order written. */
export function contractsOf(document: PolicyDocument): readonly Contract[] {
  return entriesOf(document, (block) => (block.kind === 'contracts' ? block.contracts : []));
}
