import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  answerAskedFact,
  claimCase,
  completeCase,
  confirmNotice,
  doTask,
  listCases,
  listPublic,
  listWaitingObjections,
  listWork,
  raiseObjection,
  saveApplication,
  settleObjection,
  startApplication,
  submitApplication,
  viewCase,
  withdrawCase,
} from '@luodi/delivery';
import type { Asked, CaseFault, CaseOutcome } from '@luodi/delivery';
import type { Result } from '@luodi/kernel';
import type { Context } from 'hono';
import { z } from 'zod';
import {
  answerRequest,
  applicationRequest,
  caseDetail,
  caseOutcome,
  casesQuery,
  casesResponse,
  claimRequest,
  confirmRequest,
  objectionRequest,
  publicityResponse,
  settleRequest,
  startRequest,
  startResponse,
  submitRequest,
  taskRequest,
  withdrawRequest,
  workResponse,
} from '../contract/index.ts';
import type { ErrorCode, Role } from '../contract/index.ts';
import { caseDetailJson, caseSummaryJson, workJson } from '../delivery/case-json.ts';
import { deliveryRefusal } from '../delivery/case-refusal.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson, sendPrinted } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import type { DeliveryDependencies } from './programme-endpoints.ts';
import { readBody } from './request-body.ts';
import { readQuery } from './request-query.ts';

const tag = 'Cases';
const path = '/api/cases';
const one = `${path}/{id}`;
const params = z.object({ id: z.string() });
const idOf = (c: Context): string => c.req.param('id') ?? '';
const enterprise = ['enterprise'] as const;
const seers = ['enterprise', 'officer', 'finance', 'expert', 'auditor'] as const;

const bodyRefusals = ['bad_json', 'invalid_request'] as const;
const usual = ['case_unknown', 'case_state', 'not_your_case'] as const;
const merits = [
  'facts_unreadable',
  'not_entitled',
  'still_undetermined',
  'amount_needed',
  'amount_not_allowed',
  'budget_exhausted',
  'account_missing',
  'calendar_unknown',
] as const;

function addReading(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path,
      tag,
      summary: '办件 · Cases',
      description: 'Those that one may see: an enterprise its own, an office its district’s.',
      roles: seers,
      query: casesQuery,
      answer: { kind: 'json', description: 'Fifty a page', schema: casesResponse },
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, casesQuery);
      if (!query.ok) return refuse(c, query.error);
      const { cases, total } = await listCases(delivery.queries, actor, query.value);
      return sendJson(c, { cases: cases.map((each) => caseSummaryJson(each, c.get('at'))), total });
    },
  );
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: one,
      tag,
      summary: '一个办件 · One case',
      roles: seers,
      params,
      answer: { kind: 'json', description: 'Everything about it', schema: caseDetail },
      refusals: ['case_unknown'],
    },
    async (c, actor) => {
      const view = await viewCase(delivery, actor, idOf(c), c.get('at'));
      if (view === undefined) return refuse(c, refusal('case_unknown'));
      const names = (id: string) => delivery.sources.sources.get(id)?.name ?? { zh: id, en: id };
      return sendPrinted(c, JSON.stringify(caseDetailJson(view, actor, c.get('at'), names)));
    },
  );
}

function addWork(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/work',
      tag,
      summary: '待办 · What waits for one’s office',
      roles: ['officer', 'expert'],
      answer: { kind: 'json', description: 'The soonest due first', schema: workResponse },
      refusals: [],
    },
    async (c, actor) => {
      const work = await listWork(delivery.queries, actor);
      const objections = await listWaitingObjections(delivery.queries, actor);
      return sendJson(c, workJson(work, objections, actor, c.get('at')));
    },
  );
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/publicity',
      tag,
      summary: '公示 · What is public and open to objections',
      answer: { kind: 'json', description: 'The soonest over first', schema: publicityResponse },
      refusals: [],
    },
    async (c) => {
      const cases = await listPublic(delivery.queries);
      return sendJson(c, {
        cases: cases.map((each) => ({ ...each, fen: each.fen?.toString() ?? null })),
      });
    },
  );
}

/** A change of one case, as its endpoint is described. */
interface CaseChange<Body extends z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly body: Body;
  readonly refusals: readonly ErrorCode[];
  readonly run: (
    asked: Asked,
    id: string,
    body: z.infer<Body>,
  ) => Promise<Result<CaseOutcome, CaseFault>>;
}

function addChange<Body extends z.ZodType>(
  app: OpenAPIHono,
  { content }: DeliveryDependencies,
  { name, summary, roles, body, refusals, run }: CaseChange<Body>,
): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${one}/${name}`,
      tag,
      summary,
      roles,
      params,
      body,
      answer: { kind: 'json', description: 'Where the case stands now', schema: caseOutcome },
      refusals: [...bodyRefusals, ...usual, ...refusals],
    },
    async (c, occasion) => {
      const read = await readBody(c, body);
      if (!read.ok) return refuse(c, read.error);
      const done = await run(occasion, idOf(c), read.value);
      return done.ok
        ? sendJson(c, done.value)
        : refuse(c, deliveryRefusal(done.error, content.vocabulary));
    },
  );
}

function addStart(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path,
      tag,
      summary: '开始申报 · Begin an application',
      roles: enterprise,
      body: startRequest,
      answer: { kind: 'json', description: 'The new case', schema: startResponse },
      refusals: [
        ...bodyRefusals,
        'programme_unknown',
        'programme_state',
        'window_closed',
        'case_exists',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, startRequest);
      if (!body.ok) return refuse(c, body.error);
      const begun = await startApplication(delivery, occasion, body.value.programme);
      return begun.ok ? sendJson(c, begun.value) : refuse(c, deliveryRefusal(begun.error));
    },
  );
}

function addApplying(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  const { delivery } = dependencies;
  addChange(app, dependencies, {
    name: 'save',
    summary: '保存申报 · Save what is filled in',
    roles: enterprise,
    body: applicationRequest,
    refusals: [],
    run: (asked, id, form) => saveApplication(delivery, asked, id, form),
  });
  addChange(app, dependencies, {
    name: 'submit',
    summary: '提交申报 · Submit with a signed commitment',
    roles: enterprise,
    body: submitRequest,
    refusals: [
      ...merits,
      'programme_state',
      'window_closed',
      'not_signed',
      'listed_dishonest',
      'papers_missing',
      'paper_unknown',
      'account_needed',
    ],
    run: (asked, id, form) => submitApplication(delivery, asked, id, form),
  });
  addChange(app, dependencies, {
    name: 'complete',
    summary: '补正后再交 · Hand in again after a return',
    roles: enterprise,
    body: applicationRequest,
    refusals: ['calendar_unknown'],
    run: (asked, id, form) => completeCase(delivery, asked, id, form),
  });
  addChange(app, dependencies, {
    name: 'withdraw',
    summary: '撤回 · Take a case back',
    roles: enterprise,
    body: withdrawRequest,
    refusals: [],
    run: (asked, id, { because }) => withdrawCase(delivery, asked, id, because),
  });
}

function addReceiving(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  const { delivery } = dependencies;
  addChange(app, dependencies, {
    name: 'confirm',
    summary: '确认告知 · Agree with the notice at once',
    roles: enterprise,
    body: confirmRequest,
    refusals: ['calendar_unknown'],
    run: (asked, id) => confirmNotice(delivery, asked, id),
  });
  addChange(app, dependencies, {
    name: 'claim',
    summary: '申领 · Claim what was approved',
    roles: enterprise,
    body: claimRequest,
    refusals: ['not_signed', 'window_closed', 'not_held', 'payment_live', 'account_invalid'],
    run: (asked, id, claim) => claimCase(delivery, asked, id, claim),
  });
  addChange(app, dependencies, {
    name: 'answer',
    summary: '回答所缺的事实 · Answer the one fact that lacks',
    roles: enterprise,
    body: answerRequest,
    refusals: merits,
    run: (asked, id, { answers }) => answerAskedFact(delivery, asked, id, answers),
  });
}

function addDeciding(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  const { delivery } = dependencies;
  addChange(app, dependencies, {
    name: 'tasks',
    summary: '办理任务 · Do a task',
    roles: ['officer', 'expert'],
    body: taskRequest,
    refusals: [...merits, 'not_your_task', 'task_done', 'task_needs'],
    run: (asked, id, { task, decision }) => {
      if (decision.kind !== 'approve') return doTask(delivery, asked, id, task, decision);
      const { amountFen, reason, kind } = decision;
      const sum = amountFen === undefined ? undefined : BigInt(amountFen);
      return doTask(delivery, asked, id, task, { kind, reason, amountFen: sum });
    },
  });
  addChange(app, dependencies, {
    name: 'objections',
    summary: '提出异议 · Object',
    roles: seers,
    body: objectionRequest,
    refusals: [],
    run: (asked, id, objection) => raiseObjection(delivery, asked, id, objection),
  });
  addChange(app, dependencies, {
    name: 'settle',
    summary: '答复异议 · Settle an objection',
    roles: ['officer'],
    body: settleRequest,
    refusals: ['objection_unknown'],
    run: (asked, id, settlement) => settleObjection(delivery, asked, id, settlement),
  });
}

/** Cases on their way from application or notice to payment. */
export function addCaseEndpoints(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  addReading(app, dependencies);
  addWork(app, dependencies);
  addStart(app, dependencies);
  addApplying(app, dependencies);
  addReceiving(app, dependencies);
  addDeciding(app, dependencies);
}
