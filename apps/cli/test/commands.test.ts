import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, content, corpus, luodi } from './command.ts';

const facts = '{"高企": true, "研发投入": "300万元", "职工人数": "30人"}';

/** The one JSON document of stdout; throws if there is anything besides. */
function json(stdout: string): unknown {
  return JSON.parse(stdout);
}

describe('help', () => {
  test('names every command, in Chinese', async () => {
    const { code, stdout, stderr } = await luodi(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of ['check', 'facts', 'match', 'explain', 'ask', 'cite', 'serve'])
      expect(stdout).toMatch(new RegExp(`^ {2}${name} .*\\p{Script=Han}`, 'mu'));
  });

  for (const name of ['check', 'facts', 'match', 'explain', 'ask', 'cite', 'serve'])
    test(`luodi ${name} --help --lang en says how to use it, in English`, async () => {
      const { code, stdout } = await luodi([name, '--help', '--lang', 'en']);
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage: luodi ${name}`);
      expect(stdout).not.toMatch(/\p{Script=Han}/u);
    });

  test('a call without a command shows it on stderr and fails', async () => {
    const { code, stdout, stderr } = await luodi([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('用法：');
  });
});

describe('luodi match', () => {
  test('opens with what is certain, what is possible and what is undecided', async () => {
    const { code, stdout } = await ask('match', facts);
    expect(code).toBe(0);
    expect(stdout).toContain('截至 2026-06-01\n\n可得      0元\n最高可得  30万元\n待定      0 项');
    expect(stdout).toContain('● 最高 30万元  研发补助');
    expect(stdout).toContain('△ 上规奖励 — 还差 20人 职工人数');
  });

  test('speaks English', async () => {
    const { stdout } = await ask('match', facts, ['--lang', 'en']);
    expect(stdout).toContain('Up to      CNY 300,000');
    expect(stdout).toContain('△ Scale award — Staff is 20 short');
  });

  test('reads YAML as well as JSON', async () => {
    const yaml = await ask('match', '高企: 是\n研发投入: 300万元\n职工人数: 30人\n', ['--json']);
    expect(json(yaml.stdout)).toEqual(json((await ask('match', facts, ['--json'])).stdout));
  });

  test('prints one JSON document and nothing else', async () => {
    const { code, stdout, stderr } = await ask('match', facts, ['--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(json(stdout)).toMatchObject({
      date: '2026-06-01',
      results: [
        {
          measure: 'demo/研发补助',
          status: 'entitled',
          amount: { kind: 'at_most', fen: 30_000_000 },
        },
        { measure: 'demo/上规奖励', status: 'not_entitled' },
      ],
      best: { total: { exactFen: 0, upperBoundFen: 30_000_000 }, chosen: ['demo/研发补助'] },
      next: [],
    });
  });

  test('answers for today when no date is given', async () => {
    const args = ['match', '--content', content, '--facts', '-', '--json'];
    const { stdout } = await luodi(args, { input: facts });
    expect(json(stdout)).toMatchObject({ date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  });

  test('says the same from its sources as from the bundle made of them', async () => {
    const args = ['match', '--content', content, '--facts', '-', '--date', '2026-06-01', '--json'];
    const sources = await luodi(args, { input: facts, env: { LUODI_BUNDLE: '0' } });
    expect(sources).toEqual(await luodi(args, { input: facts }));
  });
});

describe('luodi explain', () => {
  test('gives the reasons and the words of the clause', async () => {
    const { code, stdout } = await ask('explain', facts, ['--measure', '研发补助']);
    expect(code).toBe(0);
    expect(stdout).toContain('研发补助 — 符合条件：最高 30万元');
    expect(stdout).toContain('“一、研发：对高企，按不超过研发投入的10%给予补助，最高100万元。”');
  });

  test('takes the id of a measure too, and prints JSON', async () => {
    const { stdout } = await ask('explain', facts, ['--measure', 'demo/上规奖励', '--json']);
    expect(json(stdout)).toMatchObject({
      date: '2026-06-01',
      result: { measure: 'demo/上规奖励', status: 'not_entitled' },
    });
  });
});

describe('luodi ask', () => {
  test('asks first what decides most', async () => {
    const { code, stdout } = await ask('ask', '{"研发投入": "300万元"}');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1\. 是高企吗？\n {3}高企 · .*最高 30万元\n2\. 有多少职工？\n/);
  });

  test('says so when nothing is left to ask', async () => {
    expect((await ask('ask', facts)).stdout).toBe('没有要问的了：每一项都已确定。\n');
  });

  test('prints as many as were asked for', async () => {
    const { stdout } = await ask('ask', '{}', ['--json', '--limit', '1']);
    expect(json(stdout)).toMatchObject({
      questions: 3,
      next: [{ fact: 'rd', question: '研发投入多少？', decides: { measures: 1 } }],
    });
  });
});

describe('luodi facts', () => {
  test('lists every fact with what it means and where the term stands', async () => {
    const { code, stdout } = await luodi(['facts', '--content', content, '--json']);
    expect(code).toBe(0);
    expect(json(stdout)).toMatchObject([
      { id: 'high_tech', label: '高企', labelEn: 'High-tech enterprise', type: 'truth' },
      {
        id: 'rd',
        entity: 'enterprise',
        type: 'money',
        unit: '元',
        period: 'year',
        definition: '一年的研发投入',
        definitionEn: 'R&D expenditure in a year',
        source: 'demo.txt:2',
        question: '研发投入多少？',
      },
      {
        id: 'town_district',
        type: 'choice',
        period: null,
        options: [
          { label: '东城', labelEn: 'East' },
          { label: '西城', labelEn: 'West' },
        ],
      },
      { id: 'staff', type: 'count', unit: '人' },
    ]);
  });

  test('reads well in a terminal', async () => {
    const { stdout } = await luodi(['facts', '--content', content]);
    expect(stdout).toContain('  所在城区  town_district  [选项，东城 / 西城]\n');
  });
});

describe('content with a fault', () => {
  let folder: string;

  async function change(from: string, to: string): Promise<void> {
    const file = join(folder, 'documents/demo.policy.md');
    const text = await readFile(file, 'utf8');
    if (!text.includes(from)) throw new Error(`nothing to change: ${from}`);
    await writeFile(file, text.replace(from, to));
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luodi-'));
    await cp(content, folder, { recursive: true });
    await change('得: 最高 30万元', '得: 最高 31万元');
    await change('职工人数50人以上的，给予20万元', '职工人数50人以上的，再给予20万元');
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('an example that comes out otherwise is a "no" of luodi check', async () => {
    const { code, stdout } = await luodi(['check', '--content', folder]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /demo\.policy\.md:32:3 用例未通过：demo\/研发补助 投入三百万元 — 应为 最高 31万元，实为 最高 30万元\n/,
    );
    expect(stdout).toContain('用例 4：错误 0，警告 0，用例未通过 1\n');
  });

  test('and is in its JSON', async () => {
    const { code, stdout } = await luodi(['check', '--content', folder, '--json']);
    expect(code).toBe(1);
    expect(json(stdout)).toMatchObject({
      ok: false,
      counts: {
        documents: 1,
        measures: 2,
        tasks: 0,
        indicators: 0,
        lists: 0,
        procedures: 0,
        inspections: 0,
        contracts: 0,
        facts: 4,
        examples: 4,
        failedExamples: 1,
      },
      failedExamples: [{ title: '投入三百万元', expected: '最高 31万元', actual: '最高 30万元' }],
    });
  });

  test('a quotation that the source does not contain is a "no" of luodi cite', async () => {
    const { code, stdout } = await luodi(['cite', '--content', folder, '--corpus', corpus]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /demo\.policy\.md:\d+:1 LD1504 引文不在 demo\.txt 第3行 — 从“.*”之后与原文不同/,
    );
    expect(stdout).toContain('引文 2 处，不符 1 处\n');
  });
});

describe('one document among others', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luodi-'));
    await cp(content, folder, { recursive: true });
    const text = await readFile(join(folder, 'documents/demo.policy.md'), 'utf8');
    const other = text
      .replace('编号: demo', '编号: other')
      .replace('得: 最高 30万元', '得: 最高 31万元')
      .replaceAll('事项: ', '事项: 没有的');
    await writeFile(join(folder, 'documents/other.policy.md'), other);
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('is checked by itself: faults elsewhere do not show and do not count', async () => {
    const { code, stdout } = await luodi(['check', '--content', folder, '--document', 'demo']);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        '文档 1，条款 2，措施 2，任务 0，指标 0，清单 0，流程 0，抽查 0，合同 0，事实 4，用例 4：错误 0，警告 0，用例未通过 0\n',
    });
  });

  test('is compared with its source by itself, whatever is wrong with the rules elsewhere', async () => {
    const args = ['cite', '--content', folder, '--corpus', corpus, '--document', 'demo'];
    expect(await luodi(args)).toMatchObject({ code: 0, stdout: '引文 2 处，不符 0 处\n' });
  });

  test('may be one of several', async () => {
    const args = ['check', '--content', folder, '--document', 'demo', '--document', 'other'];
    const { code, stdout } = await luodi(args);
    expect(code).toBe(1);
    expect(stdout).toContain('other.policy.md');
  });
});

describe('a draft', () => {
  let folder: string;
  let facts: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luodi-'));
    await cp(content, folder, { recursive: true });
    const file = join(folder, 'documents/demo.policy.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('编号: demo', '编号: demo\n状态: 征求意见稿'));
    facts = join(folder, 'facts.json');
    await writeFile(facts, '{}');
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('grants nothing in luodi match', async () => {
    const args = ['match', '--content', folder, '--facts', facts, '--json'];
    const { code, stdout } = await luodi(args);
    expect(code).toBe(0);
    expect(json(stdout)).toMatchObject({ results: [] });
  });

  test('is explained with a notice that it is a draft', async () => {
    const args = ['explain', '--content', folder, '--facts', facts, '--measure', '研发补助'];
    const { code, stdout } = await luodi(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^注意：这份文件是征求意见稿/);
    expect(stdout).toContain('研发补助');
  });

  test('runs its examples', async () => {
    const { code, stdout } = await luodi(['check', '--content', folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('用例 4：错误 0');
  });
});

describe('content without fault', () => {
  test('passes luodi check', async () => {
    const { code, stdout } = await luodi(['check', '--content', content]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        '文档 1，条款 2，措施 2，任务 0，指标 0，清单 0，流程 0，抽查 0，合同 0，事实 4，用例 4：错误 0，警告 0，用例未通过 0\n',
    });
  });

  test('passes luodi cite', async () => {
    const { code, stdout } = await luodi(['cite', '--content', content, '--corpus', corpus]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '引文 2 处，不符 0 处\n' });
  });

  test('a source text that is not there is a "no" of luodi cite', async () => {
    const args = ['cite', '--content', content, '--corpus', content];
    const { code, stdout } = await luodi(args);
    expect(code).toBe(1);
    expect(stdout).toContain('LD1506 没有来源文件 demo.txt');
  });
});
