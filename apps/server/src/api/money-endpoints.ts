import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  carryBudgetOver,
  grantBudget,
  lapseBudget,
  listHoldings,
  listPaymentLines,
  mayHandleMoneyOf,
  openPool,
  settleClaim,
} from '@luodi/delivery';
import type { Ledger, PaymentChoice } from '@luodi/delivery';
import { formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import type { Actor, Database } from '@luodi/platform';
import type { z } from 'zod';
import {
  budgetRequest,
  holdingsQuery,
  holdingsResponse,
  leftRequest,
  linesQuery,
  linesResponse,
  moneyResponse,
  movedResponse,
  payerQuery,
  payerResponse,
  poolRequest,
  poolResponse,
  settlementRequest,
  settlementResponse,
} from '../contract/index.ts';
import { detail, refusal, refuse } from '../errors/refusal.ts';
import { holderNames, linesJson, moneyJson, payerJson } from '../money/money-json.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import { readBody } from './request-body.ts';
import { readQuery } from './request-query.ts';

const tag = 'Money';
const readers = ['finance', 'auditor'] as const;
const finance = ['finance'] as const;
const bodyRefusals = ['bad_json', 'invalid_request', 'not_your_money'] as const;

/** So many lines are shown at once; the sum is of all. */
const shownLines = 200;

function addOverview(app: OpenAPIHono, { queries }: Database): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/money',
      tag,
      summary: '资金总览 · How money stands',
      roles: readers,
      answer: { kind: 'json', description: 'Pools, budgets, claims', schema: moneyResponse },
      refusals: [],
    },
    async (c, actor) =>
      sendJson(c, await readAs(queries, actor, (ledger) => moneyJson(ledger, actor))),
  );
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/money/payer',
      tag,
      summary: '一个付款人的款项 · What a payer has to do',
      roles: readers,
      query: payerQuery,
      answer: {
        kind: 'json',
        description: 'Payments to batch, batches, receipts that fit nothing',
        schema: payerResponse,
      },
      refusals: ['invalid_query', 'not_your_money'],
    },
    async (c, actor) => {
      const query = readQuery(c, payerQuery);
      if (!query.ok) return refuse(c, query.error);
      const { payer } = query.value;
      const found = await readAs(queries, actor, async (ledger) =>
        (await sees(ledger, actor, payer)) ? payerJson(ledger, payer, actor) : undefined,
      );
      return found === undefined ? refuse(c, refusal('not_your_money')) : sendJson(c, found);
    },
  );
}

/** Auditors see what every payer does, finance what is theirs. */
async function sees(ledger: Ledger, actor: Actor, payer: string): Promise<boolean> {
  return actor.role === 'auditor' || mayHandleMoneyOf(ledger, actor, payer);
}

function choiceOf({ payer, batch, returned }: z.infer<typeof linesQuery>): PaymentChoice {
  if (batch !== undefined) return { kind: 'batch', payer, batch };
  return { kind: returned === undefined ? 'waiting' : 'returned', payer };
}

function addLines(app: OpenAPIHono, { queries }: Database): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/money/payments',
      tag,
      summary: '付款明细 · Payments of a payer',
      description:
        'Those that wait for a batch; with `batch` those in it; with `returned` those that came back.',
      roles: readers,
      query: linesQuery,
      answer: { kind: 'json', description: 'Accounts are masked', schema: linesResponse },
      refusals: ['invalid_query', 'not_your_money'],
    },
    async (c, actor) => {
      const query = readQuery(c, linesQuery);
      if (!query.ok) return refuse(c, query.error);
      const choice = choiceOf(query.value);
      const found = await readAs(queries, actor, async (ledger) =>
        (await sees(ledger, actor, choice.payer))
          ? linesJson(await listPaymentLines(ledger, choice, shownLines))
          : undefined,
      );
      return found === undefined ? refuse(c, refusal('not_your_money')) : sendJson(c, found);
    },
  );
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/money/holdings',
      tag,
      summary: '一笔预算由谁占用 · Which cases a sum of a budget is made of',
      roles: readers,
      query: holdingsQuery,
      answer: { kind: 'json', description: 'The greatest first', schema: holdingsResponse },
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, holdingsQuery);
      if (!query.ok) return refuse(c, query.error);
      const { held, holder } = await readAs(queries, actor, async (ledger) => ({
        held: await listHoldings(ledger, query.value, shownLines),
        holder: (await holderNames(ledger))(query.value.holder),
      }));
      const { lines, subjects, fen } = held;
      return sendJson(c, {
        holderName: holder.zh,
        holderNameEn: holder.en,
        subjects,
        fen: fen.toString(),
        lines: lines.map((line) => ({ ...line, fen: line.fen.toString() })),
      });
    },
  );
}

function addBudgets(app: OpenAPIHono, { queries }: Database): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/money/pools',
      tag,
      summary: '建立资金池 · Open a pool',
      roles: finance,
      body: poolRequest,
      answer: { kind: 'json', description: 'The pool', schema: poolResponse },
      refusals: [...bodyRefusals, 'pool_exists'],
    },
    async (c, occasion) => {
      const body = await readBody(c, poolRequest);
      if (!body.ok) return refuse(c, body.error);
      const input = { ...body.value, rollingUntil: body.value.rollingUntil };
      const done = await openPool(queries, { ...occasion, input });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/money/budgets',
      tag,
      summary: '安排或追加预算 · Grant a budget',
      roles: finance,
      body: budgetRequest,
      answer: { kind: 'json', description: 'What was granted', schema: movedResponse },
      refusals: [...bodyRefusals, 'pool_unknown', 'account_missing'],
    },
    async (c, occasion) => {
      const body = await readBody(c, budgetRequest);
      if (!body.ok) return refuse(c, body.error);
      const input = { ...body.value, fen: BigInt(body.value.fen) };
      const done = await grantBudget(queries, { ...occasion, input });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
}

/** What is left of a budget at the end of its year: it lapses, or goes into the next where the pool rolls. */
function addYearEnd(app: OpenAPIHono, { queries }: Database): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/money/lapses',
      tag,
      summary: '结余收回 · Let what is left lapse',
      roles: finance,
      body: leftRequest,
      answer: { kind: 'json', description: 'What lapsed', schema: movedResponse },
      refusals: [...bodyRefusals, 'pool_unknown', 'account_missing'],
    },
    async (c, occasion) => {
      const body = await readBody(c, leftRequest);
      if (!body.ok) return refuse(c, body.error);
      const done = await lapseBudget(queries, { ...occasion, input: body.value });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/money/carry-overs',
      tag,
      summary: '结余结转下年 · Carry what is left into the next year',
      roles: finance,
      body: leftRequest,
      answer: { kind: 'json', description: 'What was carried over', schema: movedResponse },
      refusals: [...bodyRefusals, 'pool_unknown', 'account_missing', 'not_rolling'],
    },
    async (c, occasion) => {
      const body = await readBody(c, leftRequest);
      if (!body.ok) return refuse(c, body.error);
      const done = await carryBudgetOver(queries, { ...occasion, input: body.value });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
}

function addSettlement(app: OpenAPIHono, { queries }: Database): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/money/settlements',
      tag,
      summary: '清算 · Settle what was advanced',
      roles: finance,
      body: settlementRequest,
      answer: { kind: 'json', description: 'Settled, and still open', schema: settlementResponse },
      refusals: [...bodyRefusals, 'claim_exceeded', 'account_missing', 'balance_too_small'],
    },
    async (c, occasion) => {
      const body = await readBody(c, settlementRequest);
      if (!body.ok) return refuse(c, body.error);
      const input = { ...body.value, fen: BigInt(body.value.fen) };
      const done = await settleClaim(queries, { ...occasion, input });
      if (done.ok) return sendJson(c, done.value);
      const { error } = done;
      if (error.code !== 'claim_exceeded') return refuse(c, refusal(error.code));
      const open = rational(error.open);
      const words = { zh: `尚欠 ${formatMoneyZh(open)}`, en: `${formatMoneyEn(open)} is owed` };
      return refuse(c, refusal(error.code, detail('open', '', words)));
    },
  );
}

/** Budgets, payments and claims of the ledger. */
export function addMoneyEndpoints(app: OpenAPIHono, database: Database): void {
  addOverview(app, database);
  addLines(app, database);
  addYearEnd(app, database);
  addBudgets(app, database);
  addSettlement(app, database);
}
