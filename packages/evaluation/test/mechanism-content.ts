import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import type { Content } from '@luodi/language';
import { createEvaluator } from '../src/index.ts';
import type { Evaluator } from '../src/index.ts';

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

/** A passage read with the made-up vocabulary of the mechanisms. */
export function readPassage(
  id: string,
  passage: string,
): { readonly content: Content; readonly diagnostics: readonly Diagnostic[] } {
  return loadContent(
    new Map([
      ['vocabulary/model.yaml', vocabulary],
      [`documents/${id}.policy.md`, asDocument(id, passage)],
    ]),
  );
}

/** The same, ready to answer; the words behind the values of a made-up rule do not matter. */
export function evaluatorOf(id: string, passage: string): Evaluator {
  return createEvaluator(readPassage(id, passage).content);
}

/** One measure that gives every applicant the same, beside the made-up vocabulary: for reading facts. */
export function modelContent(): Content {
  const { content } = readPassage(
    'model',
    `> 示范

\`\`\`政策
示范措施:
  英文: Model measure
  英文说明: A model.
  事项: 示范补助
  给: 1万元
\`\`\``,
  );
  return content;
}
