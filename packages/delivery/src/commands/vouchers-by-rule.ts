import type { Evaluator } from '@luodi/evaluation';
import { fail, ok, dayOf } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import { answerCase } from '../domain/decision.ts';
import { checkLimit, mostFor, voucherTerms } from '../domain/voucher-terms.ts';
import type { VoucherTermsFault } from '../domain/voucher-terms.ts';
import { issueVoucher, openVoucherPool } from '../money/commands/vouchers.ts';
import { factsOfCase } from '../store/case-facts.ts';
import { listedDishonest } from '../store/enterprises.ts';
import type { CaseFault, MeritFault } from './case-fault.ts';
import { entitledOr } from './progress.ts';

type Opening = Parameters<typeof openVoucherPool>[1]['input'];
type FaultOf<Command extends (...args: never) => Promise<Result<unknown, unknown>>> = Extract<
  Awaited<ReturnType<Command>>,
  { readonly ok: false }
>['error'];

export type OpenPoolFault = FaultOf<typeof openVoucherPool> | VoucherTermsFault;

/** Opens a pool of vouchers from a measure in force; its limit for one enterprise is within the rule. */
export async function openPoolByRule(
  context: DeliveryContext,
  asked: Asked,
  opening: Omit<Opening, 'contentVersion'> & { readonly contentVersion: string },
): Promise<Result<{ readonly voucherPool: string }, OpenPoolFault>> {
  const evaluator = await context.rulesOf(opening.contentVersion, context.queries);
  const terms = voucherTerms(evaluator, opening.measure, dayOf(asked.at));
  if (!terms.ok) return terms;
  const within = checkLimit(terms.value, opening.limit);
  if (!within.ok) return within;
  return openVoucherPool(context.queries, { ...asked, input: opening });
}

interface Issue {
  readonly voucher: string;
  readonly voucherPool: string;
  readonly enterprise: string;
  readonly fen: bigint;
}

export type IssueFault =
  | FaultOf<typeof issueVoucher>
  | MeritFault
  | Extract<CaseFault, { code: 'listed_dishonest' }>
  | { readonly code: 'unknown_enterprise' };

interface Rule {
  readonly measure: string;
  readonly evaluator: Evaluator | undefined;
}

async function ruleOf(
  { queries, rulesOf }: DeliveryContext,
  { actor }: Asked,
  pool: string,
): Promise<Rule | undefined> {
  const found = await readAs(queries, actor, (transaction) =>
    transaction
      .selectFrom('voucher_pool')
      .select(['measure', 'content_version'])
      .where('id', '=', pool)
      .executeTakeFirst(),
  );
  if (found === undefined) return undefined;
  const { measure, content_version: version } = found;
  return { measure, evaluator: version === null ? undefined : await rulesOf(version, queries) };
}

/** What the rule gives the enterprise at most by what is known of it now; `undefined`: without bound. */
async function entitlement(
  context: DeliveryContext,
  { actor, at }: Asked,
  enterprise: string,
  { measure, evaluator }: Rule,
): Promise<Result<bigint | undefined, IssueFault>> {
  return readAs(context.queries, actor, async (transaction) => {
    const organisation = await transaction
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', enterprise)
      .where('kind', '=', 'enterprise')
      .executeTakeFirst();
    if (organisation === undefined) return fail({ code: 'unknown_enterprise' });
    const listed = await listedDishonest(transaction, enterprise, dayOf(at));
    if (listed !== undefined) return fail({ code: 'listed_dishonest', ...listed });
    if (evaluator === undefined) return ok(undefined);
    const about = { id: '', enterprise, answers: {} };
    const facts = await factsOfCase(transaction, context, evaluator, about, at);
    const answered = answerCase(evaluator, measure, facts, dayOf(at));
    if (!answered.ok) return fail({ code: 'facts_unreadable', faults: answered.error });
    const entitled = entitledOr(answered.value, evaluator.content.vocabulary);
    return entitled.ok ? ok(mostFor(entitled.value)) : entitled;
  });
}

/** Gives an enterprise that the rule entitles a voucher, up to what pool and rule let it have in the year. */
export async function issueByRule(
  context: DeliveryContext,
  asked: Asked,
  issue: Issue,
): Promise<Result<{ readonly voucher: string; readonly fen: string }, IssueFault>> {
  const rule = await ruleOf(context, asked, issue.voucherPool);
  if (rule === undefined) return fail({ code: 'voucher_pool_unknown' });
  const most = await entitlement(context, asked, issue.enterprise, rule);
  if (!most.ok) return most;
  return issueVoucher(context.queries, { ...asked, input: { ...issue, atMost: most.value } });
}
