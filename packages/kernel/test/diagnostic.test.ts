import { expect, test } from 'vitest';
import { compareDiagnostics, formatDiagnostic } from '../src/index.ts';
import type { Diagnostic } from '../src/index.ts';

function diagnostic(file: string, line: number, hint = ''): Diagnostic {
  const start = { line, column: 3, offset: line * 100 };
  const span = { file, start, end: start };
  return { code: 'LD1202', severity: 'error', message: '没有事实“甲”', hint, span, related: [] };
}

test('a diagnostic is one line: place, code, message, how to mend it', () => {
  expect(formatDiagnostic(diagnostic('a.policy.md', 7, '是不是“乙”？'))).toBe(
    'a.policy.md:7:3 LD1202 没有事实“甲” — 是不是“乙”？',
  );
  expect(formatDiagnostic(diagnostic('a.policy.md', 7))).toBe(
    'a.policy.md:7:3 LD1202 没有事实“甲”',
  );
});

test('diagnostics go by file, then by place', () => {
  const sorted = [diagnostic('b', 1), diagnostic('a', 9), diagnostic('a', 2)].toSorted(
    compareDiagnostics,
  );
  expect(sorted.map(({ span }) => `${span.file}:${span.start.line}`)).toEqual([
    'a:2',
    'a:9',
    'b:1',
  ]);
});
