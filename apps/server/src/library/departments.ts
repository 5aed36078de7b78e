import type { Json } from '@luodi/entitlement';
import { indicatorsOf, inspectionsOf, measuresOf, proceduresOf, tasksOf } from '@luodi/language';
import type {
  Content,
  Department as RegisteredDepartment,
  Indicator,
  Inspection,
  Measure,
  PolicyDocument,
  Procedure,
  ProcedureStep,
  Task,
} from '@luodi/language';

/** Part in a task or an indicator. */
type Role = 'leads' | 'responsible';
/** Part in an inspection. */
type InspectionRole = 'leads' | 'assists';

interface Held<T> {
  readonly document: PolicyDocument;
  readonly entry: T;
}

interface Assigned<T, R = Role> extends Held<T> {
  readonly role: R;
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
  readonly inspections: readonly Assigned<Inspection, InspectionRole>[];
}

interface Draft extends Department {
  readonly measures: Held<Measure>[];
  readonly tasks: Assigned<Task>[];
  readonly indicators: Assigned<Indicator>[];
  readonly procedures: (Held<Procedure> & { readonly steps: readonly ProcedureStep[] })[];
  readonly inspections: Assigned<Inspection, InspectionRole>[];
}

type DraftOf = (written: string) => Draft;

/** One draft for each body, though it be named twice; who leads has no lesser role besides. */
function rolesIn<R extends string>(
  leads: readonly string[],
  others: readonly string[],
  role: R,
  draftOf: DraftOf,
): ReadonlyMap<Draft, R | 'leads'> {
  return new Map<Draft, R | 'leads'>([
    ...others.map((name) => [draftOf(name), role] as const),
    ...leads.map((name) => [draftOf(name), 'leads'] as const),
  ]);
}

function addDocument(document: PolicyDocument, draftOf: DraftOf): void {
  for (const entry of measuresOf(document))
    for (const draft of new Set(entry.departments.map(draftOf)))
      draft.measures.push({ document, entry });
  for (const entry of tasksOf(document))
    for (const [draft, role] of rolesIn(entry.leads, entry.departments, 'responsible', draftOf))
      draft.tasks.push({ document, entry, role });
  for (const entry of indicatorsOf(document))
    for (const [draft, role] of rolesIn(entry.leads, entry.departments, 'responsible', draftOf))
      draft.indicators.push({ document, entry, role });
  for (const entry of proceduresOf(document))
    for (const draft of new Set(entry.steps.flatMap(({ actors }) => actors.map(draftOf)))) {
      const steps = entry.steps.filter(({ actors }) =>
        actors.some((name) => draftOf(name) === draft),
      );
      draft.procedures.push({ document, entry, steps });
    }
  for (const entry of inspectionsOf(document))
    for (const [draft, role] of rolesIn(entry.actors, entry.assistants, 'assists', draftOf))
      draft.inspections.push({ document, entry, role });
}

/** Everything that a department has to do, with where it stands. */
export function heldBy({
  measures,
  tasks,
  indicators,
  procedures,
  inspections,
}: Department): readonly Held<Measure | Task | Indicator | Procedure | Inspection>[] {
  return [...measures, ...tasks, ...indicators, ...procedures, ...inspections];
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
      inspections: [],
    };
    drafts.set(name, draft);
    return draft;
  };
  for (const document of documents) addDocument(document, draftOf);
  return new Map(
    [...drafts.values()]
      .toSorted((a, b) => heldBy(b).length - heldBy(a).length || (a.name < b.name ? -1 : 1))
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
  const { name, measures, tasks, indicators, procedures, inspections } = department;
  return {
    name,
    ...registeredJson(department),
    measures: measures.length,
    tasks: tasks.length,
    indicators: indicators.length,
    procedures: procedures.length,
    inspections: inspections.length,
    documents: new Set(heldBy(department).map(({ document }) => document.id)).size,
  };
}
