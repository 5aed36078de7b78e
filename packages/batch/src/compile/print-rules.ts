import type { PlainDate } from '@luodi/kernel';
import type { Bilingual } from '@luodi/evaluation';
import type { Measure, Vocabulary } from '@luodi/language';
import type { Dialect } from '../sql/dialect.ts';
import { comment } from '../sql/print-select.ts';
import { compileRule } from './compile-rule.ts';
import type { RuleFault } from './compile-rule.ts';
import { printRule } from './print-rule.ts';
import type { PopulationTables } from './query-columns.ts';

/** The rules of a text of SQL. */
export interface RulesText {
  readonly sql: string;
  /** How many rules it has. */
  readonly rules: number;
  /** Rules that are not SQL, or not in force. */
  readonly leftOut: readonly RuleFault[];
}

/** What a reader needs to know of all queries, in each language. */
const legend: readonly Bilingual[] = [
  {
    zh: '每条查询一项措施，每家企业一行。status：entitled 可得，not_entitled 不可得，undetermined 待定',
    en: 'A query for each measure, a row for each enterprise. status: entitled, not_entitled, undetermined',
  },
  {
    zh: 'kind：exact 定额，at_most 最高，at_least 至少，discretionary 酌情，by_reference 从其规定，none 无金额',
    en: 'kind: exact, at_most, at_least, discretionary, by_reference (as another rule says), none (no sum)',
  },
  {
    zh: 'lower_fen、upper_fen：至少、至多多少分；upper_fen 为空即没有上限。空值一律是“未知”，不是零',
    en: 'lower_fen, upper_fen: least and most in fen; no upper_fen is no upper bound. Null is always unknown, never zero',
  },
];

const dialectLegend: Readonly<Record<Dialect['name'], readonly Bilingual[]>> = {
  duckdb: [],
  postgres: [
    {
      zh: 'OFFSET 0：让规划器逐步计算，不把各步合并展开',
      en: 'OFFSET 0 keeps the planner from merging the steps into one expression',
    },
  ],
  clickhouse: [
    {
      zh: '从 18.16 到当前版本通用；先执行 SET join_use_nulls = 1。日期列为 1970-01-01 起的天数（Int64）',
      en: 'One text from 18.16 to today; SET join_use_nulls = 1 first. Date columns are days since 1970-01-01 (Int64)',
    },
    {
      zh: 'nullIf(least(ifNull(p * 3, 2), …), 2) > 0 是三值的“且”，greatest 是“或”：两代版本对 NULL AND 0 算法不同',
      en: 'nullIf(least(ifNull(p * 3, 2), …), 2) > 0 is AND of three values, with greatest OR: the versions differ on NULL AND 0',
    },
  ],
};

/**
 * The queries of measures on a date as one text with comments: what each column means, which clause each query is. Measures that are not in
 * force or are not SQL are left out and told.
 */
export function printRules(
  measures: readonly Measure[],
  vocabulary: Vocabulary,
  options: {
    readonly date: PlainDate;
    readonly dialect: Dialect;
    readonly population: PopulationTables;
    readonly language: keyof Bilingual;
  },
): RulesText {
  const { date, dialect, population, language } = options;
  const queries: string[] = [];
  const leftOut: RuleFault[] = [];
  for (const measure of measures) {
    const compiled = compileRule(measure, vocabulary, date, population);
    if (!compiled.ok) leftOut.push(compiled.error);
    else queries.push(`${printRule(compiled.value, vocabulary, population, dialect)};`);
  }
  const words = [...legend, ...dialectLegend[dialect.name]].map((each) => comment(each[language]));
  return { sql: [words.join('\n'), ...queries].join('\n\n'), rules: queries.length, leftOut };
}
