import type { DepartmentResponse } from '@luodi/server/contract';

/** What of a department is asked for; empty texts ask for nothing. */
export interface Narrowing {
  readonly words: string;
  readonly document: string;
  readonly role: string;
}

interface Titled {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
}

/** The documents that give a department anything to do, each once. */
export function documentsIn(department: DepartmentResponse): readonly Titled[] {
  const places = [
    ...department.measures,
    ...[
      ...department.tasks,
      ...department.indicators,
      ...department.procedures,
      ...department.inspections,
    ].map(({ place }) => place),
  ];
  return [
    ...new Map(
      places.map(({ document: id, documentTitle: title, documentTitleEn: titleEn }) => [
        id,
        { id, title, titleEn },
      ]),
    ).values(),
  ];
}

/** What of a department's work fits: words in its names and texts, its document, its role where it has one. */
export function narrowed(department: DepartmentResponse, asked: Narrowing): DepartmentResponse {
  const needle = asked.words.trim().toLowerCase();
  const fits = (document: string, ...texts: readonly string[]) =>
    (asked.document === '' || document === asked.document) &&
    texts.join(' ').toLowerCase().includes(needle);
  const inRole = (role: string) => asked.role === '' || role === asked.role;
  return {
    ...department,
    measures: department.measures.filter(({ document, label, labelEn, amount, matter }) =>
      fits(document, label, labelEn, amount.words, matter),
    ),
    tasks: department.tasks.filter(
      ({ place, role, task }) =>
        inRole(role) && fits(place.document, task.label, task.labelEn, task.words, task.number),
    ),
    indicators: department.indicators.filter(
      ({ place, role, indicator }) =>
        inRole(role) && fits(place.document, indicator.label, indicator.labelEn),
    ),
    procedures: department.procedures.filter(({ place, label, labelEn, steps }) =>
      fits(place.document, label, labelEn, ...steps.map((step) => step.label)),
    ),
    inspections: department.inspections.filter(
      ({ place, role, inspection: { label, labelEn, target, contents } }) =>
        inRole(role) && fits(place.document, label, labelEn, target ?? '', ...contents),
    ),
  };
}
