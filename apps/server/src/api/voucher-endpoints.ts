import { dayOf } from '@luodi/kernel';
import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  findVoucher,
  issueByRule,
  listProviders,
  listRedemptions,
  listServiceProviders,
  listVoucherPools,
  listVouchers,
  openPoolByRule,
  redeemVoucher,
  voucherTerms,
} from '@luodi/delivery';
import { readAs } from '@luodi/platform';
import { z } from 'zod';
import {
  redemptionOutcome,
  redemptionRequest,
  voucherOutcome,
  voucherPoolOutcome,
  voucherPoolRequest,
  voucherPoolsResponse,
  voucherRequest,
  voucherResponse,
  vouchersQuery,
  vouchersResponse,
  voucherTermsQuery,
  voucherTermsResponse,
} from '../contract/index.ts';
import { numberOfKey } from '../delivery/number-of-key.ts';
import { sumDetail, wordDetail } from '../delivery/sum-detail.ts';
import {
  redemptionJsonOf,
  voucherJsonOf,
  voucherPoolJsonOf,
  voucherRefusal,
} from '../delivery/voucher-json.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { placeJson } from '../library/place-json.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import type { DeliveryDependencies } from './programme-endpoints.ts';
import { readBody } from './request-body.ts';
import { readQuery } from './request-query.ts';

const tag = 'Vouchers';
const pools = '/api/voucher-pools';
const vouchers = '/api/vouchers';
const params = z.object({ id: z.string() });
const seers = ['enterprise', 'officer', 'finance', 'auditor'] as const;
const bodyRefusals = ['bad_json', 'invalid_request', 'not_your_money'] as const;

function addPools(app: OpenAPIHono, { delivery, content }: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: pools,
      tag,
      summary: '券池 · Pools of vouchers and their terms',
      description: 'With what was issued and redeemed as far as the one who asks may see it.',
      roles: seers,
      answer: { kind: 'json', description: 'The open ones first', schema: voucherPoolsResponse },
      refusals: [],
    },
    async (c, actor) => {
      const today = dayOf(c.get('at')).toString();
      const found = await readAs(delivery.queries, actor, async (ledger) => ({
        listed: await listVoucherPools(ledger, actor, today),
        providers: await listProviders(ledger, actor),
      }));
      const json = found.listed.map((pool) =>
        voucherPoolJsonOf(pool, found.providers, content, actor, today),
      );
      return sendJson(c, { pools: json });
    },
  );
}

function addTerms(app: OpenAPIHono, { delivery, content }: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/voucher-terms',
      tag,
      summary: '一项措施对券怎么规定 · What a measure says of vouchers',
      roles: ['finance'],
      query: voucherTermsQuery,
      answer: { kind: 'json', description: 'Bound, facts, words', schema: voucherTermsResponse },
      refusals: ['invalid_query', 'measure_unknown', 'measure_not_in_force'],
    },
    async (c, actor) => {
      const query = readQuery(c, voucherTermsQuery);
      if (!query.ok) return refuse(c, query.error);
      const { measure: id } = query.value;
      const measure = content.measures.get(id);
      const document = content.documentOf.get(id);
      if (measure === undefined || document === undefined)
        return refuse(c, refusal('measure_unknown'));
      const evaluator = await delivery.rulesOf(content.version, delivery.queries);
      const terms = voucherTerms(evaluator, id, dayOf(c.get('at')));
      if (!terms.ok) return refuse(c, voucherRefusal(terms.error, content));
      const providers = await readAs(delivery.queries, actor, listServiceProviders);
      const { factsById } = content.vocabulary;
      return sendJson(c, {
        upperFen: terms.value.upperFen?.toString() ?? null,
        asks: terms.value.asks.map((fact) => ({
          label: factsById.get(fact)?.name ?? fact,
          labelEn: factsById.get(fact)?.nameEn ?? fact,
        })),
        place: placeJson(document, measure.clause),
        quote: measure.quote.text,
        providers: providers.map((provider) => ({ ...provider })),
      });
    },
  );
}

function addOpening(app: OpenAPIHono, { delivery, content }: DeliveryDependencies): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: pools,
      tag,
      summary: '按规则建立券池 · Open a pool of vouchers from a measure',
      description: 'Refused where its terms depart from the rule.',
      roles: ['finance'],
      body: voucherPoolRequest,
      answer: { kind: 'json', description: 'The pool', schema: voucherPoolOutcome },
      refusals: [
        ...bodyRefusals,
        'measure_unknown',
        'measure_not_in_force',
        'limit_above_rule',
        'shares_not_whole',
        'pool_unknown',
        'unknown_organisation',
        'voucher_pool_exists',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, voucherPoolRequest);
      if (!body.ok) return refuse(c, body.error);
      const { limitFen, measure: id, ...rest } = body.value;
      const clause = content.measures.get(id)?.clause ?? '';
      const done = await openPoolByRule(delivery, occasion, {
        ...rest,
        measure: id,
        voucherPool: numberOfKey('voucher pool', occasion),
        limit: BigInt(limitFen),
        contentVersion: content.version,
        clause: `${content.documentOf.get(id)?.title ?? ''} ${clause}`.trim(),
      });
      return done.ok ? sendJson(c, done.value) : refuse(c, voucherRefusal(done.error, content));
    },
  );
}

function addReading(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: vouchers,
      tag,
      summary: '券和核销 · Vouchers, and what was taken of them',
      description: 'An enterprise its own; a provider what it took.',
      roles: seers,
      query: vouchersQuery,
      answer: { kind: 'json', description: 'The newest first', schema: vouchersResponse },
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, vouchersQuery);
      if (!query.ok) return refuse(c, query.error);
      const today = dayOf(c.get('at')).toString();
      const found = await readAs(delivery.queries, actor, async (ledger) => ({
        listed: await listVouchers(ledger, actor, query.value.pool),
        taken: await listRedemptions(ledger, actor),
      }));
      return sendJson(c, {
        vouchers: found.listed.map((voucher) => voucherJsonOf(voucher, today)),
        redemptions: found.taken.map((redemption) => redemptionJsonOf(redemption, actor)),
      });
    },
  );
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: `${vouchers}/{id}`,
      tag,
      summary: '按券号查一张券 · One voucher by its number',
      description: 'For its enterprise, its providers and its managers.',
      roles: seers,
      params,
      answer: { kind: 'json', description: 'What is left on it', schema: voucherResponse },
      refusals: ['voucher_unknown'],
    },
    async (c, actor) => {
      const id = c.req.param('id') ?? '';
      const found = await readAs(delivery.queries, actor, (ledger) => findVoucher(ledger, id));
      return found === undefined
        ? refuse(c, refusal('voucher_unknown'))
        : sendJson(c, voucherJsonOf(found, dayOf(c.get('at')).toString()));
    },
  );
}

function addIssuing(app: OpenAPIHono, { delivery, content }: DeliveryDependencies): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${pools}/{id}/vouchers`,
      tag,
      summary: '申领或发放一张券 · Claim a voucher, or give one',
      roles: ['enterprise', 'finance'],
      params,
      body: voucherRequest,
      answer: { kind: 'json', description: 'Its number and face', schema: voucherOutcome },
      refusals: [
        ...bodyRefusals,
        'voucher_pool_unknown',
        'voucher_pool_closed',
        'voucher_expired',
        'voucher_limit',
        'voucher_exists',
        'voucher_other_district',
        'unknown_enterprise',
        'listed_dishonest',
        'facts_unreadable',
        'not_entitled',
        'still_undetermined',
        'budget_exhausted',
        'account_missing',
        'balance_too_small',
        'shares_not_whole',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, voucherRequest);
      if (!body.ok) return refuse(c, body.error);
      const { actor } = occasion;
      const done = await issueByRule(delivery, occasion, {
        voucher: numberOfKey('voucher', occasion),
        voucherPool: c.req.param('id') ?? '',
        enterprise:
          actor.role === 'enterprise' ? actor.organisation : (body.value.enterprise ?? ''),
        fen: BigInt(body.value.fen),
      });
      return done.ok ? sendJson(c, done.value) : refuse(c, voucherRefusal(done.error, content));
    },
  );
}

function addRedeeming(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${vouchers}/{id}/redemptions`,
      tag,
      summary: '服务机构核销 · A provider takes a voucher for an invoice',
      roles: ['enterprise'],
      params,
      body: redemptionRequest,
      answer: { kind: 'json', description: 'What is left on it', schema: redemptionOutcome },
      refusals: [
        ...bodyRefusals,
        'voucher_unknown',
        'voucher_expired',
        'voucher_too_small',
        'provider_not_listed',
        'invoice_used',
        'invoice_too_small',
        'not_held',
        'account_missing',
        'balance_too_small',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, redemptionRequest);
      if (!body.ok) return refuse(c, body.error);
      const { fen, invoice, invoiceFen } = body.value;
      const input = {
        redemption: numberOfKey('redemption', occasion),
        voucher: c.req.param('id') ?? '',
        provider: occasion.actor.organisation,
        fen: BigInt(fen),
        invoice,
        invoiceFen: BigInt(invoiceFen),
      };
      const done = await redeemVoucher(delivery.queries, { ...occasion, input });
      if (done.ok) return sendJson(c, done.value);
      const { error } = done;
      if (error.code === 'voucher_too_small')
        return refuse(c, refusal(error.code, sumDetail('fen', error.left)));
      if (error.code === 'invoice_too_small')
        return refuse(c, refusal(error.code, sumDetail('fen', error.payable)));
      if (error.code === 'voucher_expired')
        return refuse(c, refusal(error.code, wordDetail('on', error.on)));
      return refuse(c, refusal(error.code));
    },
  );
}

/** Vouchers: pools opened from rules, given to enterprises, taken by providers. */
export function addVoucherEndpoints(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  addPools(app, dependencies);
  addTerms(app, dependencies);
  addOpening(app, dependencies);
  addReading(app, dependencies);
  addIssuing(app, dependencies);
  addRedeeming(app, dependencies);
}
