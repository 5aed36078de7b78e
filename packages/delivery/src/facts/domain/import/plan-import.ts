import { jsonText } from '../json-text.ts';
import type { EnterpriseStatement } from './enterprise-rows.ts';

/** A value that is held now, as far as an import needs it. */
export interface StandingValue {
  readonly record: bigint;
  readonly enterprise: string;
  readonly fact: string;
  readonly year: number | undefined;
  readonly value: unknown;
  readonly source: string;
}

/** A value to be recorded, and the records of the same source whose place it takes. */
export interface PlannedValue {
  readonly enterprise: string;
  readonly fact: string;
  readonly year: number | undefined;
  readonly value: unknown;
  readonly replaces: readonly StandingValue[];
  /** Values of other sources that say something else. */
  readonly rivals: readonly StandingValue[];
}

export interface ImportPlan {
  /** New or changed. */
  readonly values: readonly PlannedValue[];
  readonly counts: ValueCounts;
}

export interface ValueCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Of all three: where another source says something else. */
  readonly conflicting: number;
}

function keyOf(enterprise: string, fact: string, year: number | undefined): string {
  return `${enterprise} ${fact} ${year ?? ''}`;
}

/** Sets what a sheet states against what is held: what is new, what is changed, what stays. Nothing is lost: what is changed is withdrawn. */
export function planImport(
  statements: readonly EnterpriseStatement[],
  standing: readonly StandingValue[],
  source: string,
  idOf: (statement: EnterpriseStatement) => string,
): ImportPlan {
  const held = new Map<string, StandingValue[]>();
  for (const value of standing) {
    const key = keyOf(value.enterprise, value.fact, value.year);
    const group = held.get(key);
    if (group === undefined) held.set(key, [value]);
    else group.push(value);
  }
  const values: PlannedValue[] = [];
  let [added, changed, same, conflicting] = [0, 0, 0, 0];
  for (const statement of statements) {
    const enterprise = idOf(statement);
    for (const { fact, year, value } of statement.values) {
      const text = jsonText(value);
      const all = held.get(keyOf(enterprise, fact, year)) ?? [];
      const own = all.filter((each) => each.source === source);
      const rivals = all.filter((each) => each.source !== source && jsonText(each.value) !== text);
      if (rivals.length > 0) conflicting += 1;
      if (own.some((each) => jsonText(each.value) === text)) {
        same += 1;
        continue;
      }
      if (own.length > 0) changed += 1;
      else added += 1;
      values.push({ enterprise, fact, year, value, replaces: own, rivals });
    }
  }
  return { values, counts: { added, changed, same, conflicting } };
}
