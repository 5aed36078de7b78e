import type { PolicyDocument } from '@luodi/language';
import { loadWithTestVocabulary } from '../test-content.ts';

interface Written {
  readonly quotation: string;
  /** Further lines of the front matter. */
  readonly front?: readonly string[];
}

function documentText(keyword: string, body: string, { quotation, front = [] }: Written): string {
  return `---
编号: sample
标题: 样例
英文标题: Sample
施行: 2024-01-01
有效期至: 长期
叠加: 未规定
来源: { 文件: test.txt, 行: [1, 9] }
${front.map((line) => `${line}\n`).join('')}---

## 一、样例 〔1〕

> ${quotation}

\`\`\`${keyword}
${body}
\`\`\`
`;
}

/** A document with one block under one quotation, and its faults, each as its code and the words that it points at. */
export function readBlock(keyword: string, body: string, written: Written) {
  const text = documentText(keyword, body, written);
  const { content, diagnostics } = loadWithTestVocabulary({ 'documents/sample.policy.md': text });
  return {
    document: content.documents[0],
    faults: diagnostics.map(({ span, code }) => {
      const [words = ''] = text.slice(span.start.offset, span.end.offset).split('\n');
      return `${code} ${words}`;
    }),
    hints: diagnostics.map(({ hint }) => hint),
  };
}

/** One row of a table of faults: what is wrong, the entry, and the faults that it must yield. */
export type FaultCase = readonly [title: string, body: string, ...expected: string[]];

/** The one document of a faultless text. */
export function only(document: PolicyDocument | undefined): PolicyDocument {
  if (document === undefined) throw new Error('no document was read');
  return document;
}
