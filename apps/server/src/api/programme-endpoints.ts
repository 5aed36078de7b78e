import { dayOf } from '@luodi/kernel';
import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  allocateRound,
  beginAutomatic,
  checkProgramme,
  closeProgramme,
  countProgrammes,
  previewAutomatic,
  publishProgramme,
  saveProgramme,
} from '@luodi/delivery';
import type { AutomaticPreview, CountedProgramme, DeliveryContext } from '@luodi/delivery';
import type { Content, Measure } from '@luodi/language';
import type { Actor } from '@luodi/platform';
import type { Context } from 'hono';
import { z } from 'zod';
import { rulesNamed } from '../content/rules-unavailable.ts';
import {
  allocationOutcome,
  automaticOutcome,
  automaticPreviewResponse,
  closeRequest,
  programmeCheckResponse,
  programmeJson,
  programmeOutcome,
  programmeRequest,
  programmesResponse,
} from '../contract/index.ts';
import type { AutomaticPreviewResponse, ProgrammeJson } from '../contract/index.ts';
import { deliveryRefusal, programmeFaultWords } from '../delivery/case-refusal.ts';
import { namesOf } from '../delivery/names.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import { readBody } from './request-body.ts';
import { actorOf } from './session.ts';

const tag = 'Programmes';
const path = '/api/programmes';
const one = `${path}/{id}`;
const params = z.object({ id: z.string() });
const officer = ['officer'] as const;
const idOf = (c: Context): string => c.req.param('id') ?? '';

/** What the endpoints of the delivery work with. */
export interface DeliveryDependencies {
  readonly delivery: DeliveryContext;
  /** The rules in force now: what is configured is configured by them. */
  readonly content: Content;
}

/** Whoever is not signed in sees what is published. */
const anybody: Actor = {
  user: 'anybody',
  organisation: '',
  role: 'enterprise',
  district: undefined,
};

/** The measure of a programme, of its own rules where those of now do not have it any more; nothing where they cannot be had. */
async function measureOf(
  { measure, contentVersion }: CountedProgramme['programme'],
  { delivery, content }: DeliveryDependencies,
): Promise<Measure | undefined> {
  const now = content.measures.get(measure);
  if (now !== undefined) return now;
  const own = await rulesNamed(delivery, contentVersion);
  return own.ok ? own.value.content.measures.get(measure) : undefined;
}

function programmeJsonOf(
  { programme, cases, ...names }: CountedProgramme,
  measure: Measure | undefined,
  actor: Actor,
  at: Date,
): ProgrammeJson {
  const { publishedAt, revision: _, route, funding, ...rest } = programme;
  const today = dayOf(at).toString();
  return {
    ...rest,
    route: route.map((step) => structuredClone(step)),
    funding: { ...funding, shares: funding.shares.map((share) => ({ ...share })) },
    measureLabel: measure?.name ?? programme.measure,
    measureLabelEn: measure?.nameEn ?? programme.measure,
    ...names,
    publishedAt: publishedAt?.toISOString() ?? null,
    open:
      programme.state === 'published' &&
      programme.windowFrom <= today &&
      today <= programme.windowUntil,
    mine: actor.role === 'officer' && programme.owner === actor.organisation,
    cases: { ...cases },
  };
}

async function seenProgrammes(
  c: Context,
  dependencies: DeliveryDependencies,
): Promise<readonly ProgrammeJson[]> {
  const actor = actorOf(c) ?? anybody;
  const counted = await countProgrammes(dependencies.delivery.queries, actor);
  const seen: ProgrammeJson[] = [];
  for (const each of counted) {
    const measure = await measureOf(each.programme, dependencies);
    seen.push(programmeJsonOf(each, measure, actor, c.get('at')));
  }
  return seen;
}

function addReading(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  addEndpoint(
    app,
    {
      method: 'get',
      path,
      tag,
      summary: '全部项目 · All programmes',
      description: 'Published ones for everybody; drafts for the office that they belong to.',
      answer: { kind: 'json', description: 'The newest first', schema: programmesResponse },
      refusals: [],
    },
    async (c) => sendJson(c, { programmes: await seenProgrammes(c, dependencies) }),
  );
  addEndpoint(
    app,
    {
      method: 'get',
      path: one,
      tag,
      summary: '一个项目 · One programme',
      params,
      answer: { kind: 'json', description: 'The programme', schema: programmeJson },
      refusals: ['programme_unknown'],
    },
    async (c) => {
      const all = await seenProgrammes(c, dependencies);
      const found = all.find(({ id }) => id === idOf(c));
      return found === undefined ? refuse(c, refusal('programme_unknown')) : sendJson(c, found);
    },
  );
}

function addChecking(app: OpenAPIHono, { content }: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'post',
      path: '/api/programme-checks',
      tag,
      summary: '核对项目与规则 · Check a draft against its rule',
      description: 'Keeps nothing.',
      roles: officer,
      body: programmeRequest,
      answer: {
        kind: 'json',
        description: 'Where it departs; nothing means that it can be published',
        schema: programmeCheckResponse,
      },
      refusals: ['bad_json', 'invalid_request', 'measure_unknown'],
    },
    async (c) => {
      const body = await readBody(c, programmeRequest);
      if (!body.ok) return refuse(c, body.error);
      const measure = content.measures.get(body.value.measure);
      if (measure === undefined) return refuse(c, refusal('measure_unknown'));
      const faults = checkProgramme(body.value, measure).map((fault) => {
        const { zh, en } = programmeFaultWords(fault);
        return { code: fault.code, message: zh, messageEn: en };
      });
      return sendJson(c, { faults });
    },
  );
}

const answer = {
  kind: 'json',
  description: 'The programme that was changed',
  schema: programmeOutcome,
} as const;

function addDrafting(app: OpenAPIHono, { delivery, content }: DeliveryDependencies): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path,
      tag,
      summary: '保存项目草稿 · Save a draft',
      description: 'Makes or changes a round of a measure; it may still depart from the rule.',
      roles: officer,
      body: programmeRequest,
      answer,
      refusals: [
        'bad_json',
        'invalid_request',
        'measure_unknown',
        'programme_taken',
        'programme_state',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, programmeRequest);
      if (!body.ok) return refuse(c, body.error);
      const saved = await saveProgramme(delivery, occasion, body.value, content.version);
      return saved.ok ? sendJson(c, saved.value) : refuse(c, deliveryRefusal(saved.error));
    },
  );
}

function addPublishing(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  const refusals = ['programme_unknown', 'not_your_programme', 'programme_state'] as const;
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${one}/publish`,
      tag,
      summary: '发布项目 · Publish a draft',
      description: 'Freezes it with the rules that it was configured by.',
      roles: officer,
      params,
      answer,
      refusals: [...refusals, 'programme_unsound'],
    },
    async (c, occasion) => {
      const done = await publishProgramme(delivery, occasion, idOf(c));
      return done.ok ? sendJson(c, done.value) : refuse(c, deliveryRefusal(done.error));
    },
  );
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${one}/close`,
      tag,
      summary: '关闭项目 · Close to new cases',
      roles: officer,
      params,
      body: closeRequest,
      answer,
      refusals: [...refusals, 'bad_json', 'invalid_request'],
    },
    async (c, occasion) => {
      const body = await readBody(c, closeRequest);
      if (!body.ok) return refuse(c, body.error);
      const done = await closeProgramme(delivery, occasion, idOf(c), body.value.reason);
      return done.ok ? sendJson(c, done.value) : refuse(c, deliveryRefusal(done.error));
    },
  );
}

async function previewJson(
  { counts, certainFen, sample }: AutomaticPreview,
  { delivery, content }: DeliveryDependencies,
  actor: Actor,
): Promise<AutomaticPreviewResponse> {
  const ids = sample.map(({ enterprise }) => enterprise);
  const names = await namesOf(delivery.queries, actor, ids);
  return {
    counts: { ...counts },
    certainFen: certainFen.toString(),
    sample: sample.map(({ enterprise, standing }) => {
      const fact =
        standing.kind === 'lacks_one' ? content.vocabulary.factsById.get(standing.fact) : undefined;
      return {
        enterprise,
        name: names.get(enterprise) ?? enterprise,
        standing: standing.kind,
        fen: standing.kind === 'certain' ? standing.fen.toString() : null,
        fact: standing.kind === 'lacks_one' ? standing.fact : null,
        factLabel: fact?.name ?? null,
        factLabelEn: fact?.nameEn ?? null,
        because: standing.kind === 'excluded' ? standing.because : null,
      };
    }),
  };
}

function addPreview(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  const { delivery } = dependencies;
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: `${one}/automatic`,
      tag,
      summary: '免申即享预览 · Who would get what without asking',
      roles: officer,
      params,
      answer: {
        kind: 'json',
        description: 'Counts, the certain sum, the first of the list',
        schema: automaticPreviewResponse,
      },
      refusals: ['programme_unknown'],
    },
    async (c, actor) => {
      const preview = await previewAutomatic(delivery, actor, idOf(c), c.get('at'));
      if (!preview.ok) return refuse(c, deliveryRefusal(preview.error));
      return sendJson(c, await previewJson(preview.value, dependencies, actor));
    },
  );
}

function addRunning(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${one}/begin`,
      tag,
      summary: '启动免申即享 · Begin the round',
      description: 'A case, a decision and a notice for everybody whose sum is certain.',
      roles: officer,
      params,
      answer: { kind: 'json', description: 'What began', schema: automaticOutcome },
      refusals: [
        'programme_unknown',
        'programme_state',
        'window_closed',
        'budget_exhausted',
        'account_missing',
      ],
    },
    async (c, occasion) => {
      const begun = await beginAutomatic(delivery, occasion, idOf(c));
      return begun.ok ? sendJson(c, begun.value) : refuse(c, deliveryRefusal(begun.error));
    },
  );
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${one}/allocate`,
      tag,
      summary: '分配资金 · Give money to the cases that wait for it',
      roles: officer,
      params,
      answer: { kind: 'json', description: 'Served and waiting', schema: allocationOutcome },
      refusals: ['programme_unknown', 'programme_state'],
    },
    async (c, occasion) => {
      const done = await allocateRound(delivery, occasion, idOf(c));
      return done.ok ? sendJson(c, done.value) : refuse(c, deliveryRefusal(done.error));
    },
  );
}

/** Rounds of measures: seen by everybody, configured and run by the offices that they belong to. */
export function addProgrammeEndpoints(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  addReading(app, dependencies);
  addChecking(app, dependencies);
  addDrafting(app, dependencies);
  addPublishing(app, dependencies);
  addPreview(app, dependencies);
  addRunning(app, dependencies);
}
