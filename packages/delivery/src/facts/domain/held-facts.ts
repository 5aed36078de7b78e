import type { Fact, Vocabulary } from '@luodi/language';
import { rankOf } from './fact-sources.ts';
import type { FactSources } from './fact-sources.ts';
import { jsonText } from './json-text.ts';

/** A value that a source gave, as a facts file writes it. */
export interface HeldValue {
  /** `undefined`: not a record, but what the register of enterprises says. */
  readonly record: bigint | undefined;
  /** Id of a fact, or of an entity whose items the value lists. */
  readonly fact: string;
  readonly year: number | undefined;
  /** Plain JSON data. */
  readonly value: unknown;
  readonly source: string;
  /** The day that the value describes, YYYY-MM-DD; `undefined` for the register's own. */
  readonly asOf: string | undefined;
  readonly recordedAt: Date | undefined;
  readonly broughtBy: string | undefined;
  /** The body in whose office it was brought. */
  readonly broughtFor: string | undefined;
  readonly factImport: string | undefined;
  /** A dispute about it is open. */
  readonly disputed: boolean;
}

/** Why the first value prevails: there is no other, all agree, its source stands first, or it is the later one. */
export type Prevailing = 'only' | 'agreed' | 'source' | 'later';

/** All that is held of one fact (and year); the first of the values is the one that counts. */
export interface HeldFact {
  readonly fact: string;
  readonly year: number | undefined;
  readonly prevailing: HeldValue;
  readonly others: readonly HeldValue[];
  readonly because: Prevailing;
}

/** What is held about one enterprise. */
export interface EnterpriseFacts {
  readonly enterprise: string;
  /** As `readFacts` takes it: by fact id, annual facts by year, entities as lists. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly held: readonly HeldFact[];
}

/** What decides how values become facts: the vocabulary, and which source prevails. */
export interface FactRules {
  readonly vocabulary: Vocabulary;
  readonly sources: FactSources;
}

/** What the register of enterprises knows about one. */
export interface RegisteredEnterprise {
  readonly id: string;
  readonly district: string | null;
}

/** The Chinese name of a fact or entity by its id; `undefined` when the vocabulary has neither. */
export function nameOfHeld(id: string, vocabulary: Vocabulary): string | undefined {
  const fact = vocabulary.factsById.get(id);
  if (fact !== undefined) return fact.name;
  for (const entity of vocabulary.entities.values())
    if (entity.belongsTo !== undefined && entity.id === id) return entity.name;
  return undefined;
}

/** Most trusted source first, then the later day, then what was recorded later. */
function compareValues(sources: FactSources, name: string) {
  return (a: HeldValue, b: HeldValue): number => {
    const rank = rankOf(sources, name, a.source) - rankOf(sources, name, b.source);
    if (rank !== 0) return rank;
    const [dayA = '', dayB = ''] = [a.asOf, b.asOf];
    if (dayA !== dayB) return dayA < dayB ? 1 : -1;
    return Number((b.record ?? 0n) - (a.record ?? 0n));
  };
}

function becauseOf(prevailing: HeldValue, others: readonly HeldValue[]): Prevailing {
  if (others.length === 0) return 'only';
  const text = jsonText(prevailing.value);
  const rivals = others.filter(({ value }) => jsonText(value) !== text);
  if (rivals.length === 0) return 'agreed';
  return rivals.some(({ source }) => source !== prevailing.source) ? 'source' : 'later';
}

/** A district by its name in the code list (西湖), as bodies are named after it (西湖区); `undefined` when it is none of the list. */
export function districtChoice(
  name: string,
  fact: Fact | undefined,
  vocabulary: Vocabulary,
): string | undefined {
  if (fact?.type.kind !== 'choice') return undefined;
  return vocabulary.lists
    .get(fact.type.list)
    ?.members.map((member) => member.name)
    .find((member) => ['', '区', '县', '市'].some((ending) => member + ending === name.trim()));
}

function registered(fact: string, district: string, source: string): HeldValue {
  return {
    record: undefined,
    fact,
    year: undefined,
    value: district,
    source,
    asOf: undefined,
    recordedAt: undefined,
    broughtBy: undefined,
    broughtFor: undefined,
    factImport: undefined,
    disputed: false,
  };
}

function registerValue(
  { district }: RegisteredEnterprise,
  values: readonly HeldValue[],
  { sources, vocabulary }: FactRules,
): readonly HeldValue[] {
  const { register } = sources;
  const fact = register === undefined ? undefined : vocabulary.facts.get(register.districtFact);
  const choice = districtChoice(district ?? '', fact, vocabulary);
  if (register === undefined || fact === undefined || choice === undefined) return [];
  return values.some((value) => value.fact === fact.id && value.source === register.source)
    ? []
    : [registered(fact.id, choice, register.source)];
}

/**
 * Puts the values held about an enterprise together: per fact and year the one that prevails, with the others beside it. What
 * the vocabulary no longer knows, and a value that does not fit the fact's period any more, is left out.
 */
export function assembleFacts(
  enterprise: RegisteredEnterprise,
  values: readonly HeldValue[],
  rules: FactRules,
): EnterpriseFacts {
  const { vocabulary, sources } = rules;
  const groups = new Map<string, HeldValue[]>();
  for (const value of [...values, ...registerValue(enterprise, values, rules)]) {
    const annual = vocabulary.factsById.get(value.fact)?.annual ?? false;
    if (annual !== (value.year !== undefined)) continue;
    const key = `${value.fact} ${value.year ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  const held: HeldFact[] = [];
  const facts: Record<string, unknown> = {};
  const years = new Map<string, Record<string, unknown>>();
  for (const group of groups.values()) {
    const name = nameOfHeld(group[0]?.fact ?? '', vocabulary);
    if (name === undefined) continue;
    const [prevailing, ...others] = group.sort(compareValues(sources, name));
    if (prevailing === undefined) continue;
    const { fact, year, value } = prevailing;
    held.push({ fact, year, prevailing, others, because: becauseOf(prevailing, others) });
    if (year === undefined) facts[fact] = value;
    else {
      const byYear = years.get(fact) ?? {};
      byYear[year] = value;
      years.set(fact, byYear);
      facts[fact] = byYear;
    }
  }
  return { enterprise: enterprise.id, facts, held };
}
