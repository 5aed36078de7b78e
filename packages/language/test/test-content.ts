import { readFileSync } from 'node:fs';
import { loadContent } from '@luodi/language';
import type { Content } from '@luodi/language';

export const vocabularyText = readFileSync(new URL('vocabulary.yaml', import.meta.url), 'utf8');

/** Loads documents (path to text) with the vocabulary of the tests. */
export function loadWithTestVocabulary(documents: Readonly<Record<string, string>>) {
  return loadContent(
    new Map([['vocabulary/test.yaml', vocabularyText], ...Object.entries(documents)]),
  );
}

export const testContent: Content = loadWithTestVocabulary({}).content;

/** A tree without the places and words it was written with, for comparing meaning. */
export function meaning(tree: unknown): string {
  return JSON.stringify(tree, (key, value: unknown) => {
    if (key === 'span' || key === 'text') return undefined;
    return typeof value === 'bigint' ? `${value}n` : value;
  });
}

const header = `---
编号: sample
标题: 样例
英文标题: Sample
施行: 2024-01-01
有效期至: 2024-12-31
叠加: 从优就高不重复
来源: { 文件: test.txt, 行: [1, 9] }
---
`;

/** A document with one clause that holds one measure with these keys (YAML, one level in). */
export function documentWith(keys: string, quotation: string): string {
  return `${header}
## 一、样例 〔1〕

> ${quotation}

\`\`\`政策
样例措施:
  英文: Sample
  英文说明: A sample.
  事项: 研发补助
${keys.replace(/^(?=.)/gm, '  ')}
\`\`\`

\`\`\`用例
- 事实: {}
  不得: 是
\`\`\`
`;
}
