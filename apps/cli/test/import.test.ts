import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { content, luodi } from './command.ts';

const notice = `云州市人民政府关于支持企业成长的通知

云政发〔2026〕7号

各县人民政府：

为支持企业成长，现将有关事项通知如下：

一、对首次上规的企业给予最高20万元奖励。

本通知自2026年3月1日起施行，由市经信局负责牵头组织实施。
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luodi-import-'));
  await writeFile(join(folder, '通知.txt'), notice);
  await writeFile(join(folder, '空.txt'), '');
});
afterAll(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

describe('luodi import', () => {
  test('says what a file holds, and writes nothing unless told where', async () => {
    const { code, stdout, stderr } = await luodi(['import', at('通知.txt'), '--content', content]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('通知.txt：txt，utf-8，11 行，1 份文件');
    expect(stdout).toContain('1. 云州市人民政府关于支持企业成长的通知　第 1-11 行');
    expect(stdout).toContain(
      '施行 2026-03-01（“自2026年3月1日起施行”）　有效期至 未载　牵头 市经信局',
    );
    expect((await readdir(folder)).toSorted()).toEqual(['空.txt', '通知.txt'].toSorted());
  });

  test('reads standard input, and speaks English', async () => {
    const { code, stdout } = await luodi(['import', '-', '--content', content, '--lang', 'en'], {
      input: notice,
    });
    expect(code).toBe(0);
    expect(stdout).toContain('in force from 2026-03-01 (“自2026年3月1日起施行”)');
  });

  test('--json prints one document', async () => {
    const { stdout } = await luodi(['import', at('通知.txt'), '--content', content, '--json']);
    const { files, written } = JSON.parse(stdout);
    expect(written).toEqual([]);
    expect(files).toHaveLength(1);
    expect(files[0].documents[0]).toMatchObject({
      number: { value: '云政发〔2026〕7号', line: 3 },
      effective: { date: '2026-03-01' },
    });
  });

  test('what --out gets passes luodi check and luodi cite, and is not overwritten unasked', async () => {
    const out = at('out');
    const args = ['import', at('通知.txt'), '--content', content, '--out', out];
    expect((await luodi(args)).code).toBe(0);
    expect(await readFile(join(out, '通知.txt'), 'utf8')).toBe(notice);
    expect((await luodi(['check', '--content', out])).code).toBe(0);
    const cited = await luodi(['cite', '--content', out, '--corpus', out]);
    expect(cited).toMatchObject({ code: 0, stdout: '引文 4 处，不符 0 处\n' });
    const again = await luodi(args);
    expect(again.code).toBe(2);
    expect(again.stderr).toBe(
      `luodi: --out ${out}：已有 通知.txt 等 2 个文件，没有写；加 --force 覆盖，或换一个文件夹\n`,
    );
    expect((await luodi([...args, '--force'])).code).toBe(0);
  });

  test('a file that cannot be read keeps the others from nothing, and is a fault', async () => {
    const { code, stdout, stderr } = await luodi([
      'import',
      at('空.txt'),
      at('通知.txt'),
      '--content',
      content,
    ]);
    expect(code).toBe(2);
    expect(stdout).toContain('1. 云州市人民政府关于支持企业成长的通知');
    expect(stderr).toContain(`luodi: ${at('空.txt')}：文件是空的；换一个有文字的文件\n`);
  });
});

const faults: readonly { readonly args: readonly string[]; readonly says: string }[] = [
  { args: [], says: '缺少参数 file；用法见 luodi import --help' },
  { args: ['absent.docx'], says: 'absent.docx：没有这个文件；请检查路径，或用 - 从标准输入读' },
  { args: [content], says: `${content}：这是文件夹；请写出里面的文件` },
];

describe('a call that cannot be understood ends with one line', () => {
  for (const { args, says } of faults)
    test(`luodi import ${args.join(' ').replace(content, 'content')}`, async () => {
      expect(await luodi(['import', ...args])).toEqual({
        code: 2,
        stdout: '',
        stderr: `luodi: ${says}\n`,
      });
    });
});
