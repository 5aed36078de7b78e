import { ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import {
  claimCase,
  saveApplication,
  startApplication,
  submitApplication,
  withdrawCase,
} from '../../src/commands/application.ts';
import { answerAskedFact } from '../../src/commands/asked-fact.ts';
import { beginAutomatic } from '../../src/commands/automatic.ts';
import { confirmNotice } from '../../src/commands/confirm-notice.ts';
import { moveDueCases } from '../../src/commands/due-steps.ts';
import { raiseObjection, settleObjection } from '../../src/commands/objections.ts';
import { publishProgramme, saveProgramme } from '../../src/commands/programmes.ts';
import { completeCase, doTask } from '../../src/commands/tasks.ts';
import type { Asked } from '../../src/context.ts';
import type { CaseDeed } from './deed.ts';
import { commitment, draftOf, papers } from './rounds.ts';
import type { World } from './world.ts';

export type Answer = Result<unknown, { readonly code: string }>;

const condition = '科技企业';
const handedIn = papers.map((paper) => ({ paper, attachment: `file of ${paper}` }));

function accountOf(enterprise: string) {
  return { name: `演示企业 ${enterprise}`, bank: '演示银行', number: '6222020200001111' };
}

/** Gives a command of a case; those of officers are given by `doTask`. */
export async function doCaseDeed(
  { context, rules }: World,
  asked: Asked,
  deed: CaseDeed,
): Promise<Answer> {
  switch (deed.kind) {
    case 'save_round':
      return saveProgramme(context, asked, draftOf(deed.round), rules.version);
    case 'publish_round':
      return publishProgramme(context, asked, deed.round);
    case 'begin_round':
      return beginAutomatic(context, asked, deed.round);
    case 'start':
      return startApplication(context, asked, deed.round);
    case 'save':
      return saveApplication(context, asked, deed.case, { papers: [] });
    case 'submit':
      return submitApplication(context, asked, deed.case, { papers: handedIn, signed: commitment });
    case 'approve': {
      const decision = { kind: 'approve', amountFen: deed.fen } as const;
      return doTask(context, asked, deed.case, deed.task, decision);
    }
    case 'give_back': {
      const decision = { kind: 'return', reason: '材料不全' } as const;
      return doTask(context, asked, deed.case, deed.task, decision);
    }
    case 'refuse': {
      const decision = { kind: 'reject', reason: '不符合', failedCondition: condition } as const;
      return doTask(context, asked, deed.case, deed.task, decision);
    }
    case 'complete':
      return completeCase(context, asked, deed.case, { papers: handedIn });
    case 'answer':
      return answerAskedFact(context, asked, deed.case, { filed: deed.filed });
    case 'confirm':
      return confirmNotice(context, asked, deed.case);
    case 'object':
      return raiseObjection(context, asked, deed.case, { byName: '演示群众', words: '有异议' });
    case 'settle_objection': {
      const { objection, upheld } = deed;
      const settlement = { objection, upheld, answer: '已核实', failedCondition: condition };
      return settleObjection(context, asked, deed.case, settlement);
    }
    case 'claim': {
      const claim = { account: accountOf(deed.enterprise), signed: commitment };
      return claimCase(context, asked, deed.case, claim);
    }
    case 'withdraw':
      return withdrawCase(context, asked, deed.case, '不再申请');
    case 'pass_days': {
      const { moved, failed } = await moveDueCases(context, asked.at);
      const [first] = failed;
      if (first !== undefined) throw new Error(`${first.case} does not move: ${first.fault.code}`);
      return ok({ moved });
    }
  }
}
