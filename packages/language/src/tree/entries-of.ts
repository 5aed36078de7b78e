import type { Contract, Indicator, Inspection, PolicyList, Procedure, Task } from './blocks.ts';
import type { Block, Measure, PolicyDocument } from './document.ts';

/** What the blocks that name things hold, by the kind of the block. */
interface EntryOf {
  readonly measures: Measure;
  readonly tasks: Task;
  readonly indicators: Indicator;
  readonly lists: PolicyList;
  readonly procedures: Procedure;
  readonly inspections: Inspection;
  readonly contracts: Contract;
}

/** Kinds of blocks that name things: all but examples and what does not run. */
export type BlockEntryKind = keyof EntryOf;

/** A named entry with the kind of its block. */
export type BlockEntry = {
  readonly [Kind in BlockEntryKind]: { readonly kind: Kind; readonly entry: EntryOf[Kind] };
}[BlockEntryKind];

/** The named entries of a block in the order written; none of examples and of what does not run. */
export function entriesIn(block: Block): readonly BlockEntry[] {
  switch (block.kind) {
    case 'measures':
      return block.measures.map((entry) => ({ kind: 'measures', entry }));
    case 'tasks':
      return block.tasks.map((entry) => ({ kind: 'tasks', entry }));
    case 'indicators':
      return block.indicators.map((entry) => ({ kind: 'indicators', entry }));
    case 'lists':
      return block.lists.map((entry) => ({ kind: 'lists', entry }));
    case 'procedures':
      return block.procedures.map((entry) => ({ kind: 'procedures', entry }));
    case 'inspections':
      return block.inspections.map((entry) => ({ kind: 'inspections', entry }));
    case 'contracts':
      return block.contracts.map((entry) => ({ kind: 'contracts', entry }));
    case 'examples':
    case 'inert':
      return [];
  }
}

/** Everything that a document names, in the order written. */
export function entriesOf(document: PolicyDocument): readonly BlockEntry[] {
  return document.clauses.flatMap(({ passages }) =>
    passages.flatMap(({ blocks }) => blocks.flatMap(entriesIn)),
  );
}

/** The tasks of a document in the order written. */
export function tasksOf(document: PolicyDocument): readonly Task[] {
  return entriesOf(document).flatMap(({ kind, entry }) => (kind === 'tasks' ? [entry] : []));
}

/** The indicators of a document in the order written. */
export function indicatorsOf(document: PolicyDocument): readonly Indicator[] {
  return entriesOf(document).flatMap(({ kind, entry }) => (kind === 'indicators' ? [entry] : []));
}

/** The lists of a document in the order written. */
export function listsOf(document: PolicyDocument): readonly PolicyList[] {
  return entriesOf(document).flatMap(({ kind, entry }) => (kind === 'lists' ? [entry] : []));
}

/** The procedures of a document in the order written. */
export function proceduresOf(document: PolicyDocument): readonly Procedure[] {
  return entriesOf(document).flatMap(({ kind, entry }) => (kind === 'procedures' ? [entry] : []));
}

/** The inspection items of a document in the order written. */
export function inspectionsOf(document: PolicyDocument): readonly Inspection[] {
  return entriesOf(document).flatMap(({ kind, entry }) => (kind === 'inspections' ? [entry] : []));
}

/** The contracts of a document in the order written. */
export function contractsOf(document: PolicyDocument): readonly Contract[] {
  return entriesOf(document).flatMap(({ kind, entry }) => (kind === 'contracts' ? [entry] : []));
}
