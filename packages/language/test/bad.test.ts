import { readFileSync, readdirSync } from 'node:fs';
import { formatDiagnostic } from '@luodi/kernel';
import { checkCitations, loadContent } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { codes } from '../src/diagnostic/codes.ts';
import { vocabularyText } from './test-content.ts';

/**
 * A file of `bad/` holds files of a content folder, each under a line `=== path`, and under `=== 诊断` the diagnostics
 * that they must yield, all of them and no other. The test vocabulary is added.
 */
function readCase(text: string) {
  const parts = text.split(/^=== (.*)\n/m).slice(1);
  const sections = new Map<string, string>();
  for (let i = 0; i < parts.length; i += 2) sections.set(parts[i] ?? '', parts[i + 1] ?? '');
  const expected = sections.get('诊断') ?? '';
  const source = sections.get('原文');
  sections.delete('诊断');
  sections.delete('原文');
  const files = new Map([['vocabulary/test.yaml', vocabularyText], ...sections]);
  return { files, source, expected: expected.trim().split('\n') };
}

const folder = new URL('bad/', import.meta.url);
const cases = readdirSync(folder)
  .sort()
  .map((name) => ({ name, ...readCase(readFileSync(new URL(name, folder), 'utf8')) }));

describe('a faulty file', () => {
  for (const c of cases) {
    test(`${c.name} yields its diagnostics`, () => {
      const { content, diagnostics } = loadContent(c.files);
      const cited =
        c.source === undefined
          ? []
          : checkCitations(content, new Map([['test.txt', c.source.split('\n')]]));
      expect([...diagnostics, ...cited].map(formatDiagnostic)).toEqual(c.expected);
    });
  }

  test('every code of the table has a file that yields it', () => {
    const shown = cases.flatMap((c) => c.expected).map((line) => line.split(' ')[1]);
    const missing = Object.values(codes).filter(({ code }) => !shown.includes(code));
    expect(missing.map(({ code }) => code)).toEqual([]);
  });
});
