import type { Schema } from '@luodi/platform';
import type { Transaction } from 'kysely';
import type { FactSources } from '../domain/fact-sources.ts';
import { planImport } from '../domain/import/plan-import.ts';
import type { StatedValue } from '../domain/import/read-rows.ts';
import { lockFacts } from '../store/fact-lock.ts';
import { recordValues, standingValues } from '../store/fact-records.ts';

/** What an enterprise says of itself, as it is stored (fact ids, values as `storedValue` writes them). */
export interface OwnStatement {
  readonly enterprise: string;
  readonly values: readonly StatedValue[];
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly at: Date;
  /** Id of the user. */
  readonly statedBy: string;
}

/**
 * Records what an enterprise says of itself, within the transaction of the command in which it says so: under the source of that
 * kind, in place of what it said before. Nothing is recorded where the content names no such source.
 */
export async function stateOwnFacts(
  transaction: Transaction<Schema>,
  { sources }: FactSources,
  { enterprise, values, asOf, at, statedBy }: OwnStatement,
): Promise<void> {
  const source = [...sources.values()].find(({ selfReported }) => selfReported)?.id;
  if (source === undefined || values.length === 0) return;
  await lockFacts(transaction);
  const facts = values.map(({ fact }) => fact);
  const standing = await standingValues(transaction, [enterprise], facts);
  const statement = {
    creditCode: '',
    name: '',
    registered: enterprise,
    district: undefined,
    values,
  };
  const plan = planImport([statement], standing, source, () => enterprise);
  await recordValues(
    transaction,
    plan.values,
    { source, asOf, at, broughtBy: statedBy, broughtFor: undefined, factImport: undefined },
    `stated:${statedBy}`,
  );
}
