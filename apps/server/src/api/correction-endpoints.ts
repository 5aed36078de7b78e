import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  changedDecisions,
  changedRule,
  correctDecision,
  correctionInterest,
  everyChangedDecision,
  keptVersions,
  listCorrections,
  readProgramme,
} from '@luodi/delivery';
import type { CorrectionBasis, Programme, Reaching } from '@luodi/delivery';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Actor } from '@luodi/platform';
import type { Context } from 'hono';
import { z } from 'zod';
import { rulesNamed, rulesRefusals } from '../content/rules-unavailable.ts';
import {
  changedDecisionsResponse,
  changedQuery,
  changedWorkbookQuery,
  correctionInterestRequest,
  correctionInterestResponse,
  correctionRequest,
  correctionsOutcome,
  correctionsResponse,
  keptVersionsResponse,
} from '../contract/index.ts';
import type {
  ChangedDecisionJson,
  ChangedDecisionsResponse,
  CorrectionsOutcome,
} from '../contract/index.ts';
import { deliveryRefusal } from '../delivery/case-refusal.ts';
import { changedDecisionJsonOf, interestJson } from '../delivery/correction-json.ts';
import { errorTable } from '../errors/error-table.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { changedWorkbook } from '../export/correction-workbook.ts';
import { statedInterest } from '../money/stated-interest.ts';
import { workbookType } from './export-endpoint.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import type { CommandOccasion } from './office-endpoint.ts';
import type { DeliveryDependencies } from './programme-endpoints.ts';
import { readBody } from './request-body.ts';
import { readQuery } from './request-query.ts';
import { sendFile } from './send-file.ts';

const tag = 'Corrections';
const params = z.object({ id: z.string() });
const readers = ['officer', 'auditor'] as const;
const path = '/api/programmes/{id}/changed-decisions';
const refusals = [
  'invalid_query',
  'programme_unknown',
  'not_your_programme',
  ...rulesRefusals,
] as const;

/** Whose decisions, and against what they are held. */
interface Question {
  readonly programme: Programme;
  readonly reaching: Reaching;
}

interface AskedBasis {
  readonly basis: 'facts' | 'rules';
  readonly version?: string | null | undefined;
}

async function basisOf(
  { basis, version }: AskedBasis,
  { delivery }: DeliveryDependencies,
): Promise<Result<CorrectionBasis, Refusal>> {
  if (basis === 'facts') return ok({ kind: 'facts' });
  const wanted = version ?? '';
  const found = await rulesNamed(delivery, wanted);
  return found.ok ? ok({ kind: 'rules', version: wanted }) : found;
}

/** Officers ask about programmes of their own office, auditors about all. */
async function questionOf(
  c: Context,
  dependencies: DeliveryDependencies,
  actor: Actor,
  asked: AskedBasis,
): Promise<Result<Question, Refusal>> {
  const { delivery: context } = dependencies;
  const programme = await readProgramme(context.queries, actor, c.req.param('id') ?? '');
  if (programme === undefined) return fail(refusal('programme_unknown'));
  if (actor.role !== 'auditor' && programme.owner !== actor.organisation)
    return fail(refusal('not_your_programme'));
  const basis = await basisOf(asked, dependencies);
  if (!basis.ok) return basis;
  return ok({ programme, reaching: { context, basis: basis.value, at: c.get('at') } });
}

async function ruleJson({
  programme,
  reaching,
}: Question): Promise<ChangedDecisionsResponse['rule']> {
  const { basis, context } = reaching;
  if (basis.kind === 'facts') return [];
  const versions = { earlier: programme.contentVersion, later: basis.version };
  const changes = await changedRule(context, programme.measure, versions);
  return (
    changes?.map(({ field, earlier = null, later = null }) => ({ field, earlier, later })) ?? null
  );
}

async function clauseOf({ programme, reaching }: Question): Promise<string> {
  const { context } = reaching;
  const { content } = await context.rulesOf(programme.contentVersion, context.queries);
  const title = content.documentOf.get(programme.measure)?.title ?? '';
  const clause = content.measures.get(programme.measure)?.clause ?? '';
  return `《${title}》${clause}`;
}

function addLooking(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path,
      tag,
      summary: '哪些决定会变 · Decisions that would come out otherwise',
      description:
        'By the facts held now (`facts`) or another version of the rules (`rules`), law date kept. A page at a time; nothing is stored.',
      roles: readers,
      params,
      query: changedQuery,
      answer: { kind: 'json', description: 'One page', schema: changedDecisionsResponse },
      refusals,
    },
    async (c, actor) => {
      const query = readQuery(c, changedQuery);
      if (!query.ok) return refuse(c, query.error);
      const question = await questionOf(c, dependencies, actor, query.value);
      if (!question.ok) return refuse(c, question.error);
      const { programme, reaching } = question.value;
      const scope = { kind: 'programme', programme: programme.id } as const;
      const page = await changedDecisions(reaching, actor, scope, query.value.after);
      const { sources } = dependencies.delivery;
      return sendJson(c, {
        looked: page.looked,
        total: page.total,
        next: page.next ?? null,
        unreachable: [...page.unreachable],
        changed: page.changed.map((each) => changedDecisionJsonOf(each, sources)),
        rule: await ruleJson(question.value),
        mine: actor.role === 'officer',
        clause: await clauseOf(question.value),
      });
    },
  );
}

/** A workbook holds no more than these. */
const mostRows = 10_000;

async function everyRow(
  { programme, reaching }: Question,
  { delivery }: DeliveryDependencies,
  actor: Actor,
): Promise<readonly ChangedDecisionJson[]> {
  const rows: ChangedDecisionJson[] = [];
  const scope = { kind: 'programme', programme: programme.id } as const;
  for await (const { changed } of everyChangedDecision(reaching, actor, scope)) {
    rows.push(...changed.map((each) => changedDecisionJsonOf(each, delivery.sources)));
    if (rows.length >= mostRows) break;
  }
  return rows.slice(0, mostRows);
}

function addWorkbook(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: `${path}/xlsx`,
      tag,
      summary: '会变的决定（Excel） · The same as a workbook',
      roles: readers,
      params,
      query: changedWorkbookQuery,
      answer: { kind: 'file', description: 'Excel', mediaType: workbookType },
      refusals,
    },
    async (c, actor) => {
      const query = readQuery(c, changedWorkbookQuery);
      if (!query.ok) return refuse(c, query.error);
      const question = await questionOf(c, dependencies, actor, query.value);
      if (!question.ok) return refuse(c, question.error);
      const rows = await everyRow(question.value, dependencies, actor);
      const bytes = await changedWorkbook(rows, query.value.lang ?? 'zh');
      const name = `luodi-corrections-${question.value.programme.id}.xlsx`;
      return sendFile(c, bytes, { name, mediaType: workbookType });
    },
  );
}

type CorrectionRequest = z.infer<typeof correctionRequest>;

/** Every decision is a change of its own: one that is refused does not stop the others. */
async function correctAll(
  { programme, reaching }: Question,
  { key, actor, at }: CommandOccasion,
  { decisions, follow, reason, clause, dueOn, interest }: CorrectionRequest,
): Promise<CorrectionsOutcome> {
  const outcome: CorrectionsOutcome = { done: [], refused: [] };
  const { context, basis } = reaching;
  for (const { decision, finding, addFen } of decisions) {
    const asked = { key: `${key} ${decision}`, actor, at };
    const done = await correctDecision(context, asked, {
      programme: programme.id,
      decision,
      finding,
      basis,
      follow,
      reason,
      clause,
      dueOn: dueOn ?? undefined,
      interest: interest === null ? undefined : statedInterest(interest),
      addFen: addFen === null ? undefined : BigInt(addFen),
    });
    if (done.ok) {
      const { correction, kind, fen, grantedFen, supplementCase } = done.value;
      outcome.done.push({ decision, correction, kind, fen, grantedFen, supplementCase });
    } else {
      const { code, details } = deliveryRefusal(done.error);
      const { zh, en } = errorTable[code];
      const also = details.map(({ message }) => `（${message}）`).join('');
      const alsoEn = details.map(({ messageEn }) => ` (${messageEn})`).join('');
      outcome.refused.push({
        decision,
        code,
        message: `${zh}${also}`,
        messageEn: `${en}${alsoEn}`,
      });
    }
  }
  return outcome;
}

function addActing(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/programmes/{id}/corrections',
      tag,
      summary: '办理更正 · Let follow what the findings call for',
      description:
        'Recovery or additional payment, or what is kept reduced or raised; or a record that the decision stands. What is no longer found so is refused, one by one.',
      roles: ['officer'],
      params,
      body: correctionRequest,
      answer: { kind: 'json', description: 'One by one', schema: correctionsOutcome },
      refusals: [
        'bad_json',
        'invalid_request',
        'programme_unknown',
        'not_your_programme',
        ...rulesRefusals,
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, correctionRequest);
      if (!body.ok) return refuse(c, body.error);
      const question = await questionOf(c, dependencies, occasion.actor, body.value);
      if (!question.ok) return refuse(c, question.error);
      return sendJson(c, await correctAll(question.value, occasion, body.value));
    },
  );
}

function addInterest(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'post',
      path: '/api/programmes/{id}/corrections/interest',
      tag,
      summary: '试算利息 · The interest that recoveries would bear',
      description:
        'To the fen as it would be booked: simple, rounded for each payment that is asked back. Keeps nothing.',
      roles: ['officer'],
      params,
      body: correctionInterestRequest,
      answer: { kind: 'json', description: 'The interest', schema: correctionInterestResponse },
      refusals: [
        'bad_json',
        'invalid_request',
        'programme_unknown',
        'not_your_programme',
        'decision_unknown',
        'more_than_paid',
      ],
    },
    async (c, actor) => {
      const body = await readBody(c, correctionInterestRequest);
      if (!body.ok) return refuse(c, body.error);
      const question = await questionOf(c, dependencies, actor, { basis: 'facts' });
      if (!question.ok) return refuse(c, question.error);
      const { decisions, interest } = body.value;
      const arising = await correctionInterest(dependencies.delivery.queries, actor, {
        programme: question.value.programme.id,
        decisions: decisions.map(({ decision, fen }) => ({ decision, fen: BigInt(fen) })),
        interest: statedInterest(interest),
      });
      return arising.ok
        ? sendJson(c, interestJson(interest, arising.value))
        : refuse(c, deliveryRefusal(arising.error));
    },
  );
}

function addRecords(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/programmes/{id}/corrections',
      tag,
      summary: '已办理的更正 · Corrections made',
      roles: readers,
      params,
      answer: { kind: 'json', description: 'The latest first', schema: correctionsResponse },
      refusals: ['programme_unknown', 'not_your_programme'],
    },
    async (c, actor) => {
      const question = await questionOf(c, dependencies, actor, { basis: 'facts' });
      if (!question.ok) return refuse(c, question.error);
      const { queries } = dependencies.delivery;
      const found = await listCorrections(queries, actor, question.value.programme.id);
      return sendJson(c, {
        corrections: found.map((each) => ({
          id: each.id,
          case: each.case,
          decision: each.decision,
          successor: each.successor ?? null,
          supplementCase: each.supplementCase ?? null,
          recoveries: [...each.recoveries],
          kind: each.kind,
          fen: each.fen.toString(),
          grantedFen: each.grantedFen.toString(),
          reason: each.reason,
          clause: each.clause,
          at: each.at.toISOString(),
          enterprise: each.enterprise,
          enterpriseName: each.enterpriseName,
        })),
      });
    },
  );
}

function addVersions(app: OpenAPIHono, { delivery, content }: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/content-versions',
      tag,
      summary: '留存的规则版本 · Versions of the rules that are kept',
      roles: readers,
      answer: { kind: 'json', description: 'The latest first', schema: keptVersionsResponse },
      refusals: [],
    },
    async (c, actor) => {
      const versions = await keptVersions(delivery.queries, actor);
      return sendJson(c, {
        versions: versions.map(({ version, since }) => ({
          version,
          since: since.toISOString(),
          current: version === content.version,
        })),
      });
    },
  );
}

/** 更正复核: past decisions that corrected facts or other rules would make otherwise, and what follows. */
export function addCorrectionEndpoints(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  addLooking(app, dependencies);
  addWorkbook(app, dependencies);
  addActing(app, dependencies);
  addInterest(app, dependencies);
  addRecords(app, dependencies);
  addVersions(app, dependencies);
}
