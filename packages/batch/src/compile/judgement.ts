import type { AmountKind } from '@luodi/evaluation';
import { mapCase } from '../sql/fold-case.ts';
import type { Term } from '../sql/term.ts';
import { kindBits } from './amount/payable.ts';
import type { SqlPayable } from './amount/payable.ts';
import type { Fraction } from './sql-value.ts';
import type { RuleScope } from './scope.ts';

/** What the query of a rule yields. Sums are whole fen. */
export interface SqlJudgement {
  /** `entitled`, `not_entitled` or `undetermined`; never null. */
  readonly status: Term;
  /** A kind of sum as the evaluator names it; never null. */
  readonly amountKind: Term;
  readonly lowerFen: Term;
  /** Null = open above. */
  readonly upperFen: Term;
  /** Whether facts are missing that would decide it; never null. */
  readonly asks: Term;
  /** Those facts, as bits; zero where it is decided. */
  readonly missing: Term;
}

/** What a rule may still ask for, wherever it stands in it. */
export interface Asks {
  readonly open: Term;
  readonly missing: Term;
}

const kindsInOrder: readonly AmountKind[] = [
  'discretionary',
  'by_reference',
  'exact',
  'at_most',
  'at_least',
  'none',
];

/** Whether a set of kinds has no other than these. */
function only(kinds: Term, allowed: readonly AmountKind[], { terms }: RuleScope): Term {
  const bits = allowed.reduce((sum, kind) => sum | kindBits[kind], 0n);
  const without = kindsInOrder.filter((kind) => (kindBits[kind] & bits) === 0n);
  return terms.not(terms.or(...without.map((kind) => has(kinds, kind, terms))));
}

/** Whether a kind is in the set; of a number that is summed up its bit is odd once the lower ones are cut off. */
function has(kinds: Term, kind: AmountKind, terms: RuleScope['terms']): Term {
  const bit = kindBits[kind];
  if (kinds.kind === 'whole') return terms.truth((kinds.value & bit) !== 0n);
  if (kinds.kind === 'call' && kinds.operation === 'bit_or')
    return terms.or(...kinds.operands.map((part) => has(part, kind, terms)));
  if (kinds.kind === 'call' && kinds.operation === 'case')
    return mapCase(kinds, (value) => has(value, kind, terms), terms);
  const shifted = terms.floorDivide(kinds, terms.whole(bit));
  const half = terms.floorDivide(shifted, terms.whole(2n));
  return terms.equal(terms.subtract(shifted, terms.multiply(half, terms.whole(2n))), terms.one);
}

/** Whether the set is of one kind. */
function isJust(kinds: Term, kind: AmountKind, scope: RuleScope): Term {
  const { terms } = scope;
  if (kinds.kind === 'column') return terms.equal(kinds, terms.whole(kindBits[kind]));
  return terms.and(has(kinds, kind, terms), only(kinds, [kind], scope));
}

/** The kind to show for what can be several kinds. */
function kindOf({ kinds, ceiling }: SqlPayable, scope: RuleScope): Term {
  const { terms } = scope;
  const unbounded = ceiling.high === undefined ? terms.yes : terms.isNull(ceiling.high.numerator);
  return terms.choose(
    [
      ...kindsInOrder.map((kind) => ({
        when: isJust(kinds, kind, scope),
        value: terms.text(kind),
      })),
      { when: only(kinds, ['none'], scope), value: terms.text('none') },
      { when: has(kinds, 'discretionary', terms), value: terms.text('discretionary') },
      { when: has(kinds, 'by_reference', terms), value: terms.text('by_reference') },
      { when: unbounded, value: terms.text('at_least') },
    ],
    terms.text('at_most'),
  );
}

function wholeFen(
  end: Fraction | undefined,
  round: 'floor' | 'ceiling',
  { terms, intervals }: RuleScope,
): Term {
  return end === undefined ? terms.unknown('whole') : intervals.fractions[round](end);
}

/** What is certain of a sum: a floor is raised to whole fen, all else cut down. */
function lowestFen(atLeast: Term, { floor }: SqlPayable, scope: RuleScope): Term {
  const { terms } = scope;
  const lowest = terms.choose(
    [{ when: atLeast, value: wholeFen(floor.low, 'ceiling', scope) }],
    wholeFen(floor.low, 'floor', scope),
  );
  return terms.coalesce(lowest, terms.zero);
}

/** What an amount asks for. */
export function asksOf({ given, floor, ceiling }: SqlPayable, { terms }: RuleScope): Asks {
  return {
    open: terms.or(given.open, floor.open, ceiling.open),
    missing: terms.bitOr(given.missing, floor.missing, ceiling.missing),
  };
}

/**
 * Status and figures of an amount under the conditions of a rule. `eligible`: whether the conditions let it through; `usedUp`: whether
 * all payments there can be were received before; `asks`: all that the rule asks for.
 */
export function judge(
  eligible: Term,
  usedUp: Term,
  asks: Asks,
  from: SqlPayable,
  scope: RuleScope,
): SqlJudgement {
  const { terms } = scope;
  const kind = kindOf(from, scope);
  const is = (name: AmountKind): Term => terms.equal(kind, terms.text(name));
  const noFigure = terms.or(is('none'), is('by_reference'));
  const { high } = from.ceiling;
  const worthNothing = terms.and(
    terms.not(noFigure),
    high === undefined ? terms.no : terms.isTrue(terms.atMost(high.numerator, terms.zero)),
  );
  const denied = terms.or(
    terms.isTrue(usedUp),
    terms.isFalse(eligible),
    terms.isFalse(from.given.value),
    worthNothing,
  );
  const certain = terms.isTrue(terms.and(eligible, from.given.value));
  const open = terms.or(terms.not(certain), from.floor.open, from.ceiling.open);
  const status = terms.choose(
    [
      { when: denied, value: terms.text('not_entitled') },
      { when: open, value: terms.text('undetermined') },
    ],
    terms.text('entitled'),
  );
  const lowest = lowestFen(is('at_least'), from, scope);
  const upper = wholeFen(high, 'floor', scope);
  const none = terms.or(denied, is('none'));
  return {
    status,
    amountKind: terms.choose(
      [
        { when: none, value: terms.text('none') },
        { when: terms.and(open, terms.not(noFigure)), value: terms.text('at_most') },
      ],
      kind,
    ),
    lowerFen: terms.choose(
      [
        { when: none, value: terms.zero },
        { when: terms.and(open, terms.not(noFigure), terms.not(certain)), value: terms.zero },
      ],
      lowest,
    ),
    upperFen: terms.choose([{ when: none, value: terms.zero }], upper),
    asks: terms.and(terms.not(denied), asks.open),
    missing: terms.choose([{ when: denied, value: terms.zero }], asks.missing),
  };
}
