import type { Diagnostic } from '@luodi/kernel';
import { parsePolicyFile } from '@luodi/language';
import type { Content, Measure } from '@luodi/language';

/** Faults that a trial value has by its nature: the words still say the old one. */
const expected: ReadonlySet<string> = new Set(['LD1501', 'LD1502', 'LD1503', 'LD1505']);

/** The front matter and the clauses of some lines (from 1), with their rules alone: a fraction of the file to read. */
function shortened(text: string, lines: readonly number[]): string {
  const all = text.split('\n');
  const end = all.indexOf('---', 1);
  const kept: string[] = all.slice(0, end + 1);
  const starts = all.flatMap((line, index) => (/^#{1,2} /.test(line) ? [index] : []));
  const wanted = new Set(lines.map((line) => starts.findLast((start) => start < line)));
  for (const start of wanted) {
    if (start === undefined) continue;
    const until = starts.find((next) => next > start) ?? all.length;
    kept.push('', ...all.slice(start, until));
  }
  return kept.join('\n').replaceAll(/^```用例\n[\s\S]*?^```$/gm, '');
}

function faultsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity, code }) => severity === 'error' && !expected.has(code))
    .map(({ code, message, hint }) => `${code} ${message} — ${hint}`);
}

/** What a changed text makes of measures, or what it breaks in them. */
export interface ReadClauses {
  readonly measures: ReadonlyMap<string, Measure>;
  readonly faults: readonly string[];
}

/**
 * Reads the clauses of the given lines of a changed policy file, and says what the change broke: faults that `before`, the text as it
 * was, has not. What the measures say of others (互斥, 追加, 补足) is not read: it stands in other clauses.
 */
export function readClauses(
  file: string,
  texts: { readonly before: string; readonly after: string },
  lines: readonly number[],
  content: Content,
): ReadClauses {
  const read = (text: string) => parsePolicyFile(file, shortened(text, lines), content);
  const after = read(texts.after);
  const found = faultsOf(after.diagnostics);
  const known = new Set(found.length === 0 ? [] : faultsOf(read(texts.before).diagnostics));
  const measures = (after.document?.clauses ?? [])
    .flatMap(({ passages }) => passages)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'measures' ? block.measures : []));
  return {
    measures: new Map(measures.map((measure) => [measure.id, measure])),
    faults: found.filter((fault) => !known.has(fault)),
  };
}
