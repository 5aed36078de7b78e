import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { content, luodi } from './command.ts';

const demo = ['--content', content, '--date', '2026-06-01'];
let folder = '';

// Every command is a process of its own that loads the content.
vi.setConfig({ testTimeout: 180_000 });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luodi-city-'));
  await mkdir(join(folder, 'town'));
  await writeFile(
    join(folder, 'town/enterprise.csv'),
    [
      'enterprise_id,high_tech,rd_2025,staff',
      'A,true,300000000,60',
      'B,true,,49',
      'C,,100100000000,',
      'D,false,100,50',
    ].join('\n'),
  );
});

afterAll(() => rm(folder, { recursive: true }));

describe('luodi batch', () => {
  test('answers everybody, and each row is what match says of that enterprise alone', async () => {
    const town = ['--population', join(folder, 'town')];
    const out = ['--out', join(folder, 'results')];
    const run = await luodi(['batch', ...demo, ...town, ...out, '--json']);
    expect(run.code).toBe(0);
    const summary: unknown = JSON.parse(run.stdout);
    expect(summary).toMatchObject({
      applicants: 4,
      rules: { run: 2 },
      total: { lowerFen: 40_000_000, upperFen: 70_000_000 },
      measures: [
        { label: '研发补助', entitled: 1, undetermined: 2, notEntitled: 1, upperFen: 30_000_000 },
        { label: '上规奖励', entitled: 2, undetermined: 1, notEntitled: 1, lowerFen: 40_000_000 },
      ],
    });
    const alone = { A: 50_000_000, B: 0, C: 0, D: 20_000_000 };
    for (const [id, upperBoundFen] of Object.entries(alone)) {
      const stated = await luodi(['facts', '--content', content, ...town, '--enterprise', id]);
      const matched = await luodi(['match', ...demo, '--facts', '-', '--json'], {
        input: stated.stdout,
      });
      expect(JSON.parse(matched.stdout)).toMatchObject({ best: { total: { upperBoundFen } } });
    }
  });

  test('run again on the same place answers the same at once', async () => {
    const args = ['batch', ...demo, '--population', join(folder, 'town')];
    const first = await luodi([...args, '--out', join(folder, 'twice'), '--json']);
    const second = await luodi([...args, '--out', join(folder, 'twice'), '--json']);
    expect(second).toMatchObject({ code: 0, stdout: first.stdout });
  });

  const faults = [
    { name: 'no population', args: [], says: '--population' },
    { name: 'a folder without one', args: ['--population', '/nowhere'], says: '没有企业表' },
    {
      name: 'a folder beside a cluster',
      args: ['--population', '/nowhere', '--clickhouse', 'http://127.0.0.1:1'],
      says: '在集群上运行不用 --population、--out',
    },
  ];
  for (const { name, args, says } of faults)
    test(`${name} is told`, async () => {
      const out = ['--out', join(folder, `fault ${name}`)];
      const { code, stdout, stderr } = await luodi(['batch', ...demo, ...args, ...out]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(says);
    });

  test('a value that cannot be read is named with its column, and nothing is answered', async () => {
    await mkdir(join(folder, 'wrong'));
    await writeFile(
      join(folder, 'wrong/enterprise.csv'),
      'enterprise_id,high_tech,staff\nA,perhaps,60\nB,true,-3\n',
    );
    const out = join(folder, 'of wrong');
    const { code, stderr } = await luodi([
      'batch',
      ...demo,
      '--population',
      join(folder, 'wrong'),
      '--out',
      out,
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('high_tech');
    expect(stderr).toContain('staff');
    expect(await readdir(out).catch(() => [])).toEqual([]);
  });
});

describe('luodi facts of one enterprise', () => {
  test('an id that is not there, or one without a population, is told in one line', async () => {
    const town = ['facts', '--content', content, '--population', join(folder, 'town')];
    const absent = await luodi([...town, '--enterprise', 'Z']);
    expect({ code: absent.code, stdout: absent.stdout }).toEqual({ code: 2, stdout: '' });
    expect(absent.stderr).toContain('没有企业 Z');
    const half = await luodi(['facts', '--content', content, '--enterprise', 'A']);
    expect(half.code).toBe(2);
    expect(half.stderr).toContain('要一起写');
  });
});

describe('luodi population of facts', () => {
  test('a base year without files of facts is told, and nothing is written', async () => {
    const city = join(folder, 'without facts');
    const made = await luodi(['population', '--base-year', '2025', '--out', city]);
    expect({ code: made.code, stdout: made.stdout }).toEqual({ code: 2, stdout: '' });
    expect(made.stderr).toContain('--base-year 只和 --facts 一起用');
    expect(await readdir(city).catch(() => [])).toEqual([]);
  });

  test('files of facts are answered over a city as each is alone', async () => {
    const files = join(folder, 'files');
    await mkdir(files);
    await writeFile(join(files, 'A.json'), '{ "high_tech": true, "rd": { "2025": "300万元" } }');
    await writeFile(join(files, 'D.yaml'), '高企: 否\n职工人数: 60人\n');
    const stated = join(folder, 'stated');
    const facts = ['--facts', join(files, 'A.json'), join(files, 'D.yaml')];
    const made = await luodi(['population', '--content', content, ...facts, '--out', stated]);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const out = ['--out', join(folder, 'of stated'), '--json'];
    const run = await luodi(['batch', ...demo, '--population', stated, ...out]);
    const alone = await Promise.all(
      ['A.json', 'D.yaml'].map(async (name) => {
        const args = ['match', ...demo, '--facts', join(files, name), '--json'];
        const found: { best: { total: { upperBoundFen: number } } } = JSON.parse(
          (await luodi(args)).stdout,
        );
        return found.best.total.upperBoundFen;
      }),
    );
    expect(alone.some((fen) => fen > 0)).toBe(true);
    expect(JSON.parse(run.stdout)).toMatchObject({
      applicants: 2,
      total: { upperFen: alone.reduce((sum, fen) => sum + fen, 0) },
    });
  });

  test('a file that cannot be read as facts is named, and nothing is written', async () => {
    const file = join(folder, 'wrong.yaml');
    await writeFile(file, '从业人员: 60人\n');
    const stated = join(folder, 'not written');
    const args = ['population', '--content', content, '--facts', file, '--out', stated];
    const { code, stderr } = await luodi(args);
    expect(code).toBe(2);
    expect(stderr).toContain('wrong.yaml');
    expect(await readdir(stated).catch(() => [])).toEqual([]);
  });
});

describe('luodi population and simulate', () => {
  test('a seed gives the same city again; a rate changed is answered for it', async () => {
    const sized = (out: string) => [
      'population',
      '--size',
      '300',
      '--seed',
      'once',
      '--out',
      join(folder, out),
      '--json',
    ];
    const first = await luodi(sized('one'));
    expect(first.code).toBe(0);
    const again = await luodi(sized('two'));
    const { folder: _one, ...one }: { folder: string } = JSON.parse(first.stdout);
    const { folder: _two, ...two }: { folder: string } = JSON.parse(again.stdout);
    expect(two).toEqual(one);
    const simulated = await luodi([
      'simulate',
      '--population',
      join(folder, 'one'),
      '--date',
      '2026-06-01',
      '--json',
      '--set',
      '研发投入补助·科技型中小规模:rate-1=6%',
    ]);
    expect(simulated.code).toBe(0);
    expect(JSON.parse(simulated.stdout)).toMatchObject({ population: { size: 300 } });
  });

  const faults = [
    { name: 'a size of none', args: ['population', '--size', '0', '--out', '/tmp/x'], says: '0' },
    {
      name: 'a parameter that the measure does not have',
      args: ['simulate', '--size', '1000', '--set', '研发投入补助·科技型中小规模:rate-9=6%'],
      says: 'rate-9',
    },
    {
      name: 'a draft that is no policy file',
      args: ['simulate', '--draft', 'package.json'],
      says: 'LD1',
    },
    {
      name: 'a draft beside a change',
      args: ['simulate', '--draft', 'package.json', '--set', '研发投入补助·科技型中小规模:5%=6%'],
      says: '--draft',
    },
    {
      name: 'a change without a value',
      args: ['simulate', '--set', '研发投入补助·科技型中小规模'],
      says: '措施:参数=值',
    },
  ];
  for (const { name, args, says } of faults)
    test(`${name} is told`, async () => {
      const { code, stdout, stderr } = await luodi(args, {
        env: { LUODI_DATA: join(folder, 'data') },
      });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(says);
    });
});
