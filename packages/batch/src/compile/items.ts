import { NotCovered } from '../sql/not-covered.ts';
import type { Term } from '../sql/term.ts';
import { asksOf, judge } from './judgement.ts';
import type { Asks, SqlJudgement } from './judgement.ts';
import { mapEnds, oneOf } from './amount/payable.ts';
import type { SqlPayable } from './amount/payable.ts';
import { numberOf } from './expression/values.ts';
import type { RollUp } from './roll-up.ts';
import type { RuleScope } from './scope.ts';
import type { Fraction, SqlNumber } from './sql-value.ts';

/** A rule applied to one row. */
export interface RowJudgement {
  readonly eligible: Term;
  readonly usedUp: Term;
  readonly amount: SqlPayable;
  readonly judgement: SqlJudgement;
}

/** What an item adds: its amount where it certainly counts, perhaps its amount where that is open. */
function contribution(row: RowJudgement, scope: RuleScope): SqlPayable {
  const { terms } = scope;
  const eligible = terms.choose(
    [{ when: terms.isTrue(row.usedUp), value: terms.no }],
    row.eligible,
  );
  const unknown = terms.isNull(eligible);
  const { asks, missing } = row.judgement;
  return oneOf(
    [
      {
        possible: terms.not(terms.isFalse(eligible)),
        payable: row.amount,
        open: terms.and(unknown, asks),
        missing: terms.choose([{ when: unknown, value: missing }], terms.zero),
      },
    ],
    unknown,
    scope,
  );
}

/** Sums over the items that count. */
class LiveRows {
  private readonly live: Term;
  private readonly roll: RollUp;
  private readonly scope: RuleScope;

  constructor(live: Term, roll: RollUp, scope: RuleScope) {
    this.live = live;
    this.roll = roll;
    this.scope = scope;
  }

  some(truth: Term): Term {
    const { terms } = this.scope;
    const counted = terms.choose(
      [{ when: terms.and(this.live, truth), value: terms.one }],
      terms.zero,
    );
    return terms.less(terms.zero, this.roll.sum(counted));
  }

  bits(term: Term): Term {
    const { terms } = this.scope;
    return this.roll.bits(terms.choose([{ when: this.live, value: term }], terms.zero));
  }

  private end(end: Fraction | undefined): Fraction | undefined {
    if (end === undefined) return undefined;
    const { terms } = this.scope;
    if (end.denominator.kind !== 'whole' && this.roll.kind === 'many')
      throw new NotCovered('a sum of quotients over items');
    const value = terms.coalesce(end.numerator, terms.zero);
    const total = this.roll.sum(terms.choose([{ when: this.live, value: value }], terms.zero));
    const unbounded = this.some(terms.isNull(end.numerator));
    return {
      numerator: terms.choose([{ when: unbounded, value: terms.unknown('whole') }], total),
      denominator: end.denominator,
    };
  }

  number(of: SqlNumber): SqlNumber {
    const high = this.end(of.high);
    return {
      kind: 'number',
      low: of.low === of.high ? high : this.end(of.low),
      high,
      point: this.scope.terms.not(this.some(this.scope.terms.not(of.point))),
      open: this.some(of.open),
      missing: this.bits(of.missing),
      plain: undefined,
    };
  }
}

/** What the items come to together. */
function joinRows(from: SqlPayable, roll: RollUp, scope: RuleScope): SqlPayable {
  const { terms } = scope;
  const rows = new LiveRows(terms.not(terms.isFalse(from.given.value)), roll, scope);
  const value = terms.choose(
    [
      { when: rows.some(terms.isTrue(from.given.value)), value: terms.yes },
      { when: rows.some(terms.yes), value: terms.unknown('truth') },
    ],
    terms.no,
  );
  const unknown = terms.isNull(value);
  const floor = rows.number(from.floor);
  return {
    given: {
      kind: 'truth',
      value,
      open: terms.and(unknown, rows.some(from.given.open)),
      missing: terms.choose([{ when: unknown, value: rows.bits(from.given.missing) }], terms.zero),
    },
    floor,
    ceiling: from.ceiling === from.floor ? floor : rows.number(from.ceiling),
    kinds: from.kinds.kind === 'whole' ? from.kinds : rows.bits(from.kinds),
  };
}

/** 合计封顶 */
function totalCapped(from: SqlPayable, scope: RuleScope): SqlPayable {
  const { totalCap } = scope.measure;
  if (totalCap === undefined) return from;
  const cap = numberOf(scope.compile(totalCap, { ...scope, entity: undefined }));
  if (cap.high?.numerator.kind !== 'whole')
    throw new NotCovered('a cap on the sum that is no fixed sum');
  return mapEnds(from, (end) => scope.intervals.extreme('least', end, cap));
}

/** Sums up what the items bring; caps the sum where the rule says so. */
export function judgeItems(row: RowJudgement, roll: RollUp, scope: RuleScope): SqlJudgement {
  const { terms } = scope;
  const whole = totalCapped(joinRows(contribution(row, scope), roll, scope), scope);
  const asks: Asks = { ...asksOf(whole, scope), missing: roll.bits(row.judgement.missing) };
  return judge(terms.yes, terms.no, asks, whole, scope);
}
