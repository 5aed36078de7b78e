import type { OpenAPIHono } from '@hono/zod-openapi';
import { enterpriseMoney, listPools, orderAgain, subjectMoney } from '@luodi/delivery';
import type { Ledger } from '@luodi/delivery';
import { readAs } from '@luodi/platform';
import type { Actor } from '@luodi/platform';
import { z } from 'zod';
import {
  caseMoneyResponse,
  newAccountRequest,
  orderAgainResponse,
  ownMoneyResponse,
} from '../contract/index.ts';
import type { CaseMoneyResponse } from '../contract/index.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { clauseJson } from '../money/clause-json.ts';
import { holderNames } from '../money/money-json.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import type { DeliveryDependencies } from './programme-endpoints.ts';
import { readBody } from './request-body.ts';

const tag = 'Money';
const params = z.object({ id: z.string() });

/** The programme of a case that the actor may see. */
async function ruleOf(ledger: Ledger, id: string) {
  return ledger
    .selectFrom('delivery_case as c')
    .innerJoin('programme as g', 'g.id', 'c.programme')
    .select(['g.measure', 'g.content_version as contentVersion', 'c.enterprise'])
    .where('c.id', '=', id)
    .executeTakeFirst();
}

type Payment = CaseMoneyResponse['payments'][number];

/** The last payment, where it came back and nothing was ordered in its place. */
function lastReturned(payments: readonly Payment[], approved: bigint): string | null {
  const last = payments.at(-1);
  if (last === undefined || approved === 0n) return null;
  return last.state === 'returned' || last.state === 'cancelled' ? last.id : null;
}

async function caseMoneyJson(
  ledger: Ledger,
  actor: Actor,
  id: string,
  enterprise: string,
): Promise<Omit<CaseMoneyResponse, 'clause'>> {
  const { held, events, payments: shown } = await subjectMoney(ledger, id);
  const nameOf = await holderNames(ledger);
  const pools = new Map((await listPools(ledger)).map((pool) => [pool.id, pool]));
  const payments = shown.map((payment) => ({
    ...payment,
    fen: payment.fen.toString(),
    orderedAt: payment.orderedAt.toISOString(),
    settledAt: payment.settledAt?.toISOString() ?? null,
  }));
  const approved = held.reduce((sum, share) => sum + share.approved, 0n);
  return {
    shares: held.map(({ pool, year, holder, reserved, approved, ordered, spent }) => ({
      pool,
      poolName: pools.get(pool)?.name ?? pool,
      poolNameEn: pools.get(pool)?.nameEn ?? pool,
      year,
      holder,
      holderName: nameOf(holder).zh,
      holderNameEn: nameOf(holder).en,
      reserved: reserved.toString(),
      approved: approved.toString(),
      ordered: ordered.toString(),
      spent: spent.toString(),
    })),
    movements: events.map(({ entry, at, kind, words, fen }) => ({
      entry: entry.toString(),
      at: at.toISOString(),
      kind,
      words,
      fen: fen.toString(),
    })),
    payments,
    cameBack: actor.organisation === enterprise ? lastReturned(payments, approved) : null,
  };
}

function addCaseMoney(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/cases/{id}/money',
      tag,
      summary: '一个办件的资金 · The money of a case, down to the clause',
      roles: ['enterprise', 'officer', 'finance', 'auditor'],
      params,
      answer: {
        kind: 'json',
        description: 'Shares, movements, payments',
        schema: caseMoneyResponse,
      },
      refusals: ['case_unknown'],
    },
    async (c, actor) => {
      const id = c.req.param('id') ?? '';
      const found = await readAs(delivery.queries, actor, async (ledger) => {
        const rule = await ruleOf(ledger, id);
        if (rule === undefined) return undefined;
        return { rule, money: await caseMoneyJson(ledger, actor, id, rule.enterprise) };
      });
      if (found === undefined) return refuse(c, refusal('case_unknown'));
      const { content } = await delivery.rulesOf(found.rule.contentVersion, delivery.queries);
      return sendJson(c, { clause: clauseJson(found.rule.measure, content), ...found.money });
    },
  );
}

function addOwnMoney(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/money/own',
      tag,
      summary: '我的钱 · What one’s enterprise was granted and paid',
      roles: ['enterprise'],
      answer: { kind: 'json', description: 'Case by case', schema: ownMoneyResponse },
      refusals: [],
    },
    async (c, actor) => {
      const own = await readAs(delivery.queries, actor, (ledger) =>
        enterpriseMoney(ledger, actor.organisation),
      );
      const sum = (of: (each: (typeof own)[number]) => bigint) =>
        own.reduce((total, each) => total + of(each), 0n).toString();
      const cases = [];
      for (const { contentVersion, measure, paidAt, approved, ordered, paid, ...each } of own) {
        const { content } = await delivery.rulesOf(contentVersion, delivery.queries);
        cases.push({
          ...each,
          approved: approved.toString(),
          ordered: ordered.toString(),
          paid: paid.toString(),
          paidAt: paidAt?.toISOString() ?? null,
          clause: clauseJson(measure, content),
        });
      }
      return sendJson(c, {
        approved: sum(({ approved }) => approved),
        ordered: sum(({ ordered }) => ordered),
        paid: sum(({ paid }) => paid),
        cases,
      });
    },
  );
}

function addNewAccount(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: '/api/cases/{id}/account',
      tag,
      summary: '退回后更改收款账户 · Name another account for a payment that came back',
      description: 'The payment is ordered anew to it.',
      roles: ['enterprise'],
      params,
      body: newAccountRequest,
      answer: { kind: 'json', description: 'The new payment', schema: orderAgainResponse },
      refusals: [
        'bad_json',
        'invalid_request',
        'case_unknown',
        'payment_unknown',
        'payment_live',
        'account_invalid',
        'account_not_yours',
        'not_your_money',
        'not_held',
        'account_missing',
        'budget_exhausted',
        'balance_too_small',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, newAccountRequest);
      if (!body.ok) return refuse(c, body.error);
      const { payment, account } = body.value;
      const { actor } = occasion;
      const found = await readAs(delivery.queries, actor, (ledger) =>
        ledger
          .selectFrom('payment')
          .select(['payer', 'enterprise'])
          .where('id', '=', payment)
          .where('delivery_case', '=', c.req.param('id') ?? '')
          .executeTakeFirst(),
      );
      if (found === undefined) return refuse(c, refusal('payment_unknown'));
      const input = { payment, ...found, account, words: '企业更改收款账户' };
      const done = await orderAgain(delivery.queries, { ...occasion, input });
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
}

/** Money as an enterprise and the page of a case show it. */
export function addCaseMoneyEndpoints(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  addCaseMoney(app, dependencies);
  addOwnMoney(app, dependencies);
  addNewAccount(app, dependencies);
}
