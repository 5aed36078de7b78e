import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostic } from '@luodi/kernel';
import { describe, expect, test } from 'vitest';
import { createEvaluator, runExamples } from '../src/index.ts';
import { readPassage } from './mechanism-content.ts';

const folder = join(import.meta.dirname, 'mechanisms');
const mechanisms = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.replace('.md', ''));

for (const name of mechanisms)
  describe(`mechanism: ${name}`, () => {
    const passage = readFileSync(join(folder, `${name}.md`), 'utf8');
    const { content, diagnostics } = readPassage(name, passage);
    test('reads without a fault', () => expect(diagnostics.map(formatDiagnostic)).toEqual([]));
    for (const { title, ok, expected, actual } of runExamples(createEvaluator(content)))
      test(title, () => expect(ok ? expected : actual).toBe(expected));
  });
