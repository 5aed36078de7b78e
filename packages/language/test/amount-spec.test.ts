import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { words } from './amount-words.ts';
import { documentWith, loadWithTestVocabulary } from './test-content.ts';

interface Case {
  readonly 给: Readonly<Record<string, unknown>>;
  readonly 即?: string;
  readonly 错?: string;
}

const path = new URL('spec/amounts.yaml', import.meta.url);
const cases = parse(readFileSync(path, 'utf8'), { schema: 'failsafe' }) as Case[];

/** The keys with their numbers as the quotation, so that every value stands in the words. */
function load(keys: Case['给']) {
  const text = stringify(keys, { schema: 'failsafe', lineWidth: 0 });
  const document = documentWith(text, JSON.stringify(keys));
  return loadWithTestVocabulary({ 'documents/sample.policy.md': document });
}

for (const c of cases.filter((each) => each.即 !== undefined)) {
  test(`${JSON.stringify(c.给)} 即 ${c.即}`, () => {
    const { content, diagnostics } = load(c.给);
    expect(diagnostics).toEqual([]);
    expect(words(content.measures.get('sample/样例措施')!.amount)).toBe(c.即);
  });
}

for (const c of cases.filter((each) => each.错 !== undefined)) {
  test(`${JSON.stringify(c.给)} 有错：${c.错}`, () => {
    const { diagnostics } = load(c.给);
    expect(diagnostics.map((each) => each.message).join('\n')).toContain(c.错);
  });
}
