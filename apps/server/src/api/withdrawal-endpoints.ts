import type { OpenAPIHono } from '@hono/zod-openapi';
import { cancelPayment, dissolveBatch, orderAgain } from '@luodi/delivery';
import { readAs } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { z } from 'zod';
import {
  cancelRequest,
  cancelResponse,
  dissolveRequest,
  dissolveResponse,
  orderAgainRequest,
  orderAgainResponse,
} from '../contract/index.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint } from './office-endpoint.ts';
import { readBody } from './request-body.ts';

const tag = 'Money';
const roles = ['finance'] as const;
const bodyRefusals = ['bad_json', 'invalid_request', 'not_your_money'] as const;
const ledgerRefusals = ['account_missing', 'budget_exhausted', 'balance_too_small'] as const;

function addTakingBack(app: OpenAPIHono, { queries }: Database): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/money/batches/{id}/dissolve',
      tag,
      summary: '拆开批次 · Take a batch apart that has not gone out',
      roles,
      params: z.object({ id: z.string() }),
      body: dissolveRequest,
      answer: { kind: 'json', description: 'The batch', schema: dissolveResponse },
      refusals: [...bodyRefusals, 'batch_unknown', 'batch_not_prepared'],
    },
    async (c, occasion) => {
      const body = await readBody(c, dissolveRequest);
      if (!body.ok) return refuse(c, body.error);
      const input = { batch: c.req.param('id') ?? '', ...body.value };
      const done = await dissolveBatch(queries, { ...occasion, input });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/money/cancellations',
      tag,
      summary: '取消一笔付款 · Cancel a payment that is in no batch',
      roles,
      body: cancelRequest,
      answer: { kind: 'json', description: 'The payment', schema: cancelResponse },
      refusals: [...bodyRefusals, ...ledgerRefusals, 'payment_unknown', 'payment_under_way'],
    },
    async (c, occasion) => {
      const body = await readBody(c, cancelRequest);
      if (!body.ok) return refuse(c, body.error);
      const done = await cancelPayment(queries, { ...occasion, input: body.value });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
}

function addOrderingAgain(app: OpenAPIHono, { queries }: Database): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/money/orders',
      tag,
      summary: '重新下达 · Order a payment anew that came back',
      description: 'To the account that the case names; only the enterprise may name another.',
      roles,
      body: orderAgainRequest,
      answer: { kind: 'json', description: 'The new payment', schema: orderAgainResponse },
      refusals: [
        ...bodyRefusals,
        ...ledgerRefusals,
        'payment_unknown',
        'payment_live',
        'case_unknown',
        'not_held',
        'account_invalid',
        'account_not_yours',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, orderAgainRequest);
      if (!body.ok) return refuse(c, body.error);
      const found = await readAs(queries, occasion.actor, (ledger) =>
        ledger
          .selectFrom('payment')
          .select('enterprise')
          .where('id', '=', body.value.payment)
          .executeTakeFirst(),
      );
      const input = {
        ...body.value,
        enterprise: found?.enterprise ?? '',
        account: undefined,
      };
      const done = await orderAgain(queries, { ...occasion, input });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
}

/** What finance takes back before it goes out, and sends again when it came back. */
export function addWithdrawalEndpoints(app: OpenAPIHono, database: Database): void {
  addTakingBack(app, database);
  addOrderingAgain(app, database);
}
