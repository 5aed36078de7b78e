import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createEvaluator, runExamples } from '@luodi/evaluation';
import { loadContent } from '@luodi/language';
import { readContentFolder } from '@luodi/platform';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The policy file that the README shows. */
function shownPolicy(): string {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  return /^````markdown\n(---\n[\s\S]*?)^````$/m.exec(readme)?.[1] ?? '';
}

test('README 里的政策放进内容就通过检查，用例全部通过', async () => {
  const path = 'documents/hz-example-2026.policy.md';
  const files = new Map([
    ...(await readContentFolder(`${root}content/hangzhou`)),
    [path, shownPolicy()],
  ]);
  const { content, diagnostics } = loadContent(files);
  expect(diagnostics.filter(({ span }) => span.file === path)).toEqual([]);
  const outcomes = runExamples(createEvaluator(content)).filter(
    ({ document }) => document === 'hz-example-2026',
  );
  expect(outcomes.map(({ title, ok }) => `${title} ${ok}`)).toEqual([
    '刚好200万元 true',
    '差一分 true',
  ]);
});
