import { describe, expect, test } from 'vitest';
import { examplesOf, runExample } from '../src/index.ts';
import { evaluator } from './real-content.ts';

for (const document of evaluator.content.documents)
  describe(document.title, () => {
    const examples = examplesOf({ ...evaluator.content, documents: [document] });
    for (const { example } of examples) {
      const { line } = example.span.start;
      const name = example.measure.slice(document.id.length + 1);
      test(`${name}：${example.title}（第${line}行）`, () => {
        const { ok, expected, actual } = runExample(example, evaluator);
        expect(ok ? expected : actual).toBe(expected);
      });
    }
  });
