import type { Json } from '@luodi/entitlement';
import { indicatorsOf, measuresOf, proceduresOf, tasksOf } from '@luodi/language';
import type {
  Content,
  Indicator,
  Measure,
  PolicyDocument,
  Procedure,
  ProcedureStep,
  Task,
} from '@luodi/language';

type Role = 'leads' | 'responsible';

interface Held<T> {
  readonly document: PolicyDocument;
  readonly entry: T;
}

interface Assigned<T> extends Held<T> {
  readonly role: Role;
}

/** What the documents give one department to do. */
export interface Department {
  readonly name: string;
  readonly measures: readonly Held<Measure>[];
  readonly tasks: readonly Assigned<Task>[];
  readonly indicators: readonly Assigned<Indicator>[];
  /** Procedures with the steps that it acts in. */
  readonly procedures: readonly (Held<Procedure> & { readonly steps: readonly ProcedureStep[] })[];
}

interface Draft extends Department {
  readonly measures: Held<Measure>[];
  readonly tasks: Assigned<Task>[];
  readonly indicators: Assigned<Indicator>[];
  readonly procedures: (Held<Procedure> & { readonly steps: readonly ProcedureStep[] })[];
}

function rolesIn({ leads, departments }: Task | Indicator): ReadonlyMap<string, Role> {
  return new Map<string, Role>([
    ...departments.map((name) => [name, 'responsible'] as const),
    ...leads.map((name) => [name, 'leads'] as const),
  ]);
}

function addDocument(document: PolicyDocument, draftOf: (name: string) => Draft): void {
  for (const entry of measuresOf(document))
    for (const name of new Set(entry.departments)) draftOf(name).measures.push({ document, entry });
  for (const entry of tasksOf(document))
    for (const [name, role] of rolesIn(entry)) draftOf(name).tasks.push({ document, entry, role });
  for (const entry of indicatorsOf(document))
    for (const [name, role] of rolesIn(entry))
      draftOf(name).indicators.push({ document, entry, role });
  for (const entry of proceduresOf(document))
    for (const name of new Set(entry.steps.flatMap(({ actors }) => actors))) {
      const steps = entry.steps.filter(({ actors }) => actors.includes(name));
      draftOf(name).procedures.push({ document, entry, steps });
    }
}

function weight({ measures, tasks, indicators, procedures }: Department): number {
  return measures.length + tasks.length + indicators.length + procedures.length;
}

/** Departments by name as the documents write it, those with most to do first. Two spellings are two departments. */
export function departmentsOf({ documents }: Content): ReadonlyMap<string, Department> {
  const drafts = new Map<string, Draft>();
  const draftOf = (name: string): Draft => {
    const there = drafts.get(name);
    if (there !== undefined) return there;
    const draft: Draft = { name, measures: [], tasks: [], indicators: [], procedures: [] };
    drafts.set(name, draft);
    return draft;
  };
  for (const document of documents) addDocument(document, draftOf);
  return new Map(
    [...drafts.values()]
      .toSorted((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1))
      .map((department) => [department.name, department]),
  );
}

/** A department in the list of all. */
export function departmentJson(department: Department): Json {
  const { name, measures, tasks, indicators, procedures } = department;
  const held = [...measures, ...tasks, ...indicators, ...procedures];
  return {
    name,
    measures: measures.length,
    tasks: tasks.length,
    indicators: indicators.length,
    procedures: procedures.length,
    documents: new Set(held.map(({ document }) => document.id)).size,
  };
}
