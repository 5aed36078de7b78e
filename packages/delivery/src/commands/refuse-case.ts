import type { Transaction } from 'kysely';
import { fail } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Schema } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import { answerCase, answerData } from '../domain/decision.ts';
import { refusalOf, sealDecision } from '../sealed-decision.ts';
import type { RefusalWords } from '../sealed-decision.ts';
import { factsOfCase } from '../store/case-facts.ts';
import { changeCase } from '../store/cases.ts';
import type { CaseInHand } from '../store/cases.ts';
import { countOf } from '../store/corrections.ts';
import { insertDecisions } from '../store/decisions.ts';
import type { CaseFault } from './case-fault.ts';
import { closeCase, lawDateOf } from './progress.ts';

/**
 * Says no: the decision is sealed as a grant is, by what is known now, with the conditions that are said to fail and their clause; a
 * grant before it is superseded. What was kept for the case becomes available again.
 */
export async function refuseCase(
  transaction: Transaction<Schema>,
  context: DeliveryContext,
  hand: CaseInHand,
  asked: Asked,
  words: RefusalWords,
): Promise<Result<undefined, CaseFault>> {
  const { each, programme } = hand;
  if (words.failed.length === 0) return fail({ code: 'task_needs', what: 'failed_condition' });
  const evaluator = await context.rulesOf(programme.contentVersion, transaction);
  const lawDate = lawDateOf(hand, asked);
  const facts = await factsOfCase(transaction, context, evaluator, each, asked.at);
  const answered = answerCase(evaluator, programme.measure, facts, lawDate);
  if (!answered.ok) return fail({ code: 'facts_unreadable', faults: answered.error });
  const { decisions } = await countOf(transaction, each.id);
  const record = sealDecision({
    format: 'luodi-decision-1',
    id: decisions === 0 ? `${each.id}/decision` : `${each.id}/decision/${decisions + 1}`,
    case: each.id,
    programme: programme.id,
    enterprise: each.enterprise,
    measure: programme.measure,
    contentVersion: programme.contentVersion,
    lawDate: lawDate.toString(),
    knownAt: asked.at.toISOString(),
    facts,
    answer: answerData(evaluator, answered.value),
    amountFen: '0',
    amountBy: answered.value.status === 'entitled' ? 'body' : 'rule',
    ...(each.decision === null ? {} : { corrects: each.decision }),
    refusal: refusalOf(evaluator, answered.value, words),
  });
  await insertDecisions(transaction, [record]);
  await changeCase(transaction, each.id, { decision: record.id });
  const { because, failed, by } = words;
  return closeCase(transaction, hand, asked, 'rejected', { because, failed, by });
}
