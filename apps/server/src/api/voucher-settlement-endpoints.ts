import { dayOf } from '@luodi/kernel';
import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  closeVoucherPool,
  expireVouchers,
  listVoucherPools,
  settleProvider,
} from '@luodi/delivery';
import { readAs } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { z } from 'zod';
import {
  expiryOutcome,
  expiryRequest,
  poolClosingRequest,
  providerSettlementOutcome,
  providerSettlementRequest,
} from '../contract/index.ts';
import { wordDetail } from '../delivery/sum-detail.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint } from './office-endpoint.ts';
import type { CommandOccasion } from './office-endpoint.ts';
import { readBody } from './request-body.ts';

const tag = 'Vouchers';
const one = '/api/voucher-pools/{id}';
const params = z.object({ id: z.string() });
const finance = ['finance'] as const;
const usual = [
  'bad_json',
  'invalid_request',
  'not_your_money',
  'voucher_pool_unknown',
  'not_held',
  'account_missing',
  'balance_too_small',
] as const;

/** The body that pays for a pool; `undefined`: there is no such pool. */
async function payerOf(
  { queries }: Database,
  { actor, at }: CommandOccasion,
  id: string,
): Promise<string | undefined> {
  const today = dayOf(at).toString();
  const pools = await readAs(queries, actor, (ledger) => listVoucherPools(ledger, actor, today));
  return pools.find((pool) => pool.id === id)?.payer;
}

function addEnding(app: OpenAPIHono, database: Database): void {
  const { queries } = database;
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${one}/expire`,
      tag,
      summary: '收回过期的券 · Vouchers past their last day expire',
      description: 'What was left on them is available again.',
      roles: finance,
      params,
      body: expiryRequest,
      answer: { kind: 'json', description: 'How many, over how much', schema: expiryOutcome },
      refusals: usual,
    },
    async (c, occasion) => {
      const voucherPool = c.req.param('id') ?? '';
      const payer = await payerOf(database, occasion, voucherPool);
      if (payer === undefined) return refuse(c, refusal('voucher_pool_unknown'));
      const done = await expireVouchers(queries, { ...occasion, input: { voucherPool, payer } });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${one}/close`,
      tag,
      summary: '停止发券 · No more vouchers are given from a pool',
      description:
        'Vouchers that are still valid stay so; what is past its last day is available again.',
      roles: finance,
      params,
      body: poolClosingRequest,
      answer: { kind: 'json', description: 'What came back at once', schema: expiryOutcome },
      refusals: [...usual, 'voucher_pool_closed'],
    },
    async (c, occasion) => {
      const body = await readBody(c, poolClosingRequest);
      if (!body.ok) return refuse(c, body.error);
      const voucherPool = c.req.param('id') ?? '';
      const payer = await payerOf(database, occasion, voucherPool);
      if (payer === undefined) return refuse(c, refusal('voucher_pool_unknown'));
      const input = { ...body.value, voucherPool, payer };
      const done = await closeVoucherPool(queries, { ...occasion, input });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
}

function addSettling(app: OpenAPIHono, database: Database): void {
  const { queries } = database;
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${one}/settlements`,
      tag,
      summary: '与服务机构结算 · Order the payment of a provider',
      roles: finance,
      params,
      body: providerSettlementRequest,
      answer: { kind: 'json', description: 'The payment', schema: providerSettlementOutcome },
      refusals: [...usual, 'account_invalid', 'nothing_to_pay'],
    },
    async (c, occasion) => {
      const body = await readBody(c, providerSettlementRequest);
      if (!body.ok) return refuse(c, body.error);
      const voucherPool = c.req.param('id') ?? '';
      const payer = await payerOf(database, occasion, voucherPool);
      if (payer === undefined) return refuse(c, refusal('voucher_pool_unknown'));
      const input = { ...body.value, voucherPool, payer };
      const done = await settleProvider(queries, { ...occasion, input });
      if (done.ok) return sendJson(c, done.value);
      const { error } = done;
      return error.code === 'account_invalid'
        ? refuse(c, refusal(error.code, wordDetail('account', error.field)))
        : refuse(c, refusal(error.code));
    },
  );
}

/** What ends vouchers: their last day, the close of their pool, and the payment of those who took them. */
export function addVoucherSettlementEndpoints(app: OpenAPIHono, database: Database): void {
  addEnding(app, database);
  addSettling(app, database);
}
