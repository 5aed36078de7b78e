import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostic } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { createEvaluator, runExamples } from '../src/index.ts';

const folder = join(import.meta.dirname, 'mechanisms');
const vocabulary = readFileSync(join(folder, 'vocabulary.yaml'), 'utf8');

/** A passage with its rules and examples, made a whole document. */
function asDocument(id: string, passage: string): string {
  return `---
编号: ${id}
标题: 示范
英文标题: Model
标题推定: 否
文号: ""
发布机关: ""
施行: 2024-01-01
有效期至: 长期
牵头: ""
叠加: 从优就高不重复
资金: ""
来源: { 文件: model.txt, 行: [1, 1] }
---

## 一、示范 〔1〕

${passage}`;
}

const mechanisms = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.replace('.md', ''));

for (const name of mechanisms)
  describe(`mechanism: ${name}`, () => {
    const passage = readFileSync(join(folder, `${name}.md`), 'utf8');
    const { content, diagnostics } = loadContent(
      new Map([
        ['vocabulary/model.yaml', vocabulary],
        [`documents/${name}.policy.md`, asDocument(name, passage)],
      ]),
    );
    test('reads without a fault', () => expect(diagnostics.map(formatDiagnostic)).toEqual([]));
    for (const { title, ok, expected, actual } of runExamples(createEvaluator(content)))
      test(title, () => expect(ok ? expected : actual).toBe(expected));
  });
