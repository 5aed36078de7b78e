import type { Transaction } from 'kysely';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { notify } from '@luodi/platform';
import type { Schema } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import { changeCase } from '../store/cases.ts';
import type { CaseInHand } from '../store/cases.ts';
import { insertObjection, settleObjectionRow, takeObjection } from '../store/objections.ts';
import { changeInHand, stepOf, wrongState } from './case-command.ts';
import type { CaseOutcome } from './case-command.ts';
import type { CaseFault } from './case-fault.ts';
import { refuseCase } from './refuse-case.ts';

/** What somebody says against a case; with a contact where nobody is signed in. */
export interface Objection {
  readonly byName: string;
  readonly words: string;
  readonly contact?: string | undefined;
}

/** Publicity is for everybody, the notice for the enterprise alone. */
function isOpenToObjections(hand: CaseInHand, { actor }: Asked): boolean {
  const { kind } = stepOf(hand);
  const own = actor.role === 'enterprise' && actor.organisation === hand.each.enterprise;
  return hand.each.state === 'open' && (kind === 'publicity' || (kind === 'notice' && own));
}

/** The body that answers is told at once. */
async function tellOwner(
  transaction: Transaction<Schema>,
  { each, programme }: CaseInHand,
  words: string,
  at: Date,
): Promise<void> {
  const notice = {
    organisation: programme.owner,
    subject: each.id,
    kind: 'case.objection',
    words: {
      zh: `“${programme.title}”的办件 ${each.id} 有人提出异议，答复之前不往下办：${words}`,
      en: `Somebody objects to case ${each.id} of “${programme.titleEn}”; it stands still until you answer: ${words}`,
    },
  };
  await notify(transaction, [notice], at);
}

/** Somebody objects while the case is public (or, at the notice, the enterprise itself): nothing goes on until it is settled. */
export async function raiseObjection(
  context: DeliveryContext,
  asked: Asked,
  id: string,
  { byName, words, contact }: Objection,
): Promise<Result<CaseOutcome, CaseFault>> {
  // Who is not signed in is not named in the journal, which others read.
  const input = contact === undefined ? { byName, words } : { words };
  const command = { name: 'case.object', case: id, input, reason: words };
  return changeInHand(context, asked, command, async (transaction, hand) => {
    if (!isOpenToObjections(hand, asked)) return wrongState(hand);
    const { actor, at, key } = asked;
    await insertObjection(transaction, {
      id: `${id}/objection/${actor.user}/${key}`,
      case: id,
      step: hand.each.step,
      byName,
      byOrganisation: actor.organisation === '' ? undefined : actor.organisation,
      words,
      contact,
      at,
    });
    await changeCase(transaction, id, { state: 'disputed' });
    await tellOwner(transaction, hand, words, at);
    return ok(undefined);
  });
}

/** The owner of the programme answers an objection: upheld ends the case, otherwise it goes on from where it stood. */
export async function settleObjection(
  context: DeliveryContext,
  asked: Asked,
  id: string,
  settlement: {
    readonly objection: string;
    readonly upheld: boolean;
    readonly answer: string;
    readonly failedCondition?: string | undefined;
  },
): Promise<Result<CaseOutcome, CaseFault>> {
  const { objection, upheld, answer, failedCondition } = settlement;
  const command = { name: 'case.settle', case: id, input: { ...settlement }, reason: answer };
  return changeInHand(context, asked, command, async (transaction, hand) => {
    const { actor, at } = asked;
    if (actor.role !== 'officer' || actor.organisation !== hand.programme.owner)
      return fail({ code: 'not_your_case' });
    if (hand.each.state !== 'disputed') return wrongState(hand);
    const open = await takeObjection(transaction, id, objection);
    if (open === undefined) return fail({ code: 'objection_unknown' });
    await settleObjectionRow(transaction, objection, { upheld, answer, by: actor.user, at });
    if (upheld) {
      const failed = failedCondition === undefined ? [] : [failedCondition];
      const words = { because: answer, failed, by: actor.organisation };
      return refuseCase(transaction, context, hand, asked, words);
    }
    if (open.othersOpen === 0) await changeCase(transaction, id, { state: 'open' });
    return ok(undefined);
  });
}
