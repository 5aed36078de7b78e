import { ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import type { Actor } from '@luodi/platform';
import { prepareImport } from '../commands/prepare-import.ts';
import type { ImportInput, PreparedImport, SourceFault } from '../commands/prepare-import.ts';
import type { FactContext } from '../context.ts';
import { rankOf } from '../domain/fact-sources.ts';
import { nameOfHeld } from '../domain/held-facts.ts';
import type { PlannedValue } from '../domain/import/plan-import.ts';

/** A value of the sheet against which another source says something else. */
export interface ImportConflict {
  readonly value: PlannedValue;
  /** Ids of the sources, the one that prevails first. */
  readonly order: readonly string[];
}

export interface ImportPreview extends PreparedImport {
  /** The first of them. */
  readonly conflicts: readonly ImportConflict[];
  /** The first values that take the place of others of the same source. */
  readonly changes: readonly PlannedValue[];
}

/** As many examples as a person looks at. */
const mostShown = 50;

/** What an import would do. Nothing is changed. */
export async function previewImport(
  { queries, rules }: FactContext,
  actor: Actor,
  input: ImportInput,
): Promise<Result<ImportPreview, SourceFault>> {
  const prepared = await readAs(queries, actor, (transaction) =>
    prepareImport(transaction, rules, actor, input),
  );
  if (!prepared.ok) return prepared;
  const values = prepared.value.found?.values ?? [];
  const orderOf = ({ fact, rivals }: PlannedValue) => {
    const name = nameOfHeld(fact, rules.vocabulary) ?? fact;
    const rank = (source: string) => rankOf(rules.sources, name, source);
    return [...new Set([input.source, ...rivals.map(({ source }) => source)])].sort(
      (a, b) => rank(a) - rank(b),
    );
  };
  return ok({
    ...prepared.value,
    conflicts: values
      .filter(({ rivals }) => rivals.length > 0)
      .slice(0, mostShown)
      .map((value) => ({ value, order: orderOf(value) })),
    changes: values.filter(({ replaces }) => replaces.length > 0).slice(0, mostShown),
  });
}
