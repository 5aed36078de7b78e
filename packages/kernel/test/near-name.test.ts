import { describe, expect, test } from 'vitest';
import { nearName } from '../src/index.ts';

const facts = [
  '高新技术企业',
  '科技型中小企业',
  '年度研发投入',
  '年度研发投入新增额',
  '项目研发投入',
  'annual_rd_expenditure',
];

describe('the name that was meant is found', () => {
  const cases: readonly [string, string | undefined][] = [
    ['高新企业', '高新技术企业'],
    ['高新技术企亚', '高新技术企业'],
    ['年度研发投人', '年度研发投入'],
    ['研发投入', '年度研发投入'],
    ['年度研发投入增额', '年度研发投入新增额'],
    ['科技中小企业', '科技型中小企业'],
    ['annual_rd_expendiutre', 'annual_rd_expenditure'],
    ['注册地址', undefined],
    ['xyz', undefined],
    ['', undefined],
    ['高新技术企业'.repeat(20), undefined],
  ];
  for (const [name, meant] of cases)
    test(`“${name}” → ${meant ?? 'nothing near'}`, () => expect(nearName(name, facts)).toBe(meant));
});

test('a name is nearest to itself', () => {
  for (const fact of facts) expect(nearName(fact, facts)).toBe(fact);
});

test('nothing is near where nothing is known', () => expect(nearName('企业', [])).toBeUndefined());
