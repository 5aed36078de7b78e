import { describe, expect, test } from 'vitest';
import { clickhouse, duckdb, postgres } from '../../src/dialect/index.ts';
import { TermPrinter } from '../../src/sql/print-term.ts';
import { TermFactory } from '../../src/sql/term-factory.ts';
import type { Term } from '../../src/sql/term.ts';

const terms = new TermFactory();

function number(name: string, most: bigint, least = 0n, nullable = true): Term {
  return terms.column('enterprise', name, 'whole', { nullable, range: { least, greatest: most } });
}

const n = number('n', 1000n);
const change = number('change', 1000n, -1000n);
const huge = number('huge', 10n ** 30n);
const grade = terms.column('enterprise', 'grade', 'text');
const p = terms.column('enterprise', 'p', 'truth');
const q = terms.column('enterprise', 'q', 'truth', { nullable: false });
const since = terms.column('enterprise', 'since', 'date');

/** What each dialect writes; `…` stands for a text that is tested by running it. */
const cases: readonly {
  readonly name: string;
  readonly term: Term;
  readonly duckdb: string;
  readonly postgres: string;
  readonly clickhouse: string;
}[] = [
  {
    name: 'a number that must say its type',
    term: terms.whole(5_000_000_000n),
    duckdb: '5000000000::BIGINT',
    postgres: '5000000000::bigint',
    clickhouse: 'toInt64(5000000000)',
  },
  {
    name: 'a number beside a column',
    term: terms.add(n, terms.whole(-5n)),
    duckdb: '("n" - 5)',
    postgres: '("n" - 5)',
    clickhouse: '(`n` - 5)',
  },
  {
    name: 'a product that 64 bits do not hold',
    term: terms.multiply(n, terms.whole(10n ** 18n)),
    duckdb: '("n"::HUGEINT * 1000000000000000000)',
    postgres: '("n"::numeric * 1000000000000000000)',
    clickhouse: '(toDecimal128(`n`, 0) * toInt64(1000000000000000000))',
  },
  {
    name: 'a quotient of what is not below zero',
    term: terms.floorDivide(n, terms.whole(3n)),
    duckdb: '("n" // 3)',
    postgres: '("n" / 3)',
    clickhouse: 'intDiv(`n`, 3)',
  },
  {
    name: 'a quotient that may be below zero is rounded down',
    term: terms.floorDivide(change, terms.whole(3n)),
    duckdb: 'CASE WHEN "change" >= 0 THEN ("change" // 3) ELSE -((3 - 1 - "change") // 3) END',
    postgres: 'CASE WHEN "change" >= 0 THEN ("change" / 3) ELSE -((3 - 1 - "change") / 3) END',
    clickhouse: '(intDiv(`change`, 3) - (`change` < intDiv(`change`, 3) * 3))',
  },
  {
    name: 'a wide quotient',
    term: terms.floorDivide(huge, terms.whole(3n)),
    duckdb: '("huge" // 3::HUGEINT)',
    postgres: 'div("huge", 3::numeric)',
    clickhouse: "(`huge` / toDecimal128('3', 0))",
  },
  {
    name: 'the least of what may be unknown is unknown',
    term: terms.least(n, terms.whole(5n)),
    duckdb: 'CASE WHEN "n" IS NOT NULL THEN least("n", 5) END',
    postgres: 'CASE WHEN "n" IS NOT NULL THEN least("n", 5) END',
    clickhouse: 'CASE WHEN `n` IS NOT NULL THEN least(`n`, 5) END',
  },
  {
    name: 'AND of what may be unknown',
    term: terms.and(p, q),
    duckdb: '("p" AND "q")',
    postgres: '("p" AND "q")',
    clickhouse: '(nullIf(least(ifNull(`p` * 3, 2), `q` * 3), 2) > 0)',
  },
  {
    name: 'AND after WHEN, where unknown is as good as no',
    term: terms.choose([{ when: terms.and(p, q), value: n }], terms.zero),
    duckdb: 'CASE WHEN ("p" AND "q") THEN "n" ELSE 0 END',
    postgres: 'CASE WHEN ("p" AND "q") THEN "n" ELSE 0 END',
    clickhouse: 'CASE WHEN (`p` AND `q`) THEN `n` ELSE 0 END',
  },
  {
    name: 'one of several names',
    term: terms.oneOf(grade, [terms.text("O'甲"), terms.text('乙')]),
    duckdb: `("grade" IN ('O''甲', '乙'))`,
    postgres: `("grade" IN ('O''甲', '乙'))`,
    clickhouse: "CASE WHEN `grade` IS NULL THEN NULL ELSE (`grade` IN ('O\\'甲', '乙')) END",
  },
  {
    name: 'sets of facts',
    term: terms.bitOr(number('a', 8n), number('b', 8n), terms.whole(4n)),
    duckdb: '("a" | "b" | 4)',
    postgres: '("a" | "b" | 4)',
    clickhouse: 'bitOr(bitOr(`a`, `b`), 4)',
  },
  {
    name: 'days later',
    term: terms.addDays(since, terms.whole(30n)),
    duckdb: '("since" + (30)::INTEGER)',
    postgres: '("since" + (30)::int)',
    clickhouse: '(`since` + 30)',
  },
];

describe('what each database is written', () => {
  for (const { name, term, ...expected } of cases)
    test(name, () => {
      const written = (dialect: typeof duckdb): string =>
        new TermPrinter(dialect, new Map()).print(term);
      expect({
        duckdb: written(duckdb),
        postgres: written(postgres),
        clickhouse: written(clickhouse),
      }).toEqual(expected);
    });

  test('a name or text cannot leave its quotation', () => {
    expect([
      duckdb.identifier('a"b'),
      postgres.text("a'b"),
      clickhouse.identifier('a`b\\'),
    ]).toEqual(['"a""b"', "'a''b'", '`a\\`b\\\\`']);
  });
});
