import { createEvaluator, runExamples } from '@luodi/evaluation';
import type { ExampleOutcome } from '@luodi/evaluation';
import { printJson } from '@luodi/entitlement';
import type { Json } from '@luodi/entitlement';
import {
  contractsOf,
  indicatorsOf,
  inspectionsOf,
  listsOf,
  measuresOf,
  proceduresOf,
  tasksOf,
} from '@luodi/language';
import type { PolicyDocument } from '@luodi/language';
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
  readonly tasks: number;
  readonly indicators: number;
  readonly lists: number;
  readonly procedures: number;
  readonly inspections: number;
  readonly contracts: number;
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
  const all = (of: (document: PolicyDocument) => readonly unknown[]) =>
    documents.reduce((sum, document) => sum + of(document).length, 0);
  return {
    documents: documents.length,
    clauses: all(({ clauses }) => clauses),
    measures: all(measuresOf),
    tasks: all(tasksOf),
    indicators: all(indicatorsOf),
    lists: all(listsOf),
    procedures: all(proceduresOf),
    inspections: all(inspectionsOf),
    contracts: all(contractsOf),
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

const counted: readonly (readonly [keyof Counts, string, string])[] = [
  ['documents', '文档', 'documents'],
  ['clauses', '条款', 'clauses'],
  ['measures', '措施', 'measures'],
  ['tasks', '任务', 'tasks'],
  ['indicators', '指标', 'indicators'],
  ['lists', '清单', 'lists'],
  ['procedures', '流程', 'procedures'],
  ['inspections', '抽查', 'inspections'],
  ['contracts', '合同', 'contracts'],
  ['facts', '事实', 'facts'],
  ['examples', '用例', 'examples'],
];

function summary(counts: Counts, context: CommandContext): string {
  const { failedExamples, errors, warnings } = counts;
  const zh = counted.map(([key, word]) => `${word} ${counts[key]}`).join('，');
  const en = counted.map(([key, , word]) => `${counts[key]} ${word}`).join(', ');
  return say(context, {
    zh: `${zh}：错误 ${errors}，警告 ${warnings}，用例未通过 ${failedExamples}`,
    en: `${en}: ${errors} errors, ${warnings} warnings, ${failedExamples} examples failed`,
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
