import { DuckDBInstance } from '@duckdb/node-api';
import { createEvaluator } from '@luodi/evaluation';
import type { MeasureAnswer } from '@luodi/evaluation';
import { compareDates, parseDate } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import type { Measure } from '@luodi/language';
import { readContentFolder } from '@luodi/platform';
import { fileURLToPath } from 'node:url';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileRule, printRule } from '../../src/compile/index.ts';
import { duckdb } from '../../src/dialect/index.ts';
import { RandomApplicants } from '../support/random-applicants.ts';

const folder = fileURLToPath(new URL('../../../../content/hangzhou', import.meta.url));
const { content } = loadContent(await readContentFolder(folder), 'measures');
const measures = [...content.measures.values()];
const evaluator = createEvaluator(content);
const late = parseDate('2026-06-01')!;
const dateOf = ({ validity: { from, until } }: Measure) => {
  const last = until !== undefined && compareDates(until, late) < 0 ? until : late;
  return compareDates(last, from) < 0 ? from : last;
};
const years = Array.from({ length: 12 }, (_, i) => 2016 + i);

test('every rule as DuckDB SQL answers as the evaluator does, applicant by applicant', async () => {
  const applicants = new RandomApplicants(content, measures, years, 7).applicants(200, [...content.vocabulary.facts.values()]);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const types = { truth: 'BOOLEAN', whole: 'BIGINT', decimal: 'DECIMAL(18, 6)', date: 'DATE', text: 'VARCHAR' };
  for (const [table, { columns, rows }] of applicants.tables) {
    const names = [...columns];
    await connection.run(`CREATE TABLE "${table}" (${names.map(([n, k]) => `"${n}" ${types[k]}`).join(', ')})`);
    const lit = (v: unknown, k: string): string => v === null || v === undefined ? 'NULL' : k === 'text' || k === 'date' ? `'${String(v)}'` : k === 'decimal' ? `${String(v)}::HUGEINT / 1000000::DECIMAL(38,0)` : String(v);
    const decimal = (v: unknown): string => { if (v === null || v === undefined) return 'NULL'; const b = BigInt(String(v)); const a = b < 0n ? -b : b; return `${b < 0n ? '-' : ''}${a / 1000000n}.${String(a % 1000000n).padStart(6, '0')}`; };
    for (let i = 0; i < rows.length; i += 50)
      await connection.run(`INSERT INTO "${table}" VALUES ${rows.slice(i, i + 50).map((row) => `(${names.map(([n, k]) => k === 'decimal' ? decimal(row[n]) : lit(row[n], k)).join(',')})`).join(',')}`);
  }
  const population = new Map([...applicants.tables].map(([t, { columns }]) => [t, new Set(columns.keys())]));
  let wrong = 0; let compared = 0; const tally = new Map<string, number>(); const uncovered: string[] = [];
  for (const measure of measures) {
    const date = dateOf(measure);
    const compiled = compileRule(measure, content.vocabulary, date, population);
    if (!compiled.ok) { uncovered.push(`${measure.id}: ${compiled.error.code} ${compiled.error.reason}`); continue; }
    const sql = printRule(compiled.value, content.vocabulary, population, duckdb, { missing: true });
    let rows;
    try { rows = await (await connection.runAndReadAll(sql)).getRowObjects(); }
    catch (error) { wrong++; if (wrong < 4) { console.log(measure.id, String(error).slice(0, 600)); writeFileSync('/tmp/prof/bad.sql', sql); } continue; }
    const byId = new Map(rows.map((row) => [Number(row['enterprise_id']), row]));
    const { references } = compiled.value;
    for (const [index, facts] of applicants.facts.entries()) {
      const answer = evaluator.answer(measure.id, facts, date) as MeasureAnswer;
      const row = byId.get(index);
      const got = row === undefined ? 'not_entitled none 0 0' : `${row['status']} ${row['kind']} ${row['lower_fen']} ${row['upper_fen']}`;
      const kind = answer.status === 'undetermined' && answer.amount.kind !== 'none' && answer.amount.kind !== 'by_reference' ? 'at_most' : answer.amount.kind;
      const want = `${answer.status} ${kind} ${answer.amount.lowerFen} ${answer.amount.upperFen}`;
      compared++; tally.set(answer.status, (tally.get(answer.status) ?? 0) + 1);
      const bits = BigInt(String(row?.['missing'] ?? 0));
      const gotMissing = references.filter((_, i) => (bits >> BigInt(i)) & 1n).map((r) => JSON.stringify(r)).sort().join();
      const wantMissing = answer.missing.map((r) => JSON.stringify({ name: r.name, aspect: r.aspect })).sort().join();
      const g2 = references.filter((_, i) => (bits >> BigInt(i)) & 1n).map((r) => JSON.stringify({ name: r.name, aspect: r.aspect })).sort().join();
      void gotMissing;
      if (got !== want || g2 !== wantMissing) { wrong++; if (wrong < 12) { console.log(measure.id, index, '\n got ', got, g2, '\n want', want, wantMissing); writeFileSync('/tmp/prof/bad.sql', sql); } break; }
    }
  }
  console.log({ compared, wrong, tally, uncovered });
  expect(wrong).toBe(0);
}, 300_000);
