import type { OpenAPIHono } from '@hono/zod-openapi';
import { monthEnd, monthOfProgrammes, trialBalance } from '@luodi/delivery';
import type { Ledger, MonthLine } from '@luodi/delivery';
import { Temporal } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import type { z } from 'zod';
import { monthQuery, monthResponse, trialBalanceResponse } from '../contract/index.ts';
import type { MonthResponse } from '../contract/index.ts';
import { refuse } from '../errors/refusal.ts';
import { holderNames } from '../money/money-json.ts';
import { monthWorkbook } from '../money/month-workbook.ts';
import { workbookType } from './export-endpoint.ts';
import { sendJson } from './json-answer.ts';
import { addOfficeEndpoint } from './office-endpoint.ts';
import { readQuery } from './request-query.ts';

const tag = 'Money';
const readers = ['finance', 'auditor'] as const;

/** Accounts of the other side of the ledger: what they hold is kept below zero and read above it. */
const otherSide: ReadonlySet<string> = new Set([
  'appropriation',
  'treasury',
  'payable',
  'recovery_due',
  'interest',
]);

/** The sums of an account as a person reads them. */
function readableSums({ purpose, opening, added, taken, closing }: MonthLine) {
  return otherSide.has(purpose)
    ? { opening: -opening, added: taken, taken: added, closing: -closing }
    : { opening, added, taken, closing };
}

async function monthJson(
  ledger: Ledger,
  { pool, month }: z.infer<typeof monthQuery>,
): Promise<MonthResponse> {
  const when = Temporal.PlainYearMonth.from(month);
  const lines = await monthEnd(ledger, pool, when);
  const others = [...new Set(lines.map(({ counterparty }) => counterparty))];
  const nameOf = await holderNames(ledger, others);
  const programmes = await monthOfProgrammes(ledger, pool, when);
  return {
    lines: lines.map((line) => {
      const { year, holder, purpose, counterparty } = line;
      const sums = readableSums(line);
      return {
        year,
        holder,
        holderName: nameOf(holder).zh,
        holderNameEn: nameOf(holder).en,
        purpose,
        counterparty,
        counterpartyName: nameOf(counterparty).zh,
        counterpartyNameEn: nameOf(counterparty).en,
        opening: sums.opening.toString(),
        added: sums.added.toString(),
        taken: sums.taken.toString(),
        closing: sums.closing.toString(),
      };
    }),
    programmes: programmes.map(({ approved, ordered, paid, returned, ...programme }) => ({
      ...programme,
      approved: approved.toString(),
      ordered: ordered.toString(),
      paid: paid.toString(),
      returned: returned.toString(),
    })),
  };
}

function addTrialBalance(app: OpenAPIHono, { queries }: Database): void {
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
      const { whole, layers, balances, allotments } = await readAs(queries, actor, trialBalance);
      return sendJson(c, {
        whole,
        budgetFen: layers.budget.toString(),
        cashFen: layers.cash.toString(),
        differences: [...balances, ...allotments].map(({ account, kept, reckoned }) => ({
          ...account,
          kept: kept.toString(),
          reckoned: reckoned.toString(),
        })),
      });
    },
  );
}

function addMonth(app: OpenAPIHono, { queries }: Database): void {
  const asked = { method: 'get', tag, roles: readers, query: monthQuery } as const;
  addOfficeEndpoint(
    app,
    {
      ...asked,
      path: '/api/money/month',
      summary: '月报 · The report of a month',
      answer: {
        kind: 'json',
        description: 'Every account of a pool, every programme',
        schema: monthResponse,
      },
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, monthQuery);
      if (!query.ok) return refuse(c, query.error);
      return sendJson(c, await readAs(queries, actor, (ledger) => monthJson(ledger, query.value)));
    },
  );
  addOfficeEndpoint(
    app,
    {
      ...asked,
      path: '/api/money/month/xlsx',
      summary: '月报（Excel） · The report of a month as a workbook',
      answer: { kind: 'file', description: 'Excel', mediaType: workbookType },
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, monthQuery);
      if (!query.ok) return refuse(c, query.error);
      const { month } = query.value;
      const report = await readAs(queries, actor, (ledger) => monthJson(ledger, query.value));
      const bytes = await monthWorkbook(report);
      c.header('content-type', workbookType);
      c.header('content-disposition', `attachment; filename="luodi-money-${month}.xlsx"`);
      c.header('cache-control', 'no-store');
      return c.body(bytes);
    },
  );
}

/** What the ledger says of itself. */
export function addMoneyReportEndpoints(app: OpenAPIHono, database: Database): void {
  addTrialBalance(app, database);
  addMonth(app, database);
}
