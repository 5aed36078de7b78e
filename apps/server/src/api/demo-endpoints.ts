import type { OpenAPIHono } from '@hono/zod-openapi';
import { moveDueCases } from '@luodi/delivery';
import { Temporal } from '@luodi/kernel';
import { advanceRequest, advanceResponse } from '../contract/index.ts';
import { refuse } from '../errors/refusal.ts';
import { sendJson } from './json-answer.ts';
import { addOfficeEndpoint } from './office-endpoint.ts';
import type { DeliveryDependencies } from './programme-endpoints.ts';
import { readBody } from './request-body.ts';

/** What only a demonstration has: days that pass at once. */
export function addDemoEndpoints(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'post',
      path: '/api/demo/days',
      tag: 'Demonstration',
      summary: '演示：让时间走到某一天 · Let deadlines pass',
      description: 'Holds the deadlines of all cases against a day to come.',
      roles: ['enterprise', 'officer', 'finance', 'auditor', 'administrator'],
      body: advanceRequest,
      answer: { kind: 'json', description: 'What moved', schema: advanceResponse },
      refusals: ['bad_json', 'invalid_request'],
    },
    async (c) => {
      const body = await readBody(c, advanceRequest);
      if (!body.ok) return refuse(c, body.error);
      const day = Temporal.PlainDate.from(body.value.day);
      const { moved, failed } = await moveDueCases(delivery, c.get('at'), day);
      return sendJson(c, {
        moved,
        failed: failed.map(({ case: id, fault }) => ({ case: id, code: fault.code })),
      });
    },
  );
}
