import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, content, luodi } from './command.ts';
import type { Ended } from './command.ts';

/** One line that says what, where and how to mend it; nothing on stdout; exit code 2. */
function expectFault({ code, stdout, stderr }: Ended, says: string): void {
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `luodi: ${says}\n` });
}

const calls: readonly { readonly args: readonly string[]; readonly says: string }[] = [
  { args: ['mach'], says: '没有命令 mach；是不是 match？用法见 luodi --help' },
  { args: ['match'], says: '缺少选项 --facts <file>；用法见 luodi match --help' },
  { args: ['match', '--facts'], says: '选项 --facts <file> 后面缺少值；用法见 luodi match --help' },
  {
    args: ['match', '--fact', 'x'],
    says: '没有选项 --fact；是不是 --facts？用法见 luodi match --help',
  },
  { args: ['check', 'x'], says: 'check 后面有多余的词；用法见 luodi check --help' },
  {
    args: ['facts', '--lang', 'fr'],
    says: '--lang <lang> 的值 fr 不对，可写 zh, en；用法见 luodi facts --help',
  },
  {
    args: ['serve', '--port', '0'],
    says: '--port <port> 的值 0 不对：应为 1 至 65535 的整数；用法见 luodi serve --help',
  },
  {
    args: ['serve', '--port', '0', '--lang', 'en'],
    says: '--port <port>: bad value 0: expected a whole number from 1 to 65535; see luodi serve --help',
  },
  {
    args: ['match', '--facts', 'absent.json'],
    says: '--facts absent.json：没有这个文件；请检查路径，或用 - 从标准输入读',
  },
  {
    args: ['check', '--content', 'absent'],
    says: '--content absent：读不了这个文件夹（ENOENT）；请给出含 documents/ 和 vocabulary/ 的文件夹',
  },
  {
    args: ['check', '--content', join(content, 'documents')],
    says: `--content ${join(content, 'documents')}：里面没有 documents/*.policy.md，也没有 vocabulary/*.yaml；请给出内容文件夹，如 content/hangzhou`,
  },
  {
    args: ['check', '--content', content, '--document', 'demmo'],
    says: '--document demmo：没有这份文件；是不是 demo？',
  },
  {
    args: ['cite', '--content', content, '--corpus', content, '--document', 'zzz'],
    says: '--document zzz：没有这份文件；写 documents/ 里的文件名，不带 .policy.md',
  },
  {
    args: ['cite', '--corpus', 'absent'],
    says: '--corpus absent：没有这个文件夹；请给出放来源文件的文件夹',
  },
  {
    args: ['match', '--facts', '-', '--date', '2025-02-30'],
    says: '--date 2025-02-30：没有这一天；请写存在的日期，如 2026-01-31',
  },
  {
    args: ['match', '--facts', '-', '--date', '30.1.2026', '--lang', 'en'],
    says: '--date 30.1.2026: not a date; write it as YYYY-MM-DD, e.g. 2026-01-31',
  },
];

describe('a call that cannot be understood ends with one line', () => {
  for (const { args, says } of calls)
    test(`luodi ${args.join(' ').replace(content, 'content')}`, async () =>
      expectFault(await luodi(args), says));
});

const stated: readonly { readonly facts: string; readonly says: string }[] = [
  { facts: '{"高企业": true}', says: '<stdin>：高企业：没有事实“高企业”，是不是“高企”？' },
  {
    facts: '{"研发投入": "300家"}',
    says: '<stdin>：研发投入：“300家” 的单位不对，应以 元 为单位，如 3000万元',
  },
  { facts: '{"研发投入": "-1元"}', says: '<stdin>：研发投入：“-1元” 是负数，研发投入 不能为负' },
  {
    facts: '{"所在城区": "东"}',
    says: '<stdin>：所在城区：没有 “东” 这一项，是不是 东城？可选：东城、西城',
  },
  { facts: '{"高企": true,\n "高企": false}', says: '<stdin>:2:2：同一名称写了两次；请只留一个' },
  { facts: '高企: 是\n高企: 否\n', says: '<stdin>:2:1：同一名称写了两次；请只留一个' },
  { facts: '[]', says: '<stdin>：事实应是一组“名称: 值”，如 {"高新技术企业": true}' },
  {
    facts: '{"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}',
    says: '<stdin>：a：没有事实“a”，用 luodi facts 查看全部事实；b：没有事实“b”，用 luodi facts 查看全部事实；c：没有事实“c”，用 luodi facts 查看全部事实；另有 2 处',
  },
];

describe('facts that cannot be used end with one line', () => {
  for (const { facts, says } of stated)
    test(facts, async () => expectFault(await ask('match', facts), says));

  test('in English on request', async () => {
    const ended = await ask('match', '{"high_tec": true}', ['--lang', 'en']);
    expectFault(
      ended,
      '<stdin>: high_tec: no fact is called “high_tec”, did you mean “high_tech”?',
    );
  });

  test('a JSON file is held to JSON, with the place of the fault', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'luodi-'));
    const file = join(folder, 'facts.json');
    await writeFile(file, '{\n  "高企": true,\n}\n');
    const ended = await luodi(['match', '--content', content, '--facts', file]);
    await rm(folder, { recursive: true });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(
      /^luodi: .*facts\.json:3:1：不是有效的 JSON（.+）；请改正这一处\n$/,
    );
  });
});

describe('a measure that cannot be found ends with one line', () => {
  test('with a near name', async () => {
    const ended = await ask('explain', '{}', ['--measure', '研发补贴']);
    expectFault(ended, '--measure 研发补贴：没有这项措施；是不是 研发补助？');
  });
});

test('rules with errors answer nobody, and the first error is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-'));
  await cp(content, folder, { recursive: true });
  const rules = join(folder, 'documents/demo.policy.md');
  await writeFile(rules, (await readFile(rules, 'utf8')).replace('条件: [高企]', '条件: [高新企]'));
  const args = ['match', '--content', folder, '--facts', '-'];
  const { code, stdout, stderr } = await luodi(args, { input: '{}' });
  await rm(folder, { recursive: true });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^luodi: 内容有 \d+ 处错误.*demo\.policy\.md:25:8 LD\d{4} .*\n$/);
});
