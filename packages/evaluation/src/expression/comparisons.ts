import { compareDates, fraction } from '@luodi/kernel';
import type { Truth } from '@luodi/kernel';
import type { CodeList, ComparisonOperator } from '@luodi/language';
import { truth, union } from '../domain/outcome.ts';
import type { NumberOutcome, Outcome, TruthOutcome } from '../domain/outcome.ts';

const decisions: Record<ComparisonOperator, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '≠': (order) => order !== 0,
  '>=': (order) => order >= 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '<': (order) => order < 0,
};

/** Compares two intervals: decided only if every pair of values decides alike. */
function compareIntervals(operator: ComparisonOperator, a: NumberOutcome, b: NumberOutcome): Truth {
  const above = a.low !== undefined && b.high !== undefined && fraction.compare(a.low, b.high);
  const below = a.high !== undefined && b.low !== undefined && fraction.compare(a.high, b.low);
  const surelyAbove = above !== false && above > 0;
  const surelyNotBelow = above !== false && above >= 0;
  const surelyBelow = below !== false && below < 0;
  const surelyNotAbove = below !== false && below <= 0;
  switch (operator) {
    case '>=':
      return surelyNotBelow ? true : surelyBelow ? false : undefined;
    case '<':
      return surelyBelow ? true : surelyNotBelow ? false : undefined;
    case '>':
      return surelyAbove ? true : surelyNotAbove ? false : undefined;
    case '<=':
      return surelyNotAbove ? true : surelyAbove ? false : undefined;
    case '=':
    case '≠': {
      const apart = surelyAbove || surelyBelow;
      const same = surelyNotBelow && surelyNotAbove;
      if (!apart && !same) return undefined;
      return operator === '=' ? same : apart;
    }
  }
}

/** Where two known values of one kind stand to each other; `list` ranks choices, the first member highest. */
function order(a: Outcome, b: Outcome, list: CodeList | undefined): number | undefined {
  if (a.kind === 'date' && b.kind === 'date' && a.value !== undefined && b.value !== undefined)
    return compareDates(a.value, b.value);
  if (a.kind === 'truth' && b.kind === 'truth' && a.value !== undefined && b.value !== undefined)
    return Number(a.value) - Number(b.value);
  if (a.kind === 'name' && b.kind === 'name' && a.value !== undefined && b.value !== undefined) {
    if (list === undefined || !list.ordered) return a.value === b.value ? 0 : 1;
    const rank = (name: string): number => list.members.findIndex((member) => member.name === name);
    return rank(b.value) - rank(a.value);
  }
  return undefined;
}

export function compareOutcomes(
  operator: ComparisonOperator,
  a: Outcome,
  b: Outcome,
  list: CodeList | undefined,
): TruthOutcome {
  if (a.kind === 'number' && b.kind === 'number')
    return truth(compareIntervals(operator, a, b), union(a.missing, b.missing));
  const standing = order(a, b, list);
  if (standing !== undefined) return truth(decisions[operator](standing));
  return truth(undefined, union(a.missing, b.missing));
}
