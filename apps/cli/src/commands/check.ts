import { createEvaluator, runExamples } from '@luodi/evaluation';
import type { ExampleOutcome } from '@luodi/evaluation';
import { printJson } from '@luodi/entitlement';
import type { Json } from '@luodi/entitlement';
import { measuresOf } from '@luodi/language';
import { chosenDocuments } from '../chosen-documents.ts';
import { diagnosticJson, spanJson } from '../diagnostic-json.ts';
import { checkContent, diagnosticLine, shownPath } from '../content.ts';
import type { CheckedContent } from '../content.ts';
import { answerIsNo, done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

export interface CheckOptions {
  readonly content?: string;
  readonly document?: readonly string[];
  readonly json?: boolean;
}

interface Counts {
  readonly [thing: string]: number;
  readonly documents: number;
  readonly clauses: number;
  readonly measures: number;
  readonly facts: number;
  readonly examples: number;
  readonly failedExamples: number;
  readonly errors: number;
  readonly warnings: number;
}

function countsOf(
  { content, diagnostics }: CheckedContent,
  examples: readonly ExampleOutcome[],
): Counts {
  const { documents, vocabulary } = content;
  return {
    documents: documents.length,
    clauses: documents.reduce((sum, document) => sum + document.clauses.length, 0),
    measures: documents.reduce((sum, document) => sum + measuresOf(document).length, 0),
    facts: vocabulary.facts.size,
    examples: examples.length,
    failedExamples: examples.filter(({ ok }) => !ok).length,
    errors: diagnostics.filter(({ severity }) => severity === 'error').length,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
  };
}

function exampleJson({ document, measure, title, span, expected, actual }: ExampleOutcome): Json {
  return { document, measure, title, place: spanJson(span), expected, actual };
}

function exampleLine(folder: string, outcome: ExampleOutcome, context: CommandContext): string {
  const { span, title, measure, expected, actual } = outcome;
  const place = `${shownPath(folder, span.file)}:${span.start.line}:${span.start.column}`;
  const name = title === '' ? measure : `${measure} ${title}`;
  return say(context, {
    zh: `${place} 用例未通过：${name} — 应为 ${expected}，实为 ${actual}`,
    en: `${place} example fails: ${name} — expected ${expected}, got ${actual}`,
  });
}

function summary(counts: Counts, context: CommandContext): string {
  const { documents, clauses, measures, facts, examples, failedExamples, errors, warnings } =
    counts;
  return say(context, {
    zh: `文档 ${documents}，条款 ${clauses}，措施 ${measures}，事实 ${facts}，用例 ${examples}：错误 ${errors}，警告 ${warnings}，用例未通过 ${failedExamples}`,
    en: `${documents} documents, ${clauses} clauses, ${measures} measures, ${facts} facts, ${examples} examples: ${errors} errors, ${warnings} warnings, ${failedExamples} examples failed`,
  });
}

/** `luodi check`: everything that the checker finds in the content, and every worked example run. "No" if anything is wrong. */
export async function runCheck(
  options: CheckOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const all = await checkContent(options.content);
  if (!all.ok) return inputFault(all.error);
  const checked = chosenDocuments(all.value, options.document);
  if (!checked.ok) return inputFault(checked.error);
  const { folder, content, diagnostics } = checked.value;
  const examples = runExamples(createEvaluator(content));
  const counts = countsOf(checked.value, examples);
  const failed = examples.filter(({ ok }) => !ok);
  const sound = counts.errors === 0 && failed.length === 0;
  const { terminal } = context;
  if (options.json === true)
    terminal.print(
      printJson({
        ok: sound,
        contentVersion: content.version,
        counts,
        diagnostics: diagnostics.map(diagnosticJson),
        failedExamples: failed.map(exampleJson),
      }),
    );
  else {
    for (const diagnostic of diagnostics) terminal.print(diagnosticLine(folder, diagnostic));
    for (const outcome of failed) terminal.print(exampleLine(folder, outcome, context));
    terminal.print(summary(counts, context));
  }
  return sound ? done : answerIsNo;
}
