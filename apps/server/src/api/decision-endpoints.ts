import type { OpenAPIHono } from '@hono/zod-openapi';
import { decisionSchema, verifyDecision, viewCase } from '@luodi/delivery';
import type { DecisionFinding } from '@luodi/delivery';
import { z } from 'zod';
import { rulesNamed, rulesRefusals } from '../content/rules-unavailable.ts';
import { decisionFinding } from '../contract/index.ts';
import type { DecisionFindingJson } from '../contract/index.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson } from './json-answer.ts';
import { addOfficeEndpoint } from './office-endpoint.ts';
import type { DeliveryDependencies } from './programme-endpoints.ts';
import { readBody } from './request-body.ts';

const tag = 'Decisions';

function findingJson(finding: DecisionFinding): DecisionFindingJson {
  const parts = finding.kind === 'differs' ? [...finding.parts] : [];
  return { kind: finding.kind, parts };
}

/** Decisions as files that anybody can check, and the checking itself. */
export function addDecisionEndpoints(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/cases/{id}/decision',
      tag,
      summary: '决定文件 · The decision as a file',
      description: 'Facts, rules’ version, both dates, reasoning: enough to reach it again.',
      roles: ['enterprise', 'officer', 'finance', 'auditor'],
      params: z.object({ id: z.string() }),
      answer: { kind: 'file', description: 'JSON', mediaType: 'application/json' },
      refusals: ['case_unknown'],
    },
    async (c, actor) => {
      const view = await viewCase(delivery, actor, c.req.param('id') ?? '', c.get('at'));
      if (view?.decision === undefined) return refuse(c, refusal('case_unknown'));
      c.header('content-disposition', `attachment; filename="${view.each.id}.decision.json"`);
      c.header('cache-control', 'no-store');
      c.header('content-type', 'application/json; charset=utf-8');
      return c.body(JSON.stringify(view.decision, null, 2));
    },
  );
  addEndpoint(
    app,
    {
      method: 'post',
      path: '/api/decisions/verify',
      tag,
      summary: '核对决定 · Reach a decision again',
      description:
        'Takes a decision file; keeps nothing. `luodi verify decision` does the same offline.',
      body: decisionSchema,
      answer: { kind: 'json', description: 'What was found', schema: decisionFinding },
      refusals: ['bad_json', 'invalid_request', ...rulesRefusals],
    },
    async (c) => {
      const body = await readBody(c, decisionSchema);
      if (!body.ok) return refuse(c, body.error);
      const { contentVersion } = body.value;
      const rules = await rulesNamed(delivery, contentVersion);
      if (!rules.ok) return refuse(c, rules.error);
      return sendJson(c, findingJson(verifyDecision(body.value, rules.value)));
    },
  );
}
