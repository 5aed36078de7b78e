import type { Json } from '@luodi/entitlement';
import { indicatorsOf, measuresOf, proceduresOf, tasksOf } from '@luodi/language';
import type {
  Content,
  Department as RegisteredDepartment,
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

/** What the documents give one department to do, under whatever name it had then. */
export interface Department {
  /** The name in use now; of a body that is not in the register, as the documents write it. */
  readonly name: string;
  readonly registered: RegisteredDepartment | undefined;
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

type DraftOf = (written: string) => Draft;

/** One draft for each body, though it be named twice; who leads it is not also merely responsible. */
function rolesIn(
  { leads, departments }: Task | Indicator,
  draftOf: DraftOf,
): ReadonlyMap<Draft, Role> {
  return new Map<Draft, Role>([
    ...departments.map((name) => [draftOf(name), 'responsible'] as const),
    ...leads.map((name) => [draftOf(name), 'leads'] as const),
  ]);
}

function addDocument(document: PolicyDocument, draftOf: DraftOf): void {
  for (const entry of measuresOf(document))
    for (const draft of new Set(entry.departments.map(draftOf)))
      draft.measures.push({ document, entry });
  for (const entry of tasksOf(document))
    for (const [draft, role] of rolesIn(entry, draftOf))
      draft.tasks.push({ document, entry, role });
  for (const entry of indicatorsOf(document))
    for (const [draft, role] of rolesIn(entry, draftOf))
      draft.indicators.push({ document, entry, role });
  for (const entry of proceduresOf(document))
    for (const draft of new Set(entry.steps.flatMap(({ actors }) => actors.map(draftOf)))) {
      const steps = entry.steps.filter(({ actors }) =>
        actors.some((name) => draftOf(name) === draft),
      );
      draft.procedures.push({ document, entry, steps });
    }
}

function weight({ measures, tasks, indicators, procedures }: Department): number {
  return measures.length + tasks.length + indicators.length + procedures.length;
}

/**
 * Departments by the name in use now, those with most to do first: the register says which names are one body. Spellings that
 * are not in it are departments of their own.
 */
export function departmentsOf({ documents, vocabulary }: Content): ReadonlyMap<string, Department> {
  const drafts = new Map<string, Draft>();
  const draftOf = (written: string): Draft => {
    const registered = vocabulary.departments.get(written);
    const name = registered?.name ?? written;
    const there = drafts.get(name);
    if (there !== undefined) return there;
    const draft: Draft = {
      name,
      registered,
      measures: [],
      tasks: [],
      indicators: [],
      procedures: [],
    };
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

/** What the register says of a department. */
export function registeredJson({ name, registered }: Department): {
  readonly nameEn: string | null;
  readonly fullName: string;
  readonly formerNames: readonly string[];
  readonly alsoWritten: readonly string[];
  readonly history: string | null;
} {
  return {
    nameEn: registered?.nameEn ?? null,
    fullName: registered?.fullName ?? name,
    formerNames: registered?.formerNames ?? [],
    alsoWritten: registered?.alsoWritten ?? [],
    history: registered?.history ?? null,
  };
}

/** A department in the list of all. */
export function departmentJson(department: Department): Json {
  const { name, measures, tasks, indicators, procedures } = department;
  const held = [...measures, ...tasks, ...indicators, ...procedures];
  return {
    name,
    ...registeredJson(department),
    measures: measures.length,
    tasks: tasks.length,
    indicators: indicators.length,
    procedures: procedures.length,
    documents: new Set(held.map(({ document }) => document.id)).size,
  };
}
