import type { AmountKind } from '@luodi/evaluation';
import type { Term } from '../../sql/term.ts';
import type { RuleScope } from '../scope.ts';
import type { SqlNumber, SqlTruth } from '../sql-value.ts';

/** Kinds of sum, each a bit, so that a set of them is a number. */
export const kindBits: Readonly<Record<AmountKind, bigint>> = {
  exact: 1n,
  at_most: 2n,
  at_least: 4n,
  discretionary: 8n,
  by_reference: 16n,
  none: 32n,
};

/** What an amount comes to: the same as `Payable` of the evaluator, row by row. */
export interface SqlPayable {
  readonly given: SqlTruth;
  readonly floor: SqlNumber;
  readonly ceiling: SqlNumber;
  /** Kinds of sum that it can still be, as bits. */
  readonly kinds: Term;
}

export function certainly(value: boolean, { terms }: RuleScope): SqlTruth {
  return { kind: 'truth', value: terms.truth(value), open: terms.no, missing: terms.zero };
}

export function payable(
  kind: AmountKind,
  floor: SqlNumber,
  ceiling: SqlNumber,
  scope: RuleScope,
): SqlPayable {
  const kinds = scope.terms.whole(kindBits[kind]);
  return { given: certainly(true, scope), floor, ceiling, kinds };
}

export function nothing(scope: RuleScope): SqlPayable {
  const zero = scope.intervals.nothing;
  return { given: certainly(false, scope), floor: zero, ceiling: zero, kinds: scope.terms.zero };
}

/** Open above by the words, not for want of facts. */
export function openAbove(floor: SqlNumber, { terms }: RuleScope): SqlNumber {
  return { ...floor, high: undefined, point: terms.no, plain: undefined };
}

/** Applies the same change to both ends; once where they are one and the same, as in exact sums. */
export function mapEnds(from: SqlPayable, change: (end: SqlNumber) => SqlNumber): SqlPayable {
  const floor = change(from.floor);
  const ceiling = from.ceiling === from.floor ? floor : change(from.ceiling);
  return { ...from, floor, ceiling };
}

/** An amount that counts where `possible`; `missing` and `open` tell why that is not known. */
export interface Possibility {
  readonly possible: Term;
  readonly payable: SqlPayable;
  readonly open: Term;
  readonly missing: Term;
}

/**
 * One of several possibilities, which one is not known in every row; where `orNothing`, or none of them. Where exactly one is possible
 * and nothing else, it comes to that one.
 */
export function oneOf(
  possibilities: readonly Possibility[],
  orNothing: Term,
  scope: RuleScope,
): SqlPayable {
  const { terms } = scope;
  const live = possibilities.filter(({ possible }) => possible !== terms.no);
  const [only] = live;
  if (only === undefined) return nothing(scope);
  if (live.length === 1 && only.possible === terms.yes && orNothing === terms.no)
    return only.payable;
  const given = givenOf(live, orNothing, scope);
  const floor = hullOf(live, orNothing, ({ floor: end }) => end, scope);
  const exact = live.every(({ payable: { floor: low, ceiling } }) => low === ceiling);
  return {
    given,
    floor,
    ceiling: exact ? floor : hullOf(live, orNothing, ({ ceiling }) => ceiling, scope),
    kinds: terms.bitOr(
      ...live.map(({ possible, payable: { kinds } }) =>
        terms.choose([{ when: possible, value: kinds }], terms.zero),
      ),
    ),
  };
}

function givenOf(live: readonly Possibility[], orNothing: Term, { terms }: RuleScope): SqlTruth {
  // A possibility that is not there takes no part: it neither spoils "all" nor "none".
  const all = terms.and(
    terms.not(orNothing),
    ...live.map(({ possible, payable: { given } }) =>
      terms.or(terms.not(possible), terms.isTrue(given.value)),
    ),
  );
  const none = terms.and(
    ...live.map(({ possible, payable: { given } }) =>
      terms.or(terms.not(possible), terms.isFalse(given.value)),
    ),
  );
  const value = terms.choose(
    [
      { when: none, value: terms.no },
      { when: all, value: terms.yes },
    ],
    terms.unknown('truth'),
  );
  const unknown = terms.isNull(value);
  return {
    kind: 'truth',
    value,
    open: terms.and(
      unknown,
      terms.or(
        ...live.map(({ possible, open, payable: { given } }) =>
          terms.and(possible, terms.or(open, given.open)),
        ),
      ),
    ),
    missing: terms.choose(
      [
        {
          when: unknown,
          value: terms.bitOr(
            ...live.map(({ possible, missing, payable: { given } }) =>
              terms.choose(
                [{ when: possible, value: terms.bitOr(missing, given.missing) }],
                terms.zero,
              ),
            ),
          ),
        },
      ],
      terms.zero,
    ),
  };
}

function hullOf(
  live: readonly Possibility[],
  orNothing: Term,
  endOf: (payable: SqlPayable) => SqlNumber,
  { terms, intervals }: RuleScope,
): SqlNumber {
  const ends = live.map(({ possible, payable: of }) => ({ possible, value: endOf(of) }));
  return intervals.hull(
    [...ends, { possible: orNothing, value: intervals.nothing }],
    terms.or(
      ...live.map(({ possible, open }, index) =>
        terms.and(possible, terms.or(open, ends[index]?.value.open ?? terms.no)),
      ),
    ),
    terms.bitOr(
      ...live.map(({ possible, missing }, index) =>
        terms.choose(
          [
            {
              when: possible,
              value: terms.bitOr(missing, ends[index]?.value.missing ?? terms.zero),
            },
          ],
          terms.zero,
        ),
      ),
    ),
  );
}

/** Joins amounts that all count, end by end; those that are certainly not given take no part. */
export function joinPayables(
  parts: readonly SqlPayable[],
  join: (a: SqlNumber, b: SqlNumber) => SqlNumber,
  scope: RuleScope,
): SqlPayable {
  const { terms, intervals } = scope;
  const absent = ({ given }: SqlPayable): Term => terms.isFalse(given.value);
  const [first, ...rest] = parts.filter((part) => absent(part) !== terms.yes);
  if (first === undefined) return nothing(scope);
  return rest.reduce((a, b) => {
    const exact = a.floor === a.ceiling && b.floor === b.ceiling;
    const end = (x: SqlNumber, y: SqlNumber): SqlNumber =>
      intervals.choose(
        [
          { when: absent(a), value: y },
          { when: absent(b), value: x },
        ],
        join(x, y),
      );
    const floor = end(a.floor, b.floor);
    const value = terms.or(a.given.value, b.given.value);
    const unknown = terms.isNull(value);
    return {
      given: {
        kind: 'truth',
        value,
        open: terms.and(unknown, terms.or(a.given.open, b.given.open)),
        missing: terms.choose(
          [{ when: unknown, value: terms.bitOr(a.given.missing, b.given.missing) }],
          terms.zero,
        ),
      },
      floor,
      ceiling: exact ? floor : end(a.ceiling, b.ceiling),
      kinds: terms.bitOr(
        terms.choose([{ when: absent(a), value: terms.zero }], a.kinds),
        terms.choose([{ when: absent(b), value: terms.zero }], b.kinds),
      ),
    };
  }, first);
}
