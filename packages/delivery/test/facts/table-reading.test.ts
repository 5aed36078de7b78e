import { describe, expect, test } from 'vitest';
import { readFactSources } from '../../src/index.ts';
import { columnLetters } from '../../src/facts/domain/import/sheet.ts';
import { readHeading } from '../../src/facts/domain/import/heading.ts';
import { readCell } from '../../src/facts/domain/import/read-cell.ts';
import type { SheetCell } from '../../src/facts/domain/import/sheet.ts';
import { tableHead } from '../../src/facts/domain/import/table-head.ts';
import { rankOf } from '../../src/facts/domain/fact-sources.ts';
import { rules, sheetOf } from './town.ts';

const headings = [
  { text: '年营业收入（万元）', name: '年营业收入', unit: '万元' },
  { text: '年营业收入(单位：亿元)', name: '年营业收入', unit: '亿元' },
  { text: '2024年年营业收入', name: '年营业收入', year: 2024 },
  { text: '年营业收入（2024年）', name: '年营业收入', year: 2024 },
  { text: '2024年度年营业收入（元）', name: '年营业收入', unit: '元', year: 2024 },
  { text: '年营业收入（含税）', name: '年营业收入(含税)' },
  { text: '上年度营业收入', name: '营业收入', priorYear: true },
  { text: '*职工人数', name: '职工人数' },
];
describe('of a heading', () => {
  for (const { text, ...parts } of headings)
    test(`${text}: name, unit and year are told apart`, () =>
      expect(readHeading(text)).toEqual({
        unit: undefined,
        year: undefined,
        priorYear: false,
        ...parts,
      }));
});

const cells: readonly {
  readonly name: string;
  readonly fact: string;
  readonly cell: SheetCell;
  readonly unit?: string;
  readonly stored?: unknown;
  readonly fault?: string;
}[] = [
  {
    name: 'money in the unit of the column',
    fact: 'annual_revenue',
    cell: '1,234.5',
    unit: '万元',
    stored: 1_234_500_000,
  },
  {
    name: 'money with a unit of its own',
    fact: 'annual_revenue',
    cell: '1.2亿元',
    unit: '万元',
    stored: 12_000_000_000,
  },
  { name: 'money to the fen', fact: 'annual_revenue', cell: '0.01', unit: '元', stored: 1 },
  {
    name: 'less than a fen',
    fact: 'annual_revenue',
    cell: '0.001',
    unit: '元',
    fault: 'fraction_of_fen',
  },
  { name: 'money below zero', fact: 'annual_revenue', cell: '-1', unit: '元', fault: 'negative' },
  {
    name: 'money that JSON would round',
    fact: 'annual_revenue',
    cell: '900719925474099.30',
    unit: '元',
    stored: '90071992547409930分',
  },
  { name: 'a share in percent', fact: 'rd_intensity', cell: '5.5', unit: '%', stored: '5.5%' },
  {
    name: 'a share shown as a percentage',
    fact: 'rd_intensity',
    cell: '5.5%',
    unit: '倍',
    stored: '5.5%',
  },
  { name: 'a count with its word', fact: 'employees', cell: '12人', unit: '人', stored: 12 },
  {
    name: 'a count of other things',
    fact: 'employees',
    cell: '12台',
    unit: '人',
    fault: 'wrong_unit',
  },
  {
    name: 'an area in another unit',
    fact: 'floor_area',
    cell: '3',
    unit: '亩',
    stored: '2000平方米',
  },
  {
    name: 'an area that has no end in the unit of the vocabulary',
    fact: 'floor_area',
    cell: '1',
    unit: '亩',
    stored: '1亩',
  },
  { name: 'a day with strokes', fact: 'founded_on', cell: '2024/2/29', stored: '2024-02-29' },
  { name: 'a day in digits', fact: 'founded_on', cell: '20240229', stored: '2024-02-29' },
  { name: 'a day that does not exist', fact: 'founded_on', cell: '2023-02-29', fault: 'bad_date' },
  { name: 'a tick', fact: 'high_tech_enterprise', cell: '√', stored: true },
  { name: 'a district with its ending', fact: 'district', cell: '东区', stored: '东' },
  { name: 'a district that there is not', fact: 'district', cell: '南区', fault: 'unknown_choice' },
  { name: 'a dash', fact: 'employees', cell: '—', stored: undefined },
  {
    name: 'an error of a formula',
    fact: 'employees',
    cell: { trouble: 'error_value', shown: '#N/A' },
    fault: 'error_value',
  },
];
describe('a cell is stored alike, however it was written:', () => {
  for (const { name, fact: id, cell, unit, stored, fault } of cells)
    test(name, () => {
      const fact = rules.vocabulary.factsById.get(id);
      if (fact === undefined) throw new Error(id);
      const read = readCell(cell, fact, unit, rules.vocabulary);
      expect(read.ok ? { stored: read.value } : { fault: read.error.code }).toEqual(
        fault === undefined ? { stored } : { fault },
      );
    });
});

test('headings are found under a title, and the unit of money above them', () => {
  const head = tableHead(sheetOf('企业情况表|', '单位：万元|', '信用代码|年营业收入', 'x|1'));
  expect(head).toMatchObject({ headings: ['信用代码', '年营业收入'], moneyUnit: '万元' });
  expect(head.rows.map(({ number }) => number)).toEqual([4]);
});

test('columns are lettered as spreadsheets letter them', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

const source = '来源: { 甲: { 标识: a, 英文: A }, 乙: { 标识: b, 英文: B } }\n';
const files = [
  {
    name: 'a source that an order names but nobody describes',
    text: `${source}次序: [甲, 乙, 丙]`,
    place: '次序',
  },
  {
    name: 'a source that the general order leaves out',
    text: `${source}次序: [甲]`,
    place: '次序',
  },
  { name: 'a source that stands twice', text: `${source}次序: [甲, 乙, 甲]`, place: '次序' },
  { name: 'an unknown key', text: `${source}次序: [甲, 乙]\n别的: 1`, place: '' },
  {
    name: 'an id that is none',
    text: '来源: { 甲: { 标识: A B, 英文: A } }\n次序: [甲]',
    place: '来源.甲.标识',
  },
  { name: 'broken YAML', text: '来源: [', place: '' },
];
describe('a file of sources is refused with', () => {
  for (const c of files)
    test(c.name, () => {
      const read = readFactSources(c.text);
      expect(read.ok ? 'read' : read.error[0]?.place).toBe(c.place);
    });
});

test('a fact’s own order comes first and the general order after it', () => {
  const ranks = (fact: string) =>
    ['tax', 'statistics', 'enterprise', 'gone'].map((id) => rankOf(rules.sources, fact, id));
  expect(ranks('职工人数')).toEqual([2, 0, 4, 5]);
  expect(ranks('年营业收入')).toEqual([1, 2, 4, 5]);
});
