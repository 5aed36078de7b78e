import { readFile } from 'node:fs/promises';
import { decisionSchema, verifyDecision } from '@luodi/delivery';
import type { DecisionFinding, DecisionRecord } from '@luodi/delivery';
import { createEvaluator } from '@luodi/evaluation';
import type { Bilingual } from '@luodi/evaluation';
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

/** `luodi verify decision`: reaches a decision again offline, from its own facts and the rules of its version. */
export async function runVerifyDecision(
  file: string,
  { content: folder, json = false }: VerifyDecisionOptions,
  context: CommandContext,
): Promise<CommandOutcome> {
  const decision = await readDecision(file);
  if (!decision.ok) return inputFault(decision.error);
  const checked = await checkContent(folder);
  if (!checked.ok) return inputFault(checked.error);
  const finding = verifyDecision(decision.value, createEvaluator(checked.value.content));
  const { terminal } = context;
  if (json) terminal.print(JSON.stringify({ decision: decision.value.id, ...finding }, null, 2));
  else terminal.print(say(context, findingWords(finding, decision.value)));
  if (finding.kind === 'other_rules') return inputFault(findingWords(finding, decision.value));
  return finding.kind === 'confirmed' ? done : answerIsNo;
}
