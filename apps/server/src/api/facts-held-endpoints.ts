import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  enterpriseFile,
  openDisputes,
  raiseDispute,
  searchEnterprises,
  settleDispute,
  speaksFor,
} from '@luodi/delivery';
import type { FactContext, RaiseDisputeFault } from '@luodi/delivery';
import { z } from 'zod';
import {
  disputeRequest,
  disputeResponse,
  disputesResponse,
  enterpriseFileResponse,
  enterprisesQuery,
  enterprisesResponse,
  factSourcesResponse,
  settleDisputeRequest,
  settleDisputeResponse,
} from '../contract/index.ts';
import type {
  DisputesResponse,
  EnterprisesResponse,
  FactSourcesResponse,
} from '../contract/index.ts';
import { detail, refusal, refuse } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { disputeJson, fileJson } from '../facts/held-json.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import { readBody } from './request-body.ts';
import { readQuery } from './request-query.ts';

const tag = 'Facts held';
const mostFound = 50;
const params = z.object({ id: z.string() });
const bodyRefusals = ['bad_json', 'invalid_request', 'unsupported_media_type'] as const;

function addSearch(app: OpenAPIHono, facts: FactContext): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/enterprises',
      tag,
      summary: '查找企业 · Find enterprises',
      description:
        'By a part of the name or the beginning of the credit code; of the own district.',
      roles: ['officer', 'finance', 'auditor'],
      query: enterprisesQuery,
      answer: { kind: 'json', description: 'By name', schema: enterprisesResponse },
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, enterprisesQuery);
      if (!query.ok) return refuse(c, query.error);
      const found = await searchEnterprises(facts, actor, query.value.search ?? '', mostFound);
      const answer: EnterprisesResponse = {
        enterprises: found.map(({ creditCode = null, district = null, ...rest }) => ({
          ...rest,
          creditCode,
          district,
        })),
      };
      return sendJson(c, answer);
    },
  );
}

function addFile(app: OpenAPIHono, facts: FactContext): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/enterprises/{id}/facts',
      tag,
      summary: '企业档案 · Everything held about an enterprise',
      description:
        'Each value with its source and date; where sources disagree, which prevails and why; what is disputed.',
      roles: ['enterprise', 'officer', 'finance', 'expert', 'auditor'],
      params,
      answer: { kind: 'json', description: 'Facts by label', schema: enterpriseFileResponse },
      refusals: ['unknown_enterprise'],
    },
    async (c, actor) => {
      const file = await enterpriseFile(facts, actor, c.req.param('id') ?? '', c.get('at'));
      return file === undefined
        ? refuse(c, refusal('unknown_enterprise'))
        : sendJson(c, fileJson(file, facts.rules, actor));
    },
  );
}

function addSources(app: OpenAPIHono, { rules }: FactContext): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/fact-sources',
      tag,
      summary: '事实的来源 · Sources of facts, the most trusted first',
      roles: ['enterprise', 'officer', 'finance', 'auditor'],
      answer: { kind: 'json', description: 'In the general order', schema: factSourcesResponse },
      refusals: [],
    },
    (c, actor) => {
      const { sources, order } = rules.sources;
      const answer: FactSourcesResponse = {
        sources: order.flatMap((id) => {
          const source = sources.get(id);
          if (source === undefined) return [];
          const { name, selfReported } = source;
          const yours = actor.role === 'officer' && speaksFor(source, actor.organisation);
          return [{ id, name: { ...name }, selfReported, yours }];
        }),
      };
      return sendJson(c, answer);
    },
  );
}

function raiseRefusal(fault: RaiseDisputeFault): Refusal {
  if (fault.code !== 'claim_unreadable') return refusal(fault.code);
  const { key, code, message, hint } = fault.fault;
  return refusal('claim_unreadable', detail(key, code, message, hint));
}

function addOpenDisputes(app: OpenAPIHono, facts: FactContext): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/disputes',
      tag,
      summary: '待答复的异议 · Disputes that are open',
      roles: ['enterprise', 'officer', 'auditor'],
      answer: { kind: 'json', description: 'The oldest first', schema: disputesResponse },
      refusals: [],
    },
    async (c, actor) => {
      const open = await openDisputes(facts, actor);
      const answer: DisputesResponse = {
        disputes: open.map((dispute) => disputeJson(dispute, facts.rules, actor)),
      };
      return sendJson(c, answer);
    },
  );
}

function addDispute(app: OpenAPIHono, facts: FactContext): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/disputes',
      tag,
      summary: '提出异议 · Dispute a value',
      description: 'The value still counts until the body that it is from has answered.',
      roles: ['enterprise'],
      body: disputeRequest,
      answer: { kind: 'json', description: 'The dispute', schema: disputeResponse },
      refusals: [
        ...bodyRefusals,
        'unknown_record',
        'withdrawn_already',
        'disputed_already',
        'own_statement',
        'claim_unreadable',
        'claim_of_list',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, disputeRequest);
      if (!body.ok) return refuse(c, body.error);
      const { record, claimed, words } = body.value;
      const input = { record: BigInt(record), claimed, words };
      const raised = await raiseDispute(facts, { ...occasion, input });
      return raised.ok ? sendJson(c, raised.value) : refuse(c, raiseRefusal(raised.error));
    },
  );
}

function addSettlement(app: OpenAPIHono, facts: FactContext): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/disputes/{id}/settle',
      tag,
      summary: '答复异议 · Settle a dispute',
      description:
        'Upheld: the value is withdrawn and what the enterprise claims is recorded as the source’s. Else the value stands with the answer.',
      roles: ['officer'],
      params,
      body: settleDisputeRequest,
      answer: { kind: 'json', description: 'How it was settled', schema: settleDisputeResponse },
      refusals: [...bodyRefusals, 'unknown_dispute', 'not_your_source', 'settled_already'],
    },
    async (c, occasion) => {
      const body = await readBody(c, settleDisputeRequest);
      if (!body.ok) return refuse(c, body.error);
      const input = { dispute: c.req.param('id') ?? '', ...body.value };
      const settled = await settleDispute(facts, { ...occasion, input });
      return settled.ok ? sendJson(c, settled.value) : refuse(c, refusal(settled.error.code));
    },
  );
}

/** What is held about enterprises, who may see it, and what they say against it. */
export function addFactsHeldEndpoints(app: OpenAPIHono, facts: FactContext): void {
  addSearch(app, facts);
  addFile(app, facts);
  addSources(app, facts);
  addOpenDisputes(app, facts);
  addDispute(app, facts);
  addSettlement(app, facts);
}
