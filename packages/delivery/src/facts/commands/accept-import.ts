import { randomUUID } from 'node:crypto';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { runCommand } from '@luodi/platform';
import type { CommandFault, Schema } from '@luodi/platform';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { FactAsked, FactContext } from '../context.ts';
import type { FactRules } from '../domain/held-facts.ts';
import { districtChoice } from '../domain/held-facts.ts';
import type { MappingProblem } from '../domain/import/column-meaning.ts';
import { cellText } from '../domain/import/sheet.ts';
import type { SheetRow } from '../domain/import/sheet.ts';
import { countsSchema, rememberMapping } from '../store/fact-imports.ts';
import type { FaultyRows } from '../store/fact-imports.ts';
import { lockFacts } from '../store/fact-lock.ts';
import { recordValues } from '../store/fact-records.ts';
import { districtNames, enterEnterprises } from '../store/register.ts';
import { prepareImport } from './prepare-import.ts';
import type { FoundImport, ImportInput, PreparedImport, SourceFault } from './prepare-import.ts';

/** An import as it is accepted. */
export interface AcceptInput extends ImportInput {
  /** SHA-256 of the file, in hexadecimal digits: the same file again is the same request again. */
  readonly fileSha256: string;
  /** The day that the values describe, YYYY-MM-DD. */
  readonly asOf: string;
}

const outcomeSchema = z.object({ id: z.string(), counts: countsSchema });
export type AcceptedImport = Readonly<z.infer<typeof outcomeSchema>>;

export type AcceptFault =
  | CommandFault
  | SourceFault
  | { readonly code: 'mapping_problems'; readonly problems: readonly MappingProblem[] }
  /** Not one row is good. */
  | { readonly code: 'nothing_to_import' };

function faultyRows(
  rows: readonly SheetRow[],
  headings: readonly string[],
  { checked }: FoundImport,
): FaultyRows {
  const byRow = new Map<number, FaultyRows['rows'][number]['faults']>();
  for (const { row, column, message, hint } of checked.faults) {
    const group = byRow.get(row) ?? [];
    group.push({ ...(column === undefined ? {} : { column }), message, hint });
    byRow.set(row, group);
  }
  return {
    headings: [...headings],
    rows: rows.flatMap(({ number, cells }) => {
      const faults = byRow.get(number);
      return faults === undefined ? [] : [{ number, cells: cells.map(cellText), faults }];
    }),
  };
}

/** Enters the enterprises that the register lacks, under the districts' names as the register has them. */
async function enterNew(
  transaction: Transaction<Schema>,
  { vocabulary, sources }: FactRules,
  { checked }: FoundImport,
): Promise<void> {
  const unknown = checked.statements.filter(({ registered }) => registered === undefined);
  if (unknown.length === 0) return;
  const fact = vocabulary.facts.get(sources.register?.districtFact ?? '');
  const names = new Map<string, string>();
  for (const name of await districtNames(transaction)) {
    const choice = districtChoice(name, fact, vocabulary);
    if (choice !== undefined) names.set(choice, name);
  }
  await enterEnterprises(transaction, unknown, (choice) => names.get(choice) ?? choice);
}

async function take(
  transaction: Transaction<Schema>,
  rules: FactRules,
  { input, actor, at }: FactAsked<AcceptInput>,
  { head, mapping }: PreparedImport,
  found: FoundImport,
): Promise<string> {
  const id = randomUUID();
  const { source, sheet, asOf } = input;
  await enterNew(transaction, rules, found);
  await transaction
    .insertInto('fact_import')
    .values({
      id,
      source,
      file_name: sheet.fileName,
      mapping: JSON.stringify(mapping),
      counts: JSON.stringify(found.counts),
      faulty: JSON.stringify(faultyRows(head.rows, head.headings, found)),
      at,
      brought_by: actor.user,
      organisation: actor.organisation,
    })
    .execute();
  const recording = {
    source,
    asOf,
    at,
    broughtBy: actor.user,
    broughtFor: actor.organisation === '' ? undefined : actor.organisation,
    factImport: id,
  };
  await recordValues(transaction, found.values, recording, `import:${id}`);
  await rememberMapping(transaction, head.headings, source, mapping, at);
  return id;
}

/**
 * Takes the good rows of a sheet: what is new is recorded, what is changed takes the place of the same source's earlier value, and
 * faulty rows are kept aside to be mended. All or nothing.
 */
export async function acceptImport(
  { queries, rules }: FactContext,
  asked: FactAsked<AcceptInput>,
): Promise<Result<AcceptedImport, AcceptFault>> {
  const { key, actor, at, input } = asked;
  const { fileSha256, source, mapping = null, year = null, addUnknown, asOf } = input;
  const request = {
    key,
    actor,
    at,
    name: 'accept_import',
    input: { fileSha256, source, mapping, year, addUnknown, asOf },
  };
  return runCommand<AcceptedImport, AcceptFault>(
    queries,
    request,
    async (transaction) => {
      await lockFacts(transaction);
      const prepared = await prepareImport(transaction, rules, actor, input);
      if (!prepared.ok) return prepared;
      const { found, problems } = prepared.value;
      if (found === undefined) return fail({ code: 'mapping_problems', problems });
      if (found.counts.good === 0) return fail({ code: 'nothing_to_import' });
      const id = await take(transaction, rules, asked, prepared.value, found);
      const { counts } = found;
      return ok({
        outcome: { id, counts },
        entry: {
          action: 'accept_import',
          subject: `fact-import:${id}`,
          reason: input.sheet.fileName,
          detail: { source, asOf, fileSha256, counts },
        },
      });
    },
    (outcome) => outcomeSchema.parse(outcome),
  );
}
