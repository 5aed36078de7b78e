import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printJson, resultJson } from '@luodi/entitlement';
import { createEvaluator, readFacts } from '@luodi/evaluation';
import { Temporal } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import { canonicalJson, readContentFolder, versionOfFiles } from '@luodi/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { content, luodi } from './command.ts';

const lawDate = '2026-06-01';
const measure = 'demo/上规奖励';
const facts = { 职工人数: '50人' };
let folder = '';
const at = (name: string) => join(folder, name);

type Parts = Readonly<Record<string, unknown>>;

/** Seals parts as decisions are sealed. */
function seal(parts: Parts): Parts {
  const hash = createHash('sha256').update(canonicalJson(parts), 'utf8').digest('hex');
  return { ...parts, hash };
}

/** What the town's rules say of an enterprise of fifty people, as a decision keeps it. */
async function decided(): Promise<Parts> {
  const files = await readContentFolder(content);
  const rules = loadContent(files, 'everything', versionOfFiles(files)).content;
  const read = readFacts(facts, rules);
  if (!read.ok) throw new Error('the facts cannot be read');
  const day = Temporal.PlainDate.from(lawDate);
  const answer = createEvaluator(rules).answer(measure, read.value, day);
  if (answer === undefined) throw new Error(measure);
  const document = rules.documentOf.get(measure);
  return {
    format: 'luodi-decision-1',
    id: 'case-1/decision',
    case: 'case-1',
    programme: 'town',
    enterprise: 'enterprise:甲',
    measure,
    contentVersion: rules.version,
    lawDate,
    knownAt: '2026-06-01T01:00:00.000Z',
    facts,
    answer: JSON.parse(
      printJson(resultJson(answer, document, rules.vocabulary, { trace: true }), 0),
    ),
    amountFen: '20000000',
    amountBy: 'rule',
  };
}

async function write(name: string, record: Parts | string): Promise<void> {
  await writeFile(at(name), typeof record === 'string' ? record : JSON.stringify(record));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luodi-decision-'));
  const parts = await decided();
  await mkdir(at('all'));
  await write('right.json', seal(parts));
  await write('altered.json', { ...seal(parts), amountFen: '30000000' });
  await write('wrong-sum.json', seal({ ...parts, amountFen: '30000000' }));
  await write('other-facts.json', seal({ ...parts, facts: { 职工人数: '49人' } }));
  await write('not-json.json', '{');
  await write('no-decision.json', { format: 'luodi-decision-1' });
  await write('all/a.json', seal(parts));
  await write('all/b.json', seal({ ...parts, id: 'case-2/decision', amountFen: '1' }));
  await write('all/c.json', '{');
  await cp(content, at('later'), { recursive: true });
  const document = at('later/documents/demo.policy.md');
  const text = await readFile(document, 'utf8');
  await writeFile(document, text.replaceAll('20万元', '25万元'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const verify = (names: readonly string[], ...options: readonly string[]) =>
  luodi(['verify', 'decision', ...names.map(at), '--content', content, ...options]);

describe('luodi verify decision', () => {
  test('confirms a decision that its facts and rules give again', async () => {
    const { code, stdout } = await verify(['right.json'], '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ decision: 'case-1/decision', kind: 'confirmed' });
  });

  const denied = [
    {
      name: 'a file that was changed after it was sealed',
      file: 'altered.json',
      finding: { kind: 'altered' },
    },
    {
      name: 'a sum that the rule does not give, though the seal fits',
      file: 'wrong-sum.json',
      finding: { kind: 'differs', parts: ['amountFen'] },
    },
    {
      name: 'facts that do not lead to the answer',
      file: 'other-facts.json',
      finding: { kind: 'differs' },
    },
  ];
  for (const { name, file, finding } of denied)
    test(`says no to ${name}`, async () => {
      const { code, stdout } = await verify([file], '--json');
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject(finding);
    });

  test('asks for the rules of its version where it is given others', async () => {
    const { code, stderr } = await luodi([
      'verify',
      'decision',
      at('right.json'),
      '--content',
      at('later'),
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/规则版本不同.*--content/);
  });

  const unreadable = [
    { name: 'what is no JSON', file: 'not-json.json' },
    { name: 'what is no decision', file: 'no-decision.json' },
    { name: 'a file that is not there', file: 'nothing.json' },
  ];
  for (const { name, file } of unreadable)
    test(`names in one line ${name}`, async () => {
      const { code, stderr } = await verify([file]);
      expect(code).toBe(2);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain(file);
    });

  test('reports a folder file by file, and is "no" when one differs', async () => {
    const { code, stdout } = await verify(['all'], '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      files: 3,
      confirmed: 1,
      decisions: [
        { file: at('all/a.json'), decision: 'case-1/decision', kind: 'confirmed' },
        { file: at('all/b.json'), decision: 'case-2/decision', kind: 'differs' },
        { file: at('all/c.json'), kind: 'unreadable' },
      ],
    });
  });

  test('takes several files; one that cannot be read is an input fault when the rest is right', async () => {
    const { code, stdout, stderr } = await verify(['right.json', 'not-json.json'], '--lang', 'en');
    expect(code).toBe(2);
    expect(stdout).toContain('2 files, 1 confirmed');
    expect(stderr).toContain('not-json.json');
  });
});
