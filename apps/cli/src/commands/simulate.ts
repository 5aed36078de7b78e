import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  comparisonJson,
  documentPair,
  draftPair,
  loadCity,
  readDraft,
  simulationJson,
  Simulator,
  syntheticCity,
} from '@luodi/batch';
import type { Change, Draft, LoadedCity } from '@luodi/batch';
import { printJson } from '@luodi/entitlement';
import type { Bilingual } from '@luodi/evaluation';
import { fail, ok, parseQuantity } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import { measureNamed } from '@luodi/language';
import type { Content } from '@luodi/language';
import { answerDate } from '../answer-date.ts';
import { diagnosticLine, usableContent } from '../content.ts';
import { diagnosticJson } from '../diagnostic-json.ts';
import { interruption } from '../interruption.ts';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { progressLines } from '../progress-line.ts';
import { defaultContentFolder } from '../repository.ts';
import { comparisonLines, simulationLines } from '../render/simulate-lines.ts';
import type { CommandContext } from '../terminal.ts';

export interface SimulateOptions {
  readonly content?: string;
  readonly population?: string;
  readonly size: number;
  readonly seed: string;
  readonly set?: readonly string[];
  readonly document?: string;
  /** A policy file that is not in the content. */
  readonly draft?: string;
  readonly against?: string;
  readonly date?: string;
  readonly budget?: string;
  readonly marginal?: boolean;
  readonly json?: boolean;
}

/** Where synthetic cities are kept: beside the data of the server. */
function dataFolder(): string {
  const { LUODI_DATA = '' } = process.env;
  return LUODI_DATA === '' ? join(dirname(dirname(defaultContentFolder)), 'data') : LUODI_DATA;
}

interface Fault {
  readonly place: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

function faultOf(faults: readonly Fault[]): Bilingual {
  return {
    zh: faults.map(({ place, message, hint }) => `${place}：${message.zh}；${hint.zh}`).join('\n'),
    en: faults.map(({ place, message, hint }) => `${place}: ${message.en}; ${hint.en}`).join('\n'),
  };
}

/** `MEASURE:PARAM=VALUE`; the measure by id, or by its name where only one has it. */
function readChange(text: string, content: Content): Result<Change, Bilingual> {
  const [, named = '', parameter = '', value = ''] = /^(.+?)[:：]([^=]+)=(.+)$/.exec(text) ?? [];
  if (value === '')
    return fail({
      zh: `--set ${text}：请写成 措施:参数=值，如 研发投入补助·科技型中小规模:5%=6%`,
      en: `--set ${text}: write MEASURE:PARAM=VALUE, e.g. 研发投入补助·科技型中小规模:5%=6%`,
    });
  const measure = measureNamed(named, content);
  return ok({ measure: measure.ok ? measure.value.id : named, parameter, value });
}

function readBudget(text: string | undefined): Result<bigint | undefined, Bilingual> {
  if (text === undefined) return ok(undefined);
  const quantity = parseQuantity(text);
  if (typeof quantity === 'string' || quantity.dimension !== 'money')
    return fail({
      zh: `--budget ${text}：不是金额；请写成 5亿元 这样`,
      en: `--budget ${text}: no sum of money; write it like 5亿元`,
    });
  return ok(quantity.value.numerator / quantity.value.denominator);
}

async function cityFor(
  options: SimulateOptions,
  content: Content,
  date: PlainDate,
  signal: AbortSignal,
  context: CommandContext,
): Promise<Result<LoadedCity, Bilingual>> {
  let folder = options.population;
  if (folder === undefined) {
    const profile = join(options.content ?? defaultContentFolder, 'population/profile.yaml');
    const made = await syntheticCity({
      cache: join(dataFolder(), 'simulation'),
      profile,
      content,
      size: options.size,
      seed: options.seed,
      signal,
      onProgress: progressLines(context),
    });
    if (!made.ok) return fail(faultOf(made.error));
    folder = made.value;
  }
  const city = await loadCity(resolve(folder), content, date, { signal });
  return city.ok ? city : fail(faultOf(city.error));
}

async function filesOf(content: Content, folder: string): Promise<ReadonlyMap<string, string>> {
  const texts = content.documents.map(
    async ({ file }): Promise<[string, string]> => [
      file,
      await readFile(join(folder, file), 'utf8'),
    ],
  );
  return new Map(await Promise.all(texts));
}

type Question =
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'documents'; readonly earlier: string; readonly later: string }
  | { readonly kind: 'draft'; readonly draft: Draft; readonly against: string | undefined };

interface Asked {
  readonly content: Content;
  readonly date: PlainDate;
  readonly budgetFen: bigint | undefined;
  readonly question: Question;
}

/** Reads a draft; its faults are told as `luodi check` tells them, all at once. */
async function draftOf(path: string, content: Content): Promise<Result<Draft, Bilingual>> {
  const file = resolve(path);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return fail({
      zh: `--draft ${path}：读不了这个文件（${code}）；请给出一份 .policy.md`,
      en: `--draft ${path}: cannot read this file (${code}); give a .policy.md file`,
    });
  }
  const draft = readDraft({ path: file, text }, content);
  if (draft.ok) return draft;
  const lines = draft.error.map((each) => diagnosticLine('.', each)).join('\n');
  return fail({
    zh: `--draft ${path}：草案有 ${draft.error.length} 处要改：\n${lines}`,
    en: `--draft ${path}: the draft has ${draft.error.length} fault(s):\n${lines}`,
  });
}

async function readQuestion(
  { set = [], document, draft, against }: SimulateOptions,
  content: Content,
): Promise<Result<Question, Bilingual>> {
  if (draft !== undefined) {
    const read = await draftOf(draft, content);
    return read.ok ? ok({ kind: 'draft', draft: read.value, against }) : read;
  }
  if (document !== undefined && against !== undefined)
    return ok({ kind: 'documents', earlier: against, later: document });
  const changes: Change[] = [];
  for (const text of set) {
    const change = readChange(text, content);
    if (!change.ok) return change;
    changes.push(change.value);
  }
  return ok({ kind: 'changes', changes });
}

/** Whether exactly one question is asked: changes, two documents, or a draft. */
function asksOnce({ set = [], document, draft, against }: SimulateOptions): boolean {
  if (draft !== undefined) return set.length === 0 && document === undefined;
  if (set.length > 0) return document === undefined && against === undefined;
  return document !== undefined && against !== undefined;
}

async function readAsked(options: SimulateOptions): Promise<Result<Asked, Bilingual>> {
  const date = answerDate(options.date);
  if (!date.ok) return date;
  const budget = readBudget(options.budget);
  if (!budget.ok) return budget;
  if (!asksOnce(options))
    return fail({
      zh: '请用 --set 改参数，或用 --document 与 --against 比较两份文件，或用 --draft 推演一份草案（可加 --against）',
      en: 'change parameters with --set, compare two documents with --document and --against, or simulate a draft with --draft (and --against)',
    });
  const content = await usableContent(options.content);
  if (!content.ok) return content;
  const question = await readQuestion(options, content.value);
  if (!question.ok) return question;
  return ok({
    content: content.value,
    date: date.value,
    budgetFen: budget.value,
    question: question.value,
  });
}

/** Two documents, or a draft and what it replaces. */
async function compare(
  simulator: Simulator,
  question: Exclude<Question, { kind: 'changes' }>,
  content: Content,
  options: SimulateOptions & { readonly asked: Parameters<Simulator['compare']>[1] },
  { terminal, language }: CommandContext,
): Promise<CommandOutcome> {
  const pair =
    question.kind === 'draft'
      ? draftPair(question.draft, question.against, content)
      : documentPair(question.earlier, question.later, content);
  if (!pair.ok) return inputFault(faultOf(pair.error));
  const compared = await simulator.compare(pair.value, options.asked);
  const warnings = question.kind === 'draft' ? question.draft.warnings : [];
  if (options.json === true) {
    const json = comparisonJson(compared, simulator.city);
    terminal.print(printJson({ ...json, warnings: warnings.map(diagnosticJson) }));
    return done;
  }
  for (const warning of warnings) terminal.note(diagnosticLine('.', warning));
  for (const line of comparisonLines(compared, simulator.city, language)) terminal.print(line);
  return done;
}

async function answer(
  simulator: Simulator,
  { content, date, budgetFen, question }: Asked,
  options: SimulateOptions,
  signal: AbortSignal,
  context: CommandContext,
): Promise<CommandOutcome> {
  const { marginal = false, json = false } = options;
  const asked = { date, signal, marginal, ...(budgetFen === undefined ? {} : { budgetFen }) };
  if (question.kind !== 'changes')
    return compare(simulator, question, content, { ...options, asked }, context);
  const { terminal, language } = context;
  const { city } = simulator;
  const result = await simulator.run(question.changes, asked);
  if (!result.ok) return inputFault(faultOf(result.error));
  if (json) terminal.print(printJson(simulationJson(result.value, city, content)));
  else
    for (const line of simulationLines(result.value, city, content, language)) terminal.print(line);
  return done;
}

/** `luodi simulate`: what other numbers, days, stacking or a whole draft would cost, and who gains. */
export async function runSimulate(
  options: SimulateOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const asked = await readAsked(options);
  if (!asked.ok) return inputFault(asked.error);
  const { content, date } = asked.value;
  const { signal, end } = interruption();
  const city = await cityFor(options, content, date, signal, context);
  if (!city.ok) return inputFault(city.error);
  const files = await filesOf(content, options.content ?? defaultContentFolder);
  const simulator = new Simulator(city.value, { content, files });
  try {
    return await answer(simulator, asked.value, options, signal, context);
  } finally {
    end();
    await simulator.close();
  }
}
