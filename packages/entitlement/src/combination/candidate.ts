/** A measure that the applicant may receive, as far as stacking is concerned. */
export interface Candidate {
  readonly id: string;
  /** 事项. Only names the ground of an exclusion; measures exclude each other only where an exclusion says so. Empty = none. */
  readonly matter: string;
  /** Fen that are certain: the exact or guaranteed part, not negative. */
  readonly certainFen: bigint;
  /** Fen that it may reach, at least `certainFen`. */
  readonly upperFen: bigint;
}

/** 互斥, and 就高不重复 within a matter: not both. */
export type Exclusion = readonly [string, string];

/** 补足: both may be chosen, together they never count more than the larger. */
export interface TopUp {
  readonly base: string;
  readonly topUp: string;
}

/** 合并封顶: the chosen members together count at most the cap. Caps may overlap. */
export interface JointCap {
  readonly name: string;
  readonly capFen: bigint;
  readonly members: readonly string[];
}

/**
 * What the documents say about measures standing together. Ids without a candidate (measures that the applicant is not entitled to)
 * count for nothing, but a chain of top-ups runs on through them: having no claim to a step in between earns nobody more.
 */
export interface StackingConstraints {
  readonly exclusions: readonly Exclusion[];
  readonly topUps: readonly TopUp[];
  readonly jointCaps: readonly JointCap[];
}

function orderById(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The candidates by id. Throws `RangeError` where the caller broke the contract above: a doubled id, amounts out of order. */
export function checkedCandidates(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = candidates.toSorted(orderById);
  sorted.forEach(({ id, certainFen, upperFen }, index) => {
    if (sorted[index + 1]?.id === id) throw new RangeError(`candidate ${id} is given twice`);
    if (certainFen < 0n || upperFen < certainFen)
      throw new RangeError(`candidate ${id}: expected 0 <= certainFen <= upperFen`);
  });
  return sorted;
}
