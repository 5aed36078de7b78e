import type { ProfileNumbers } from '../profile/profile-shape.ts';
import { singleQuoted } from '../../dialect/quoting.ts';
import { enterpriseKey, normal, rowKey, uniform } from './random-sql.ts';

/** Names inside the generator; none reaches a file. */
export const number = 'row_number_in_city';
export const sizeNumber = 'size_number';
export const industryNumber = 'industry_number';
/** Standard normal: how much R&D an enterprise does for its industry, how fast it grows beside it. */
export const rdIndex = 'rd_index';
export const growthIndex = 'growth_index';
export const staff = 'staff_number';
export const scale = 'scale_multiple';

/** Revenue before the totals of the profile are met. */
export function plainRevenue(year: number): string {
  return `plain_revenue_${year}`;
}
export function revenue(year: number): string {
  return `revenue_${year}`;
}
export function spending(year: number): string {
  return `rd_spending_${year}`;
}

/** A double as SQL, exactly as it stands in JavaScript. */
export function double(value: number): string {
  return `(${value.toString()})::DOUBLE`;
}

/** The number of one of several weighted things, by a uniform number. Zero weights are never chosen. */
export function chosen(weights: readonly number[], drawn: string): string {
  const total = weights.reduce((sum, each) => sum + each, 0);
  let below = 0;
  const last = weights.findLastIndex((weight) => weight > 0);
  const cases = weights.flatMap((weight, index) => {
    below += weight;
    return weight > 0 && index < last
      ? [`WHEN ${drawn} < ${double(below / total)} THEN ${index}`]
      : [];
  });
  return cases.length === 0 ? `${last}` : `(CASE ${cases.join(' ')} ELSE ${last} END)`;
}

/** One constant for each number of a thing. */
export function byNumber(column: string, values: readonly string[]): string {
  const [first = 'NULL', ...rest] = values;
  if (rest.every((value) => value === first)) return first;
  return `list_extract([${values.join(', ')}], ${column} + 1)`;
}

function layer(columns: readonly string[], from: string): string {
  return `SELECT *, ${columns.join(',\n  ')}\nFROM (${from})`;
}

/** How the revenue of each enterprise is scaled so that totals are met; 1 where nothing is said. */
export interface RevenueFactor {
  readonly industries: readonly number[];
  readonly sizes: readonly number[];
  readonly factor: number;
}

/** Whether an enterprise is of a group of industries and sizes. */
export function groupTest({ industries, sizes }: Omit<RevenueFactor, 'factor'>): string {
  return `(${industryNumber} IN (${industries.join(', ')}) AND ${sizeNumber} IN (${sizes.join(', ')}))`;
}

function attributeColumns(profile: ProfileNumbers): string[] {
  const districts = Object.keys(profile.区县);
  const industries = Object.keys(profile.行业);
  const quoted = (names: readonly string[]) => names.map(singleQuoted);
  const district = chosen(Object.values(profile.区县), uniform('district'));
  return [
    `${byNumber(district, quoted(districts))} AS district`,
    `${byNumber(industryNumber, quoted(industries))} AS industry`,
    `${byNumber(sizeNumber, quoted(Object.keys(profile.规模)))} AS size`,
  ];
}

/** The size of an enterprise by the weights of its industry. */
function sizeColumn(profile: ProfileNumbers): string {
  const sizes = Object.entries(profile.规模);
  const drawn = uniform('size');
  const perIndustry = Object.values(profile.行业).map(({ 规模 }) =>
    chosen(
      sizes.map(([name, { 权重 }]) => 权重 * (规模?.[name] ?? 1)),
      drawn,
    ),
  );
  const cases = perIndustry.map((size, index) => `WHEN ${index} THEN ${size}`);
  return `(CASE ${industryNumber} ${cases.join(' ')} END) AS ${sizeNumber}`;
}

function revenueColumns(profile: ProfileNumbers): string[] {
  const sizes = Object.values(profile.规模);
  const medians = byNumber(
    sizeNumber,
    sizes.map(({ 营业收入 }) => double(营业收入)),
  );
  const spreads = byNumber(
    sizeNumber,
    sizes.map(({ 离散 }) => double(离散)),
  );
  const multiples = byNumber(
    industryNumber,
    Object.values(profile.行业).map(({ 营业收入倍数 }) => double(营业收入倍数)),
  );
  return [
    `(${medians} * ${multiples} * exp(${spreads} * ${normal('revenue')})) AS revenue_at_last`,
  ];
}

/** Growth is the industry's, a part that stays with the enterprise, and a part of the year. */
function yearColumns(profile: ProfileNumbers): string[] {
  const years = [...profile.年份].sort((a, b) => b - a);
  const usual = byNumber(
    industryNumber,
    Object.values(profile.行业).map(({ 增速 }) => double(Math.log(1 + 增速))),
  );
  const lasting = `${usual} + ${double(profile.增速离散)} * ${growthIndex}`;
  let since = '0';
  return years.map((year) => {
    const sum = `revenue_at_last * exp(-(${since}))`;
    since += ` + ${lasting} + ${double(profile.年度波动)} * ${normal(`growth/${year}`)}`;
    return `(CASE WHEN founded_year > ${year} THEN 0 ELSE ${sum} END) AS ${plainRevenue(year)}`;
  });
}

function foundedColumn({ 企业年龄, 基准日 }: ProfileNumbers): string {
  const days = (years: number) => double(years * 365.25);
  const age = `${days(企业年龄.中位)} * exp(${double(企业年龄.离散)} * ${normal('age')})`;
  return `(DATE '${基准日}' - least(${days(企业年龄.最多)}, ${age})::INTEGER) AS founded_day`;
}

function perIndustry(profile: ProfileNumbers, key: '有研发' | '研发强度' | '人均营业收入'): string {
  return byNumber(
    industryNumber,
    Object.values(profile.行业).map((industry) => double(industry[key])),
  );
}

/** R&D spending and staff follow revenue; a larger enterprise more likely does R&D, at a lower intensity. */
function followingColumns(profile: ProfileNumbers, factors: readonly RevenueFactor[]): string[] {
  const factor = factors.map((each) => `WHEN ${groupTest(each)} THEN ${double(each.factor)}`);
  const scaled = factor.length === 0 ? '1' : `(CASE ${factor.join(' ')} ELSE 1 END)`;
  const multiple = byNumber(
    sizeNumber,
    Object.values(profile.规模).map(({ 倍数 }) => double(倍数)),
  );
  const does = `${uniform('does R&D')} < ${perIndustry(profile, '有研发')} * ${multiple}`;
  const intensity = `least(0.5, ${perIndustry(profile, '研发强度')} * exp(${double(profile.研发离散)} * ${rdIndex}))`;
  const last = Math.max(...profile.年份);
  const perHead = `${perIndustry(profile, '人均营业收入')} * exp(${double(profile.人数离散)} * ${normal('staff')})`;
  return [
    ...profile.年份.map((year) => `(${plainRevenue(year)} * ${scaled}) AS ${revenue(year)}`),
    ...profile.年份.map(
      (year) =>
        `(CASE WHEN ${does} THEN ${plainRevenue(year)} * ${scaled} * ${intensity} * exp(${double(profile.年度波动)} * ${normal(`R&D/${year}`)}) ELSE 0 END) AS ${spending(year)}`,
    ),
    `greatest(1, round(${plainRevenue(last)} * ${scaled} / (${perHead}))) AS ${staff}`,
    `${multiple} AS ${scale}`,
  ];
}

/**
 * What stands behind the facts of enterprises `from` ≤ number < `to`: district, industry, size, growth, revenue, R&D, staff. Every row
 * depends on the seed and its number alone.
 */
export function latentsSql(
  profile: ProfileNumbers,
  seed: string,
  range: { readonly from: number; readonly to: number },
  factors: readonly RevenueFactor[],
): string {
  const numbers = `SELECT range AS ${number}, ${enterpriseKey(seed, 'range')} AS ${rowKey} FROM range(${range.from}, ${range.to})`;
  const weights = Object.values(profile.行业).map(({ 权重 }) => 权重);
  const industry = [`${chosen(weights, uniform('industry'))} AS ${industryNumber}`];
  const indices = [
    sizeColumn(profile),
    `${normal('R&D')} AS ${rdIndex}`,
    `${normal('growth')} AS ${growthIndex}`,
    foundedColumn(profile),
  ];
  const founding = [
    ...attributeColumns(profile),
    ...revenueColumns(profile),
    `year(founded_day) AS founded_year`,
  ];
  let sql = numbers;
  for (const columns of [industry, indices, founding]) sql = layer(columns, sql);
  sql = layer(yearColumns(profile), sql);
  return layer(followingColumns(profile, factors), sql);
}
