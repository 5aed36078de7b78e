import { readFileSync } from 'node:fs';
import { parseExpression, printExpression } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { typeWords } from '../src/resolve/value-type.ts';
import { meaning, testContent } from './test-content.ts';

interface Case {
  readonly 写: string;
  readonly 读作?: string;
  readonly 型?: string;
  readonly 错?: string;
  readonly 提示?: string;
}

function read(text: string) {
  return parseExpression(text, testContent.vocabulary);
}

const files = ['literals', 'arithmetic', 'comparison', 'logic', 'time', 'history-and-items'];

for (const file of files) {
  const path = new URL(`spec/${file}.yaml`, import.meta.url);
  const cases = parse(readFileSync(path, 'utf8'), { schema: 'failsafe' }) as Case[];
  describe(file, () => {
    for (const c of cases.filter((each) => each.错 === undefined)) {
      test(`${c.写} 读作 ${c.读作 ?? c.型}`, () => {
        const { expression, diagnostics } = read(c.写);
        expect(diagnostics).toEqual([]);
        if (c.读作 !== undefined)
          expect(meaning(expression)).toBe(meaning(read(c.读作).expression));
        if (c.型 !== undefined) expect(typeWords(expression!.type)).toBe(c.型);
        expect(meaning(read(printExpression(expression!)).expression)).toBe(meaning(expression));
      });
    }
    for (const c of cases.filter((each) => each.错 !== undefined)) {
      test(`${c.写} 有错：${c.错}`, () => {
        const { expression, diagnostics } = read(c.写);
        expect(expression).toBeUndefined();
        expect(diagnostics.map((each) => each.message).join('\n')).toContain(c.错);
        if (c.提示 !== undefined) expect(diagnostics[0]?.hint).toContain(c.提示);
      });
    }
  });
}
