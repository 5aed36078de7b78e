import { describe, expect, test } from 'vitest';
import { content, luodi } from './command.ts';

const common = ['compile', '--content', content, '--date', '2026-06-01'];

describe('luodi compile', () => {
  for (const dialect of ['duckdb', 'postgres', 'clickhouse'])
    test(`writes every rule in force for ${dialect}, each with its clause`, async () => {
      const { code, stdout, stderr } = await luodi([...common, '--dialect', dialect]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout.match(/^SELECT$/gm)).toHaveLength(2);
      expect(stdout).toContain('-- 二、上规 〔demo.txt:3-3〕');
      expect(stdout).toContain('-- 条件 1：职工人数 在 50人 以上');
      expect(stdout.startsWith('-- 每条查询一项措施，每家企业一行')).toBe(true);
    });

  test('explains the columns in English', async () => {
    const { stdout } = await luodi([...common, '--dialect', 'duckdb', '--lang', 'en']);
    expect(stdout.startsWith('-- A query for each measure, a row for each enterprise')).toBe(true);
  });

  test('writes one rule by its name, as JSON too', async () => {
    const one = [...common, '--dialect', 'postgres', '--measure', '上规奖励'];
    const { stdout } = await luodi(one);
    expect(stdout.match(/^SELECT$/gm)).toHaveLength(1);
    const json: unknown = JSON.parse((await luodi([...one, '--json'])).stdout);
    expect(json).toMatchObject({
      dialect: 'postgres',
      rules: 1,
      leftOut: [],
      sql: stdout.trimEnd(),
    });
  });

  test('says no to a rule that is not in force on the date', async () => {
    const before = ['compile', '--content', content, '--date', '2020-01-01'];
    const { code, stdout, stderr } = await luodi([
      ...before,
      '--dialect',
      'duckdb',
      '--measure',
      '上规奖励',
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('demo/上规奖励 在 2020-01-01 不在有效期内');
  });

  const faults = [
    { name: 'no dialect', args: [], says: '缺少选项 --dialect' },
    {
      name: 'another dialect',
      args: ['--dialect', 'oracle'],
      says: '可写 duckdb, postgres, clickhouse',
    },
    {
      name: 'a misspelt rule',
      args: ['--dialect', 'duckdb', '--measure', '上规奖厉'],
      says: '是不是 上规奖励？',
    },
    {
      name: 'a folder without a population',
      args: ['--dialect', 'duckdb', '--population', '/nowhere'],
      says: '--population /nowhere：没有企业表',
    },
  ];
  for (const { name, args, says } of faults)
    test(`${name} is told in one line`, async () => {
      const { code, stdout, stderr } = await luodi([...common, ...args]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toContain(says);
    });
});
