import type { MeasureAnswer } from '@luodi/evaluation';
import { fail, ok, dayOf } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Asked, DeliveryContext } from '../context.ts';
import { enterStep } from '../domain/case-steps.ts';
import { answerCase } from '../domain/decision.ts';
import { hasTasks } from '../domain/route.ts';
import { factsOfCase } from '../store/case-facts.ts';
import { changeCase, placeCase } from '../store/cases.ts';
import type { Answers } from '../store/cases.ts';
import { changeInHand, wrongState } from './case-command.ts';
import type { CaseOutcome } from './case-command.ts';
import type { CaseFault } from './case-fault.ts';
import { decideCase, entitledOr, lawDateOf } from './progress.ts';
import { refuseCase } from './refuse-case.ts';
import { conditionWords } from '../sealed-decision.ts';

/** The conditions by which the rule itself says no; outside its validity that is what fails. */
function failedIn({ failed, trace }: MeasureAnswer): readonly string[] {
  if (failed.length > 0) return failed.map(conditionWords);
  return trace.filter(({ outcome }) => outcome === 'fails').map(({ text }) => text);
}

/**
 * An enterprise that is one fact short answers just that fact. A yes puts it on the list with its notice, a no ends the case with the
 * condition that failed; where another fact is missing now, the case stays and the fault names it.
 */
export async function answerAskedFact(
  context: DeliveryContext,
  asked: Asked,
  id: string,
  answers: Answers,
): Promise<Result<CaseOutcome, CaseFault>> {
  const command = { name: 'case.answer', case: id, input: { answers } };
  return changeInHand(context, asked, command, async (transaction, before) => {
    const { actor, at } = asked;
    const { each, programme } = before;
    if (actor.role !== 'enterprise' || each.enterprise !== actor.organisation)
      return fail({ code: 'not_your_case' });
    if (each.state !== 'draft' || programme.manner !== 'automatic') return wrongState(before);
    const hand = { programme, each: { ...each, answers: { ...each.answers, ...answers } } };
    await changeCase(transaction, id, { answers: hand.each.answers });
    const evaluator = await context.rulesOf(programme.contentVersion, transaction);
    const facts = await factsOfCase(transaction, context, evaluator, hand.each, at);
    const answer = answerCase(evaluator, programme.measure, facts, lawDateOf(hand, asked));
    if (!answer.ok) return fail({ code: 'facts_unreadable', faults: answer.error });
    const entitled = entitledOr(answer.value, evaluator.content.vocabulary);
    if (!entitled.ok) {
      if (entitled.error.code !== 'not_entitled') return entitled;
      const words = { because: '按所答事实不符合条件', failed: failedIn(answer.value), by: '' };
      return refuseCase(transaction, context, hand, asked, words);
    }
    if (!programme.route.some(hasTasks)) {
      const decided = await decideCase(transaction, context, hand, asked, undefined);
      if (!decided.ok) return decided;
      if (decided.value === 'queued') {
        await changeCase(transaction, id, { state: 'queued' });
        return ok(undefined);
      }
    }
    const { route } = programme;
    const entered = enterStep(route, 0, each.district, dayOf(at), context.calendar);
    if (!entered.ok) return entered;
    await placeCase(transaction, id, entered.value);
    return ok(undefined);
  });
}
