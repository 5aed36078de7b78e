import { Temporal } from '@luodi/kernel';
import { describe, expect, test } from 'vitest';
import { duckdb } from '../../src/dialect/index.ts';
import { TermPrinter } from '../../src/sql/print-term.ts';
import { TermFactory } from '../../src/sql/term-factory.ts';
import type { Term } from '../../src/sql/term.ts';

const terms = new TermFactory();
const printer = new TermPrinter(duckdb, new Map());

function column(name: string, type: 'whole' | 'truth' | 'date' | 'text', nullable = true): Term {
  return terms.column('enterprise', name, type, {
    nullable,
    ...(type === 'whole' ? { range: { least: 0n, greatest: 1000n } } : {}),
  });
}

const whole = (value: number): Term => terms.whole(BigInt(value));
const day = (text: string): Term => terms.date(Temporal.PlainDate.from(text));

const staff = column('staff', 'whole');
const sites = column('sites', 'whole', false);
const founded = column('founded', 'date');
const grade = column('grade', 'text');
const known = column('known', 'truth', false);
const listed = column('listed', 'truth', false);
const perhaps = column('perhaps', 'truth');
/** One of three fixed numbers. */
const step = terms.choose(
  [
    { when: known, value: whole(1) },
    { when: listed, value: whole(2) },
  ],
  whole(4),
);

const groups: readonly {
  readonly of: string;
  readonly cases: readonly (readonly [name: string, term: Term, sql: string])[];
}[] = [
  {
    of: 'numbers',
    cases: [
      ['plus zero is nothing', terms.add(staff, terms.zero), '"staff"'],
      ['times one is nothing', terms.multiply(staff, terms.one), '"staff"'],
      [
        'times zero stays where the number may be unknown',
        terms.multiply(staff, terms.zero),
        '("staff" * 0)',
      ],
      ['times zero is zero where it is known', terms.multiply(sites, terms.zero), '0::BIGINT'],
      [
        'fixed factors join',
        terms.multiply(terms.multiply(staff, whole(5)), whole(3)),
        '("staff" * 15)',
      ],
      ['the fixed quotient rounds down', terms.floorDivide(whole(-7), whole(2)), '-4::BIGINT'],
      ['a bound that is never reached is no bound', terms.least(sites, whole(5000)), '"sites"'],
      ['a comparison that the range decides is decided', terms.atMost(sites, whole(1000)), 'TRUE'],
      ['but not of what may be unknown', terms.atMost(staff, whole(1000)), '("staff" <= 1000)'],
    ],
  },
  {
    of: 'truths',
    cases: [
      ['no beside unknown is no', terms.and(perhaps, terms.no), 'FALSE'],
      ['beside yes is as it is', terms.and(perhaps, terms.yes), '"perhaps"'],
      ['twice not is nothing', terms.not(terms.not(perhaps)), '"perhaps"'],
      ['what is known cannot be and not be', terms.and(known, listed, terms.not(known)), 'FALSE'],
      [
        'what is unknown may come to unknown',
        terms.and(perhaps, terms.not(perhaps)),
        '("perhaps" AND (NOT "perhaps"))',
      ],
      [
        'an alternative to what is demanded says nothing',
        terms.and(perhaps, terms.or(perhaps, listed)),
        '"perhaps"',
      ],
      [
        'an alternative that is denied goes',
        terms.and(known, terms.or(terms.not(known), perhaps)),
        '("known" AND "perhaps")',
      ],
      [
        'a choice between truths is a condition',
        terms.choose([{ when: known, value: terms.no }], listed),
        '((NOT "known") AND "listed")',
      ],
      [
        'but not if one may be unknown',
        terms.choose([{ when: perhaps, value: terms.no }], listed),
        'CASE WHEN "perhaps" THEN FALSE ELSE "listed" END',
      ],
    ],
  },
  {
    of: 'choices',
    cases: [
      [
        'a branch that is never taken goes',
        terms.choose([{ when: terms.no, value: staff }], sites),
        '"sites"',
      ],
      [
        'what comes after a sure branch goes',
        terms.choose(
          [
            { when: known, value: staff },
            { when: terms.yes, value: sites },
          ],
          whole(1),
        ),
        'CASE WHEN "known" THEN "staff" ELSE "sites" END',
      ],
      [
        'the last branch that says what is said anyway goes',
        terms.choose([{ when: known, value: sites }], sites),
        '"sites"',
      ],
      [
        'the opposite of a condition before is sure',
        terms.choose(
          [
            { when: known, value: staff },
            { when: terms.not(known), value: sites },
          ],
          whole(1),
        ),
        'CASE WHEN "known" THEN "staff" ELSE "sites" END',
      ],
      [
        'a comparison goes into a choice of fixed numbers',
        terms.equal(step, whole(4)),
        '((NOT "known") AND (NOT "listed"))',
      ],
      ['and decides what none of them is', terms.less(step, whole(1)), 'FALSE'],
    ],
  },
  {
    of: 'unknowns',
    cases: [
      [
        'a sum is unknown where a part is',
        terms.isNull(terms.add(staff, sites)),
        '("staff" IS NULL)',
      ],
      ['a comparison too', terms.isKnown(terms.less(staff, whole(5))), '("staff" IS NOT NULL)'],
      [
        'one of two is unknown only with both',
        terms.isNull(terms.coalesce(staff, terms.multiply(staff, whole(2)))),
        '("staff" IS NULL)',
      ],
      [
        'a kleene and is asked itself',
        terms.isNull(terms.and(perhaps, known)),
        '(("perhaps" AND "known") IS NULL)',
      ],
      [
        'a name of a list is unknown with the choice',
        terms.isNull(terms.oneOf(grade, [terms.text('甲'), terms.text('乙')])),
        '("grade" IS NULL)',
      ],
    ],
  },
  {
    of: 'dates moved by months',
    cases: [
      [
        'within five years is since a day',
        terms.atMost(day('2026-06-01'), terms.addMonths(founded, whole(60))),
        `(DATE '2021-06-01' <= "founded")`,
      ],
      [
        'the end of February is reached from the days after it',
        terms.atMost(day('2023-02-28'), terms.addMonths(founded, whole(1))),
        `(DATE '2023-01-28' <= "founded")`,
      ],
      [
        'nothing reaches the 31st from a month of thirty days',
        terms.atMost(day('2023-07-31'), terms.addMonths(founded, whole(1))),
        `(DATE '2023-07-01' <= "founded")`,
      ],
      [
        'before a day counts as not since it',
        terms.less(terms.addMonths(founded, whole(12)), day('2024-02-29')),
        `("founded" < DATE '2023-03-01')`,
      ],
      [
        'up to a day is before the next',
        terms.atMost(terms.addMonths(founded, whole(12)), day('2024-02-28')),
        `("founded" < DATE '2023-03-01')`,
      ],
      [
        'after a day',
        terms.less(day('2024-01-30'), terms.addMonths(founded, whole(-1))),
        `(DATE '2024-03-01' <= "founded")`,
      ],
    ],
  },
];

for (const { of, cases } of groups)
  describe(`what is known of ${of} is done beforehand`, () => {
    for (const [name, term, sql] of cases) test(name, () => expect(printer.print(term)).toBe(sql));
  });

/** By the calendar, day by day, instead of by the limit moved back. */
describe('a comparison of a date moved by months agrees with the calendar on every day', () => {
  const limits = ['2024-02-29', '2023-02-28', '2024-03-31', '2024-04-30', '2024-01-01'];
  for (const limit of limits)
    for (const months of [-13, -1, 1, 6, 12, 48])
      test(`${months} months, ${limit}`, () => {
        const end = Temporal.PlainDate.from(limit);
        const start = end.subtract({ months }).subtract({ days: 40 });
        for (let days = 0; days < 80; days++) {
          const date = start.add({ days });
          const order = Temporal.PlainDate.compare(date.add({ months }), end);
          const moved = terms.addMonths(founded, whole(months));
          const decide = (comparison: Term): boolean => {
            if (comparison.kind !== 'call') throw new Error('not folded');
            const [a, b] = comparison.operands.map((operand) =>
              operand.kind === 'date' ? operand.value : date,
            );
            if (a === undefined || b === undefined) throw new Error('not folded');
            const found = Temporal.PlainDate.compare(a, b);
            return comparison.operation === 'less' ? found < 0 : found <= 0;
          };
          expect([
            decide(terms.atMost(terms.date(end), moved)),
            decide(terms.less(terms.date(end), moved)),
            decide(terms.atMost(moved, terms.date(end))),
            decide(terms.less(moved, terms.date(end))),
          ]).toEqual([order >= 0, order > 0, order <= 0, order < 0]);
        }
      });
});
