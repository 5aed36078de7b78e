import { singleQuoted } from '../dialect/quoting.ts';
import type { Answers } from './world-answers.ts';

/** What answers are worth, a row for each unit: `unit`, `entitled`, `undecided`, `lower`, `upper`, `open`, `undecided_upper`, `firm`. */
export function worthOfAnswers(table: string): string {
  return `SELECT enterprise_id AS unit, status = 'entitled' AS entitled, status = 'undetermined' AS undecided,
  CASE WHEN status = 'entitled' THEN lower_fen ELSE 0 END AS lower,
  CASE WHEN status = 'entitled' THEN coalesce(upper_fen, lower_fen) ELSE 0 END AS upper,
  status = 'entitled' AND upper_fen IS NULL AS open,
  CASE WHEN status = 'undetermined' THEN coalesce(upper_fen, lower_fen) ELSE 0 END AS undecided_upper,
  status = 'entitled' AND kind IN ('exact', 'at_least') AS firm
FROM ${table}`;
}

function ofApplicants({ table, members }: Answers): string {
  const worth = worthOfAnswers(table);
  if (members === undefined) return worth;
  return `SELECT member.enterprise_id AS unit, worth.* EXCLUDE (unit) FROM (${worth}) AS worth INNER JOIN ${members} AS member USING (unit)`;
}

const nobody =
  'SELECT NULL::INTEGER AS unit, FALSE AS entitled, FALSE AS undecided, 0 AS lower, 0 AS upper, FALSE AS open, 0 AS undecided_upper, FALSE AS firm LIMIT 0';

function summed(rows: readonly string[]): string {
  return `SELECT unit, bool_or(entitled) AS entitled, bool_or(undecided) AS undecided, sum(lower)::HUGEINT AS lower, sum(upper)::HUGEINT AS upper,
  bool_or(open) AS open, sum(undecided_upper)::HUGEINT AS undecided_upper, coalesce(bool_and(firm) FILTER (entitled), FALSE) AS firm
FROM (${rows.length === 0 ? nobody : rows.join(' UNION ALL ')}) AS each GROUP BY unit`;
}

/** What several measures are worth to each applicant, each by itself. */
export function worthTogether(answers: readonly Answers[]): string {
  return summed(answers.map(ofApplicants));
}

/** What counts of several measures in the best lawful combination: sums from a table of `weighWorld`, the rest from the answers. */
export function worthCounted(
  answers: readonly Answers[],
  counted: string,
  numbers: readonly number[],
): string {
  const flags = answers.map(
    (each) =>
      `SELECT unit, entitled, undecided, 0 AS lower, 0 AS upper, open, undecided_upper, firm FROM (${ofApplicants(each)}) AS flags`,
  );
  const sums = `SELECT enterprise_id AS unit, TRUE AS entitled, FALSE AS undecided, lower_fen AS lower, upper_fen AS upper, FALSE AS open, 0 AS undecided_upper, TRUE AS firm FROM ${counted} WHERE measure IN (${[-1, ...numbers].join(', ')})`;
  return summed([...flags, sums]);
}

/** Applicants and the facts that they lack, with how many a row stands for. */
export function lackingRows({ table, members, references }: Answers): readonly string[] {
  const from =
    members === undefined
      ? `SELECT enterprise_id, missing FROM ${table} WHERE status = 'undetermined'`
      : `SELECT member.enterprise_id, missing FROM ${table} AS answer INNER JOIN ${members} AS member ON member.unit = answer.enterprise_id WHERE status = 'undetermined'`;
  return references.map(
    (id, bit) =>
      `SELECT enterprise_id, ${singleQuoted(id)} AS fact FROM (${from}) AS asked WHERE (missing // ${1n << BigInt(bit)}) % 2 = 1`,
  );
}
