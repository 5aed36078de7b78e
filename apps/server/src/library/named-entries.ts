import {
  entriesOf,
  indicatorsOf,
  inspectionsOf,
  measuresOf,
  proceduresOf,
  tasksOf,
} from '@luodi/language';
import type { OpenReading, PolicyDocument } from '@luodi/language';

/** Open readings of a document with where they stand; no clause and no entry: of the document as a whole. */
export interface PlacedReading extends OpenReading {
  readonly clause: string | undefined;
  readonly entry: { readonly name: string; readonly nameEn: string } | undefined;
}

/** All open readings of a document: those of the whole first, then in the order written. */
export function placedReadings(document: PolicyDocument): readonly PlacedReading[] {
  return [
    ...document.openReadings.map((each) => ({ ...each, clause: undefined, entry: undefined })),
    ...entriesOf(document).flatMap(({ entry }) =>
      entry.openReadings.map((each) => ({ ...each, clause: entry.clause, entry })),
    ),
  ];
}

/** All that a document gives something to do, each once, in the order named. */
export function departmentsIn(document: PolicyDocument): readonly string[] {
  return [
    ...new Set([
      ...measuresOf(document).flatMap(({ departments }) => departments),
      ...tasksOf(document).flatMap((task) => [...task.leads, ...task.departments]),
      ...indicatorsOf(document).flatMap((each) => [...each.leads, ...each.departments]),
      ...proceduresOf(document).flatMap(({ steps }) => steps.flatMap(({ actors }) => actors)),
      ...inspectionsOf(document).flatMap((each) => [...each.actors, ...each.assistants]),
    ]),
  ];
}
