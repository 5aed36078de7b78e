import type { Diagnostic } from '@luodi/kernel';
import { Reporter } from '../diagnostic/reporter.ts';
import { SourceFile } from '../read/source-file.ts';
import { readExpression } from '../resolve/read-expression.ts';
import type { Expression, Vocabulary } from '../tree/index.ts';

/**
 * Reads one expression. Names are looked up in `vocabulary`, 已获 also in `measures` (names); `subject` is the entity that
 * the rule is about. Places in the result and the diagnostics are places in `text`.
 */
export function parseExpression(
  text: string,
  vocabulary: Vocabulary,
  options: { readonly subject?: string; readonly measures?: ReadonlySet<string> } = {},
): { readonly expression: Expression | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const reporter = new Reporter();
  const file = new SourceFile('', text);
  const node = { kind: 'scalar', file, start: 0, end: text.length, text, plain: true, value: text };
  const expression = readExpression(
    { ...node, kind: 'scalar' },
    {
      names: { vocabulary, measures: options.measures ?? new Set() },
      scope: { subject: options.subject ?? '企业', items: undefined },
      reporter,
    },
  );
  return { expression, diagnostics: reporter.diagnostics };
}
