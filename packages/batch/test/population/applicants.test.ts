import { DuckDBDateValue } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { readFacts } from '@luodi/evaluation';
import type { FactEntry } from '@luodi/evaluation';
import { fraction, rational } from '@luodi/kernel';
import { describePopulation, readApplicants } from '../../src/population/index.ts';
import { columnKind, listedColumn } from '../../src/population/columns.ts';
import { tableMeaning } from '../../src/population/read/column-meaning.ts';
import { hangzhou, inCity, planOf } from './support/synthetic-city.ts';

const content = await hangzhou();
const { vocabulary } = content;

/** What an entry holds, in the words of the database: decimals with six digits. */
function cellOf(entry: FactEntry | undefined, year: number | undefined, decimal: boolean) {
  if (entry === undefined) return null;
  const number = (value: ReturnType<typeof rational>) =>
    decimal
      ? fraction.multiply(value, rational(1_000_000n)).numerator
      : value.denominator === 1n
        ? value.numerator
        : 'not whole';
  if (entry.kind === 'annual') {
    const value = year === undefined ? undefined : entry.byYear.get(year);
    return value === undefined ? null : number(value);
  }
  const { value } = entry;
  if (value.kind === 'number') return number(value.value);
  return value.kind === 'date' ? value.value.toString() : value.value;
}

function expected(cell: unknown, decimal: boolean): unknown {
  if (cell === null || cell === undefined) return null;
  if (decimal && typeof cell === 'object' && 'value' in cell) return cell.value;
  return cell instanceof DuckDBDateValue ? cell.toString() : cell;
}

test('every cell of two hundred enterprises, their items and payments comes back as a stated fact', async () => {
  await inCity(content, { plan: planOf(content), size: 200, seed: '往返' }, async (connection) => {
    const population = await describePopulation(connection, vocabulary);
    expect(population).toMatchObject({ size: 200, unread: [] });
    const all = async (table: string) =>
      (await connection.runAndReadAll(`SELECT * FROM "${table}" ORDER BY ALL`)).getRowObjects();
    const enterprises = await all('enterprise');
    const ids = enterprises.map((row) => String(row['enterprise_id']));
    const applicants = await readApplicants(connection, population, ids, vocabulary);
    expect(applicants.size).toBe(200);
    const facts = new Map(
      [...applicants].map(([id, raw]) => {
        const read = readFacts(raw, content);
        if (!read.ok) throw new Error(read.error.map((fault) => fault.message.zh).join('\n'));
        return [id, read.value];
      }),
    );
    let compared = 0;
    const compare = (
      row: Readonly<Record<string, unknown>>,
      entries: ReadonlyMap<string, FactEntry>,
      table: string,
    ) => {
      const meaning = tableMeaning(table, vocabulary);
      for (const [column, cell] of Object.entries(row)) {
        const { fact, year } = meaning?.of(column) ?? {};
        if (fact === undefined) continue;
        const decimal = columnKind(fact) === 'decimal';
        const found = cellOf(entries.get(fact.name), year, decimal);
        expect(found, `${table}.${column}`).toEqual(expected(cell, decimal));
        compared++;
      }
    };
    for (const row of enterprises)
      compare(row, facts.get(String(row['enterprise_id']))?.entries ?? new Map(), 'enterprise');
    for (const { name, id: table } of vocabulary.entities.values()) {
      if (!population.tables.has(table) || table === 'enterprise') continue;
      for (const row of enterprises) {
        const listed = facts.get(String(row['enterprise_id']))?.items.has(name);
        expect(listed).toBe(row[listedColumn(table)]);
      }
      for (const row of await all(table)) {
        const items = facts.get(String(row['enterprise_id']))?.items.get(name);
        compare(row, items?.[Number(row['item'])]?.entries ?? new Map(), table);
      }
    }
    expect(compared).toBeGreaterThan(200 * 280);
    const payments = await all('payment');
    for (const row of enterprises) {
      const id = row['enterprise_id'];
      const mine = payments.filter((payment) => payment['enterprise_id'] === id);
      const history = facts.get(String(id))?.history.payments;
      expect(history?.length).toBe(row['payments_complete'] === true ? mine.length : undefined);
      const seen = (history ?? []).map(({ about, matter, fen }) => [about, matter, fen]);
      const given = mine.map(({ about, matter, fen }) => [about, matter, fen]);
      expect(seen).toEqual(expect.arrayContaining(given));
    }
    expect(payments.length).toBeGreaterThan(0);
  });
});
