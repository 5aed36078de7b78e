import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { Evaluator } from '@luodi/evaluation';
import { fail, ok, dayOf } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { readAs, runCommand } from '@luodi/platform';
import type { Actor, Schema } from '@luodi/platform';
import type { Asked, DeliveryContext } from '../context.ts';
import type { AutomaticStanding } from '../domain/automatic-list.ts';
import { enterStep } from '../domain/case-steps.ts';
import { answerData } from '../domain/decision.ts';
import { sealDecision } from '../sealed-decision.ts';
import type { DecisionRecord } from '../sealed-decision.ts';
import { sharesIn } from '../domain/funding.ts';
import { hasTasks } from '../domain/route.ts';
import { approveMoney, reserveMoney } from '../money/store/reservation.ts';
import { listEverybody } from '../store/automatic-list.ts';
import type { Listed } from '../store/automatic-list.ts';
import { newCaseIds } from '../store/cases.ts';
import { insertDecisions } from '../store/decisions.ts';
import { insertListedCases } from '../store/listed-cases.ts';
import type { ListedCase } from '../store/listed-cases.ts';
import { findProgramme } from '../store/programmes.ts';
import type { Programme } from '../store/programmes.ts';
import type { CaseFault } from './case-fault.ts';

/** How many stand where, and what the certain ones get together (分). */
export interface AutomaticPreview {
  readonly counts: Readonly<Record<AutomaticStanding['kind'], number>>;
  readonly certainFen: bigint;
  /** The first of the certain and of those one fact short, for a look. */
  readonly sample: readonly { readonly enterprise: string; readonly standing: AutomaticStanding }[];
}

const sampled = 200;
const emptyCounts: Record<AutomaticStanding['kind'], number> = {
  certain: 0,
  lacks_one: 0,
  sum_left_open: 0,
  lacks_several: 0,
  not_entitled: 0,
  excluded: 0,
};

async function automaticProgramme(
  transaction: Transaction<Schema>,
  id: string,
  lock?: 'lock',
): Promise<Result<Programme, CaseFault>> {
  const programme = await findProgramme(transaction, id, lock);
  return programme === undefined || programme.manner !== 'automatic'
    ? fail({ code: 'programme_unknown' })
    : ok(programme);
}

/** Who would get what without asking, before anything happens: nothing is written. */
export async function previewAutomatic(
  context: DeliveryContext,
  actor: Actor,
  id: string,
  at: Date,
): Promise<Result<AutomaticPreview, CaseFault>> {
  return readAs(context.queries, actor, async (transaction) => {
    const programme = await automaticProgramme(transaction, id);
    if (!programme.ok) return programme;
    const evaluator = await context.rulesOf(programme.value.contentVersion, transaction);
    const counts = { ...emptyCounts };
    const sample: { enterprise: string; standing: AutomaticStanding }[] = [];
    let certainFen = 0n;
    const pages = listEverybody(transaction, context, evaluator, programme.value, at);
    for await (const page of pages)
      for (const { enterprise, standing } of page) {
        counts[standing.kind] += 1;
        if (standing.kind === 'certain') certainFen += standing.fen;
        if (standing.kind !== 'not_entitled' && sample.length < sampled)
          sample.push({ enterprise, standing });
      }
    return ok({ counts, certainFen, sample });
  });
}

const outcomeSchema = z.strictObject({
  listed: z.number(),
  asked: z.number(),
  totalFen: z.string(),
});

/** What beginning a round came to: cases with a certain sum, enterprises asked for one fact, 分 in all. */
export type AutomaticOutcome = z.infer<typeof outcomeSchema>;

function decisionOf(
  programme: Programme,
  evaluator: Evaluator,
  { enterprise, facts, answer, standing }: Listed,
  id: string,
  at: Date,
): DecisionRecord | undefined {
  if (answer === undefined || standing.kind !== 'certain') return undefined;
  return sealDecision({
    format: 'luodi-decision-1',
    id: `${id}/decision`,
    case: id,
    programme: programme.id,
    enterprise,
    measure: programme.measure,
    contentVersion: programme.contentVersion,
    lawDate: programme.lawDate ?? dayOf(at).toString(),
    knownAt: at.toISOString(),
    facts,
    answer: answerData(evaluator, answer),
    amountFen: standing.fen.toString(),
    amountBy: 'rule',
  });
}

/** One page of the list becomes cases, decisions and notices. */
async function writePage(
  transaction: Transaction<Schema>,
  context: DeliveryContext,
  programme: Programme,
  evaluator: Evaluator,
  page: readonly Listed[],
  at: Date,
): Promise<Result<readonly ListedCase[], CaseFault>> {
  const wanted = page.filter(
    ({ standing }) => standing.kind === 'certain' || standing.kind === 'lacks_one',
  );
  if (wanted.length === 0) return ok([]);
  const ids = await newCaseIds(transaction, programme.id, wanted.length);
  const entered = enterStep(programme.route, 0, '', dayOf(at), context.calendar);
  if (!entered.ok) return entered;
  const decides = !programme.route.some(hasTasks);
  const decisions: DecisionRecord[] = [];
  const cases = wanted.map((listed, index): ListedCase => {
    const { enterprise, standing } = listed;
    const id = ids[index] ?? '';
    const decision = decides ? decisionOf(programme, evaluator, listed, id, at) : undefined;
    if (decision !== undefined) decisions.push(decision);
    return {
      id,
      enterprise,
      fen: standing.kind === 'certain' ? standing.fen : null,
      lacks: standing.kind === 'lacks_one' ? standing.fact : null,
      decision: decision?.id ?? null,
    };
  });
  const dueOn = entered.value.dueOn?.toString() ?? null;
  const written = await insertListedCases(transaction, programme, cases, { dueOn, at });
  await insertDecisions(transaction, decisions);
  return ok(written);
}

/** Takes the money for all of a district's cases at once. */
async function fund(
  transaction: Transaction<Schema>,
  programme: Programme,
  cases: readonly ListedCase[],
  { actor, at }: Asked,
): Promise<Result<undefined, CaseFault>> {
  const { funding } = programme;
  const byDistrict = new Map<string, { subject: string; fen: bigint }[]>();
  for (const { id, fen, district = '' } of cases)
    if (fen !== null) {
      const sums = byDistrict.get(district) ?? [];
      sums.push({ subject: id, fen });
      byDistrict.set(district, sums);
    }
  const take = programme.route.some(hasTasks) ? reserveMoney : approveMoney;
  const booking = {
    subject: programme.id,
    words: `${programme.title} · ${programme.measure}`,
    actor,
    at,
  };
  for (const [district, sums] of [...byDistrict].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const source = { ...funding, shares: sharesIn(funding, district) };
    const taken = await take(transaction, booking, sums, source);
    if (!taken.ok) return taken;
  }
  return ok(undefined);
}

/**
 * Begins a round of 免申即享: a case, a decision and a notice for everybody whose sum is certain, a question to everybody who is one
 * fact short. All of the actor's enterprises or none; with too little money nothing begins, and the fault says how much there is.
 */
export async function beginAutomatic(
  context: DeliveryContext,
  asked: Asked,
  id: string,
  onProgress: (listed: number) => void = () => {},
): Promise<Result<AutomaticOutcome, CaseFault>> {
  const { key, actor, at } = asked;
  return runCommand<AutomaticOutcome, CaseFault>(
    context.queries,
    { key, name: 'automatic.begin', actor, input: { programme: id }, at },
    async (transaction) => {
      // Two who begin at once: the second waits, and finds that everybody has a case.
      const found = await automaticProgramme(transaction, id, 'lock');
      if (!found.ok) return found;
      const programme = found.value;
      if (programme.state !== 'published')
        return fail({ code: 'programme_state', state: programme.state });
      const today = dayOf(at);
      const { windowFrom: from, windowUntil: until } = programme;
      if (today.toString() < from || today.toString() > until)
        return fail({ code: 'window_closed', from, until });
      const evaluator = await context.rulesOf(programme.contentVersion, transaction);
      const cases: ListedCase[] = [];
      const pages = listEverybody(transaction, context, evaluator, programme, at);
      for await (const page of pages) {
        const written = await writePage(transaction, context, programme, evaluator, page, at);
        if (!written.ok) return written;
        cases.push(...written.value);
        onProgress(cases.length);
      }
      const funded = await fund(transaction, programme, cases, asked);
      if (!funded.ok) return funded;
      const certain = cases.filter(({ fen }) => fen !== null);
      const outcome = {
        listed: certain.length,
        asked: cases.length - certain.length,
        totalFen: certain.reduce((sum, { fen }) => sum + (fen ?? 0n), 0n).toString(),
      };
      const entry = { action: 'automatic.begin', subject: id, reason: '', detail: outcome };
      return ok({ outcome, entry });
    },
    (data) => outcomeSchema.parse(data),
  );
}
