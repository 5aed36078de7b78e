import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  budgetState,
  grantBudget,
  listBatches,
  listPayers,
  listPools,
  monthEnd,
  namesOfHolders,
  openClaims,
  openPool,
  previewBatch,
  reconciliation,
  settleClaim,
  trialBalance,
} from '@luodi/delivery';
import type { Ledger } from '@luodi/delivery';
import { Temporal } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import type { Actor, Database } from '@luodi/platform';
import {
  budgetRequest,
  moneyResponse,
  monthQuery,
  monthResponse,
  movedResponse,
  payerQuery,
  payerResponse,
  poolRequest,
  poolResponse,
  settlementRequest,
  settlementResponse,
  trialBalanceResponse,
} from '../contract/index.ts';
import type { MoneyResponse, PayerResponse } from '../contract/index.ts';
import { detail, refusal, refuse } from '../errors/refusal.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import { readBody } from './request-body.ts';
import { readQuery } from './request-query.ts';

const tag = 'Money';
const readers = ['finance', 'auditor'] as const;
const finance = ['finance'] as const;
const bodyRefusals = ['bad_json', 'invalid_request', 'not_your_money'] as const;

async function moneyJson(ledger: Ledger, { district }: Actor): Promise<MoneyResponse> {
  const names = await namesOfHolders(ledger);
  const nameOf = (id: string) => names.get(id) ?? { zh: id, en: id };
  const pools: MoneyResponse['pools'] = [];
  for (const pool of await listPools(ledger)) {
    const budgets = await budgetState(ledger, pool.id);
    pools.push({
      ...pool,
      budgets: budgets.map((budget) => ({
        year: budget.year,
        holder: budget.holder,
        holderName: nameOf(budget.holder).zh,
        holderNameEn: nameOf(budget.holder).en,
        appropriated: budget.appropriated.toString(),
        available: budget.available.toString(),
        reserved: budget.reserved.toString(),
        approved: budget.approved.toString(),
        ordered: budget.ordered.toString(),
        spent: budget.spent.toString(),
      })),
    });
  }
  const payers = await listPayers(ledger, district);
  return {
    payers: payers.map((payer) => ({ ...payer })),
    pools,
    claims: (await openClaims(ledger)).map((claim) => ({
      ...claim,
      creditorName: nameOf(claim.creditor).zh,
      debtorName: nameOf(claim.debtor).zh,
      fen: claim.fen.toString(),
    })),
  };
}

/** So many payments are put into one batch at most. */
const largestBatch = 100_000;

async function payerJson(ledger: Ledger, payer: string): Promise<PayerResponse> {
  const ready = await previewBatch(ledger, { payer, limit: largestBatch });
  const { unmatched } = await reconciliation(ledger, payer);
  return {
    ready: { payments: ready.payments, fen: ready.fen.toString() },
    batches: (await listBatches(ledger, payer)).map(({ fen, createdAt, sentAt, ...batch }) => ({
      ...batch,
      fen: fen.toString(),
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    })),
    unmatched: unmatched.map(({ reference, fen, outcome, reason, valueDate, because }) => ({
      reference,
      fen: fen.toString(),
      outcome,
      reason,
      valueDate,
      because,
    })),
  };
}

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
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, payerQuery);
      if (!query.ok) return refuse(c, query.error);
      const { payer } = query.value;
      return sendJson(c, await readAs(queries, actor, (ledger) => payerJson(ledger, payer)));
    },
  );
}

function addReports(app: OpenAPIHono, { queries }: Database): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/money/trial-balance',
      tag,
      summary: '试算平衡 · The trial balance, reckoned anew',
      roles: readers,
      answer: { kind: 'json', description: 'Zero in each layer', schema: trialBalanceResponse },
      refusals: [],
    },
    async (c, actor) => {
      const balance = await readAs(queries, actor, trialBalance);
      return sendJson(c, {
        whole: balance.whole,
        budgetFen: balance.layers.budget.toString(),
        cashFen: balance.layers.cash.toString(),
        differences: balance.balances.length + balance.allotments.length,
      });
    },
  );
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/money/month',
      tag,
      summary: '月报 · The report of a month',
      roles: readers,
      query: monthQuery,
      answer: { kind: 'json', description: 'Every account of a pool', schema: monthResponse },
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, monthQuery);
      if (!query.ok) return refuse(c, query.error);
      const month = Temporal.PlainYearMonth.from(query.value.month);
      const lines = await readAs(queries, actor, (ledger) =>
        monthEnd(ledger, query.value.pool, month),
      );
      return sendJson(c, {
        lines: lines.map(({ year, holder, purpose, counterparty, ...sums }) => ({
          year,
          holder,
          purpose,
          counterparty,
          opening: sums.opening.toString(),
          added: sums.added.toString(),
          taken: sums.taken.toString(),
          closing: sums.closing.toString(),
        })),
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
      const open = error.code === 'claim_exceeded' ? error.open.toString() : '';
      const words = { zh: open, en: open };
      return refuse(c, refusal(error.code, ...(open === '' ? [] : [detail('open', '', words)])));
    },
  );
}

/** Budgets, claims and reports of the ledger. */
export function addMoneyEndpoints(app: OpenAPIHono, database: Database): void {
  addOverview(app, database);
  addReports(app, database);
  addBudgets(app, database);
  addSettlement(app, database);
}
