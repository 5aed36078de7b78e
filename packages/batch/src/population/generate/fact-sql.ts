import { columnKind, factColumn } from '../columns.ts';
import { singleQuoted } from '../../dialect/quoting.ts';
import type { Distribution, PlannedFact } from '../profile/population-plan.ts';
import type { ChoiceSpec, DateSpec, NumberSpec, ProfileNumbers } from '../profile/profile-shape.ts';
import {
  double,
  plainRevenue,
  revenue,
  scale,
  spending,
  staff,
  chosen,
  byNumber,
} from './latents-sql.ts';
import { chance, heldColumn, prerequisites } from './likelihood-sql.ts';
import { normal, secondUniform, uniform } from './random-sql.ts';

/** What the columns of one table are made from. */
export interface TableContext {
  readonly profile: ProfileNumbers;
  readonly idOf: (name: string) => string;
  /** Whether revenue counts before it is scaled to totals. */
  readonly plain?: boolean;
}

export interface OutputColumn {
  readonly name: string;
  readonly sql: string;
}

/** Whole numbers of doubles stop being exact not far above. */
const largestDouble = 9_000_000_000_000_000;

function allOf(tests: readonly string[]): string {
  return tests.length === 0 ? 'TRUE' : tests.join(' AND ');
}

function masked(sql: string, purpose: string, share: number | undefined): string {
  if (share === undefined || share === 0) return sql;
  return `CASE WHEN ${uniform(`unknown/${purpose}`)} < ${double(share)} THEN NULL ELSE ${sql} END`;
}

/** Whether those that 有 speaks of have any of it. */
function presence(
  spec: NumberSpec | DateSpec,
  purpose: string,
  { profile, idOf }: TableContext,
): string[] {
  const tests = prerequisites(spec, idOf);
  if (spec.有 === undefined) return tests;
  return [...tests, `${uniform(`has/${purpose}`)} < ${chance(spec.有, spec, profile)}`];
}

function baseOf(spec: NumberSpec, year: number, last: number, plain: boolean): string {
  const path = `(${revenue(year)} / greatest(1, ${revenue(last)}))`;
  switch (spec.基) {
    case '营业收入':
      return plain ? plainRevenue(year) : revenue(year);
    case '研发投入':
      return spending(year);
    case '人数':
      return year === last ? staff : `round(${staff} * sqrt(${path}))`;
    case '规模':
      return year === last ? scale : `(${scale} * ${path})`;
    case undefined:
      return '1';
  }
}

function median(spec: NumberSpec, purpose: string): string {
  if (spec.自 !== undefined && spec.至 !== undefined)
    return `(${double(spec.自)} + ${double(spec.至 - spec.自)} * ${uniform(purpose)})`;
  const value = double(spec.值 ?? 0);
  if (spec.离散 === undefined || spec.离散 === 0) return value;
  return `(${value} * exp(${double(spec.离散)} * ${normal(purpose)}))`;
}

/** A number of one year, or of the last year for a state: a double rounded to the step and then to the column's kind. */
export function numberSql(
  { fact, distribution }: { fact: PlannedFact['fact']; distribution: { spec: NumberSpec } },
  year: number | undefined,
  context: TableContext,
): string {
  const { spec } = distribution;
  const { profile } = context;
  const last = Math.max(...profile.年份);
  const base = baseOf(spec, year ?? last, last, context.plain === true);
  const wave =
    year === undefined || spec.离散 === undefined
      ? ''
      : ` * exp(${double(profile.年度波动)} * ${normal(`${fact.id}/${year}`)})`;
  const drawn = `${median(spec, fact.id)} * ${base}${wave}`;
  const bounded = `least(${double(spec.最多 ?? largestDouble)}, greatest(${double(spec.最少 ?? (fact.mayBeNegative ? -largestDouble : 0))}, ${drawn}))`;
  const step = spec.步长;
  const stepped =
    step === undefined ? bounded : `round(${bounded} / ${double(step)}) * ${double(step)}`;
  const whole = columnKind(fact) === 'whole';
  const typed = whole
    ? `round(${stepped})::BIGINT`
    : `round(least(99999999999, ${stepped}), 6)::DECIMAL(18,6)`;
  const present = presence(spec, fact.id, context);
  const value =
    present.length === 0 ? typed : `CASE WHEN ${allOf(present)} THEN ${typed} ELSE 0 END`;
  return masked(value, fact.id, spec.未知);
}

function choiceSql(
  { fact }: PlannedFact,
  spec: ChoiceSpec,
  members: readonly string[],
  { idOf }: TableContext,
): string {
  const rest = (1 - (spec.末项 ?? 0)) / Math.max(1, members.length - 1);
  const weights = members.map((name, index) =>
    spec.选 === undefined
      ? index === members.length - 1
        ? (spec.末项 ?? 0)
        : rest
      : (spec.选[name] ?? 0),
  );
  const drawn = byNumber(chosen(weights, uniform(fact.id)), members.map(singleQuoted));
  const needs = prerequisites(spec, idOf);
  const otherwise = singleQuoted(spec.否则 ?? members.at(-1) ?? '');
  const value =
    needs.length === 0 ? drawn : `CASE WHEN ${allOf(needs)} THEN ${drawn} ELSE ${otherwise} END`;
  return masked(value, fact.id, spec.未知);
}

function dateSql({ fact }: PlannedFact, spec: DateSpec, context: TableContext): string {
  const day = `DATE '${context.profile.基准日}'`;
  const [from, to] = spec.距今 ?? [0, 0];
  const drawn = `greatest(founded_day, ${day} - (${from} + floor(${to - from + 1} * ${uniform(fact.id)}))::INTEGER)`;
  const value = spec.距今 === undefined ? 'founded_day' : drawn;
  const present = presence(spec, fact.id, context);
  const given = present.length === 0 ? value : `CASE WHEN ${allOf(present)} THEN ${value} END`;
  return masked(given, fact.id, spec.未知);
}

function numberColumns(planned: PlannedFact, spec: NumberSpec, context: TableContext) {
  const { fact } = planned;
  const years = fact.annual ? context.profile.年份 : [undefined];
  return years.map((year) => ({
    name: year === undefined ? fact.id : factColumn(fact, year),
    sql: numberSql({ fact, distribution: { spec } }, year, context),
  }));
}

/** Whether a truth holds: drawn by its chance, if what it needs holds. */
export function heldSql(
  { fact }: PlannedFact,
  spec: Extract<Distribution, { kind: 'truth' }>['spec'],
  { profile, idOf }: TableContext,
): OutputColumn {
  const tests = [
    ...prerequisites(spec, idOf),
    `${uniform(fact.id)} < ${chance(spec.是, spec, profile)}`,
  ];
  return { name: heldColumn(fact.id), sql: allOf(tests) };
}

/** The columns of one fact as they are written. A truth is read from its `held_` column. */
export function factColumns(planned: PlannedFact, context: TableContext): readonly OutputColumn[] {
  const { fact, distribution } = planned;
  switch (distribution.kind) {
    case 'truth': {
      const share = distribution.spec.未知;
      const held = heldColumn(fact.id);
      const known =
        share === undefined || share === 0
          ? held
          : `CASE WHEN ${secondUniform(fact.id)} < ${double(share)} THEN NULL ELSE ${held} END`;
      return [{ name: fact.id, sql: known }];
    }
    case 'number':
      return numberColumns(planned, distribution.spec, context);
    case 'choice':
      return [
        {
          name: fact.id,
          sql: choiceSql(planned, distribution.spec, distribution.members, context),
        },
      ];
    case 'date':
      return [{ name: fact.id, sql: dateSql(planned, distribution.spec, context) }];
  }
}
