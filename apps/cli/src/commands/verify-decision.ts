import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decisionSchema, verifyDecision } from '@luodi/delivery';
import type { DecisionFinding, DecisionRecord } from '@luodi/delivery';
import { createEvaluator } from '@luodi/evaluation';
import type { Bilingual, Evaluator } from '@luodi/evaluation';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { checkContent } from '../content.ts';
import { answerIsNo, done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

export interface VerifyDecisionOptions {
  readonly content?: string;
  readonly json?: boolean;
}

async function readDecision(file: string): Promise<Result<DecisionRecord, Bilingual>> {
  let data: unknown;
  try {
    data = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return fail({
      zh: `${file} 读不出来（${cause}）；请给从办件页面下载的决定文件`,
      en: `${file} cannot be read (${cause}); give a decision file as downloaded from a case`,
    });
  }
  const read = decisionSchema.safeParse(data);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  return fail({
    zh: `${file} 不是决定文件：${place} ${issue?.message ?? ''}；请给从办件页面下载的文件`,
    en: `${file} is no decision: ${place} ${issue?.message ?? ''}; give a file downloaded from a case`,
  });
}

function findingWords(finding: DecisionFinding, { amountFen }: DecisionRecord): Bilingual {
  switch (finding.kind) {
    case 'confirmed':
      return {
        zh: `核对一致：按所载事实和规则重算，金额 ${amountFen} 分，推理逐字相同`,
        en: `confirmed: the recorded facts and rules give ${amountFen} fen again, reasoning word for word`,
      };
    case 'altered':
      return {
        zh: '文件被改过：内容与摘要不符',
        en: 'the file was altered: its content does not fit its hash',
      };
    case 'other_rules':
      return {
        zh: `规则版本不同：决定用的是 ${finding.wanted}，给的是 ${finding.given}；请用 --content 指定那一版的内容文件夹`,
        en: `other rules: it was decided by ${finding.wanted}, given are ${finding.given}; name a folder with that version by --content`,
      };
    case 'differs':
      return {
        zh: `重算的结果不同：${finding.parts.join('、')}`,
        en: `the result differs: ${finding.parts.join(', ')}`,
      };
  }
}

/** The decision files that a path names: itself, or all of a folder in the order of their names. */
async function filesAt(path: string): Promise<Result<readonly string[], Bilingual>> {
  let names: readonly string[];
  try {
    if (!(await stat(path)).isDirectory()) return ok([path]);
    names = await readdir(path, { recursive: true });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return fail({
      zh: `${path} 读不出来（${cause}）；请给决定文件或放决定文件的文件夹`,
      en: `${path} cannot be read (${cause}); give decision files or a folder of them`,
    });
  }
  const files = names.filter((name) => name.endsWith('.json')).sort();
  if (files.length > 0) return ok(files.map((name) => join(path, name)));
  return fail({
    zh: `${path} 里没有 .json 文件；请给放决定文件的文件夹`,
    en: `there is no .json file in ${path}; give a folder of decision files`,
  });
}

/** What became of one file. */
type Checked =
  | { readonly kind: 'unreadable'; readonly file: string; readonly words: Bilingual }
  | {
      readonly kind: 'checked';
      readonly file: string;
      readonly decision: string;
      readonly finding: DecisionFinding;
      readonly words: Bilingual;
    };

async function checkFile(file: string, evaluator: Evaluator): Promise<Checked> {
  const read = await readDecision(file);
  if (!read.ok) return { kind: 'unreadable', file, words: read.error };
  const finding = verifyDecision(read.value, evaluator);
  const words = findingWords(finding, read.value);
  return { kind: 'checked', file, decision: read.value.id, finding, words };
}

function fileJson(checked: Checked): Readonly<Record<string, unknown>> {
  return checked.kind === 'unreadable'
    ? {
        file: checked.file,
        kind: 'unreadable',
        message: checked.words.zh,
        messageEn: checked.words.en,
      }
    : { file: checked.file, decision: checked.decision, ...checked.finding };
}

function isDenied(checked: Checked): boolean {
  if (checked.kind === 'unreadable') return false;
  return checked.finding.kind === 'altered' || checked.finding.kind === 'differs';
}

function isConfirmed(checked: Checked): boolean {
  return checked.kind === 'checked' && checked.finding.kind === 'confirmed';
}

function outcomeOf(all: readonly Checked[]): CommandOutcome {
  if (all.some(isDenied)) return answerIsNo;
  const [first, ...others] = all.filter((each) => !isConfirmed(each));
  if (first === undefined) return done;
  if (others.length === 0) return inputFault(first.words);
  const count = others.length + 1;
  return inputFault({
    zh: `${all.length} 个文件里有 ${count} 个没法核对；请逐个看上面写的原因`,
    en: `${count} of ${all.length} files could not be checked; the lines above say why, one by one`,
  });
}

function tell(all: readonly Checked[], context: CommandContext): void {
  const { terminal } = context;
  for (const each of all) {
    // What cannot be read names its file itself.
    const file =
      each.kind === 'unreadable'
        ? { zh: '', en: '' }
        : { zh: `${each.file}：`, en: `${each.file}: ` };
    const { words } = each;
    terminal.print(say(context, { zh: `${file.zh}${words.zh}`, en: `${file.en}${words.en}` }));
  }
  const confirmed = all.filter(isConfirmed).length;
  terminal.print(
    say(context, {
      zh: `共 ${all.length} 个文件，${confirmed} 个核对一致`,
      en: `${all.length} files, ${confirmed} confirmed`,
    }),
  );
}

/** Answers a single file without a list around it. */
function tellOne(checked: Checked, json: boolean, context: CommandContext): void {
  if (checked.kind === 'unreadable') return;
  const { decision, finding, words } = checked;
  const { terminal } = context;
  if (json) terminal.print(JSON.stringify({ decision, ...finding }, null, 2));
  else terminal.print(say(context, words));
}

/**
 * `luodi verify decision`: reaches decisions again offline, each from its own facts and the rules of its version. One file is answered
 * by itself; several, or a folder, file by file.
 */
export async function runVerifyDecision(
  paths: readonly string[],
  { content: folder, json = false }: VerifyDecisionOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await filesAt(path);
    if (!found.ok) return inputFault(found.error);
    files.push(...found.value);
  }
  const content = await checkContent(folder);
  if (!content.ok) return inputFault(content.error);
  const evaluator = createEvaluator(content.value.content);
  const all: Checked[] = [];
  for (const file of files) all.push(await checkFile(file, evaluator));
  const [only] = all;
  if (only !== undefined && paths.length === 1 && only.file === paths[0]) {
    tellOne(only, json, context);
    return outcomeOf(all);
  }
  if (json) {
    const confirmed = all.filter(isConfirmed).length;
    const report = { files: all.length, confirmed, decisions: all.map(fileJson) };
    context.terminal.print(JSON.stringify(report, null, 2));
  } else tell(all, context);
  return outcomeOf(all);
}
