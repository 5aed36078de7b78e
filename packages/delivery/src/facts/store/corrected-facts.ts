import type { Schema } from '@luodi/platform';
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { assembleFacts } from '../domain/held-facts.ts';
import type { EnterpriseFacts, FactRules, HeldValue } from '../domain/held-facts.ts';

/** A value with what became of it. */
interface TracedRow extends Omit<HeldValue, 'year' | 'factImport' | 'record' | 'broughtFor'> {
  readonly enterprise: string;
  readonly record: bigint;
  readonly year: number | null;
  readonly recorded: Date;
  readonly withdrawnAt: Date | null;
  /** The day that the value describes which took its place. */
  readonly replacedAsOf: string | null;
}

/** Values of enterprises, those too whose place others took. */
export type TracedValues = ReadonlyMap<string, readonly TracedRow[]>;

/** All that is held about some enterprises at an instant, with what it replaced. */
export async function tracedValues(
  transaction: Transaction<Schema>,
  enterprises: readonly string[],
  at: Date,
): Promise<TracedValues> {
  const { rows } = await sql<TracedRow>`
    select * from (
      select r.enterprise, r.id as record, r.fact, r.year, r.value, r.source, r.as_of as "asOf",
        r.recorded_at as "recordedAt", r.recorded_at as recorded, r.brought_by as "broughtBy",
        case when r.withdrawn_at <= ${at}::timestamptz then r.withdrawn_at end as "withdrawnAt",
        (select max(n.as_of) from fact_record n where n.enterprise = r.enterprise and n.fact = r.fact
          and n.year is not distinct from r.year and n.source = r.source and n.recorded_at = r.withdrawn_at
        ) as "replacedAsOf", false as disputed
      from fact_record r
      where r.enterprise = any(${enterprises}::text[]) and r.recorded_at <= ${at}::timestamptz
    ) traced where "withdrawnAt" is null or "replacedAsOf" is not null
    order by fact, year, record`.execute(transaction);
  const groups = new Map<string, TracedRow[]>();
  for (const row of rows) {
    const group = groups.get(row.enterprise);
    if (group === undefined) groups.set(row.enterprise, [row]);
    else group.push(row);
  }
  return groups;
}

/** When a decision was made, and the day then. */
export interface Knowledge {
  readonly knownAt: Date;
  readonly knownOn: string;
}

/** A value that came later and describes a later day is news, not a correction. Annual figures are of their year whenever they come. */
function isNews(
  { year, recorded, asOf }: { year: number | null; recorded: Date; asOf: string | undefined },
  { knownAt, knownOn }: Knowledge,
): boolean {
  return year === null && recorded > knownAt && (asOf ?? knownOn) > knownOn;
}

function stillCounts(row: TracedRow, knowledge: Knowledge): boolean {
  if (isNews(row, knowledge)) return false;
  const { year, withdrawnAt, replacedAsOf } = row;
  if (withdrawnAt === null) return true;
  // What news took the place of was right on its day.
  return isNews({ year, recorded: withdrawnAt, asOf: replacedAsOf ?? undefined }, knowledge);
}

/**
 * What is held now about the day of an earlier decision: corrections are in it, later developments are not. The register's own
 * district is left out, since it names no day.
 */
export function factsAbout(
  enterprise: string,
  values: TracedValues,
  knowledge: Knowledge,
  rules: FactRules,
): EnterpriseFacts {
  const counting = (values.get(enterprise) ?? [])
    .filter((row) => stillCounts(row, knowledge))
    .map(({ record, fact, year, value, source, asOf, recorded, broughtBy, disputed }) => ({
      record,
      fact,
      year: year ?? undefined,
      value,
      source,
      asOf,
      recordedAt: recorded,
      broughtBy,
      broughtFor: undefined,
      factImport: undefined,
      disputed,
    }));
  return assembleFacts({ id: enterprise, district: null }, counting, rules);
}
