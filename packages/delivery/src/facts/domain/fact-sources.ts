import type { Bilingual } from '@luodi/evaluation';

/** Where facts come from, as the content names it. */
export interface FactSource {
  /** Kept with every value; never renamed. */
  readonly id: string;
  readonly name: Bilingual;
  /** Names of the city departments that bring its facts and settle disputes about them; empty: any department. */
  readonly departments: readonly string[];
  /** What enterprises say of themselves. */
  readonly selfReported: boolean;
}

/** Which source prevails where several disagree. */
export interface FactSources {
  readonly sources: ReadonlyMap<string, FactSource>;
  /** Ids of all sources, the most trusted first. */
  readonly order: readonly string[];
  /** Orders of their own, by the name of the fact or entity; complete like `order`. */
  readonly orderOf: ReadonlyMap<string, readonly string[]>;
  /** What the register of enterprises itself knows: the name of the fact that holds the district, and its source. */
  readonly register: { readonly districtFact: string; readonly source: string } | undefined;
}

/** How far down a source stands in the order for a fact (by its Chinese name); one that is not listed stands last. */
export function rankOf(sources: FactSources, fact: string, source: string): number {
  const order = sources.orderOf.get(fact) ?? sources.order;
  const rank = order.indexOf(source);
  return rank < 0 ? order.length : rank;
}

/**
 * Whether an organisation may bring facts of a source and settle disputes about them: the city department that the source
 * names, or the department of the same name in a district (`city:市税务局`, `district:西湖区:税务局`).
 */
export function speaksFor(source: FactSource, organisation: string): boolean {
  if (source.departments.length === 0) return !source.selfReported;
  return source.departments.some(
    (department) =>
      organisation === `city:${department}` ||
      (organisation.startsWith('district:') &&
        organisation.endsWith(`:${department.replace(/^市/u, '')}`)),
  );
}

/**
 * Whether an organisation settles disputes about a value: it speaks for the value's source, and where any department does, it is
 * the one that brought the value.
 */
export function answersFor(
  source: FactSource,
  broughtFor: string | undefined,
  organisation: string,
): boolean {
  if (!speaksFor(source, organisation)) return false;
  return source.departments.length > 0 || broughtFor === undefined || broughtFor === organisation;
}
