import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  interestOn,
  listRecoveries,
  orderRecoveryOf,
  receiveRecoveryOf,
  recoverableOf,
  writeRecoveryOff,
} from '@luodi/delivery';
import type { Ledger, ListedRecovery, MoneyCommandFault, RecoveryFault } from '@luodi/delivery';
import { dayOf } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import type { Actor, Database } from '@luodi/platform';
import { z } from 'zod';
import {
  outstandingOutcome,
  recoverableQuery,
  recoverableResponse,
  recoveriesQuery,
  recoveriesResponse,
  recoveryOutcome,
  recoveryReceiptRequest,
  recoveryRequest,
  writeOffRequest,
} from '../contract/index.ts';
import type { RecoverableResponse, RecoveryJson } from '../contract/index.ts';
import { handles } from '../delivery/handles.ts';
import { numberOfKey } from '../delivery/number-of-key.ts';
import { percent, statedInterest } from '../money/stated-interest.ts';
import { sumDetail } from '../delivery/sum-detail.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import { readBody } from './request-body.ts';
import { readQuery } from './request-query.ts';

const tag = 'Recoveries';
const path = '/api/recoveries';
const params = z.object({ id: z.string() });
const finance = ['finance'] as const;
const seers = ['enterprise', 'officer', 'finance', 'auditor'] as const;
const bodyRefusals = ['bad_json', 'invalid_request', 'not_your_money'] as const;
const ledgerRefusals = ['account_missing', 'balance_too_small'] as const;

function isOpen({ state }: ListedRecovery): boolean {
  return state === 'ordered' || state === 'part_paid';
}

function openFen(recovery: ListedRecovery): bigint {
  const { fen, interestFen, receivedFen } = recovery;
  return isOpen(recovery) ? fen + interestFen - receivedFen : 0n;
}

function recoveryJsonOf(recovery: ListedRecovery, actor: Actor, today: string): RecoveryJson {
  const { payerDistrict, fen, interestFen, receivedFen, at, closedAt, dueOn, ...rest } = recovery;
  return {
    ...rest,
    fen: fen.toString(),
    interestFen: interestFen.toString(),
    receivedFen: receivedFen.toString(),
    openFen: openFen(recovery).toString(),
    dueOn,
    late: isOpen(recovery) && dueOn !== null && dueOn < today,
    at: at.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    mine: handles(actor, payerDistrict),
  };
}

/** A refusal with the sum that it is about. */
function recoveryRefusal(fault: RecoveryFault | MoneyCommandFault): Refusal {
  if (fault.code === 'more_than_paid')
    return refusal(fault.code, sumDetail('recoverable', fault.recoverable));
  if (fault.code === 'more_than_outstanding')
    return refusal(fault.code, sumDetail('outstanding', fault.outstanding));
  return refusal(fault.code);
}

async function recoverableJson(
  ledger: Ledger,
  actor: Actor,
  query: z.infer<typeof recoverableQuery>,
): Promise<RecoverableResponse | undefined> {
  const found = await recoverableOf(ledger, query.case);
  if (found === undefined) return undefined;
  const { payerDistrict, paidFen, recoverableFen, paidAt, ...payer } = found;
  const { fen, yearlyRate, daysInYear, from, until } = query;
  const asksInterest = [fen, yearlyRate, daysInYear, from, until].every(
    (part) => part !== undefined,
  );
  const rule = {
    yearlyRate: percent(yearlyRate ?? '0'),
    daysInYear: BigInt(daysInYear ?? 365),
  };
  return {
    ...payer,
    paidFen: paidFen.toString(),
    recoverableFen: recoverableFen.toString(),
    paidOn: paidAt === null ? null : dayOf(paidAt).toString(),
    interestFen: asksInterest
      ? interestOn(BigInt(fen ?? '0'), rule, from ?? '', until ?? '').toString()
      : null,
    mine: handles(actor, payerDistrict),
  };
}

function addReading(app: OpenAPIHono, { queries }: Database): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path,
      tag,
      summary: '追回 · What is asked back',
      description: 'Those that one may see: an enterprise its own, an office its district’s.',
      roles: seers,
      query: recoveriesQuery,
      answer: { kind: 'json', description: 'The open ones first', schema: recoveriesResponse },
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, recoveriesQuery);
      if (!query.ok) return refuse(c, query.error);
      const { state, case: subject } = query.value;
      const wanted = {
        ...(state === undefined ? {} : { state }),
        ...(subject === undefined ? {} : { case: subject }),
      };
      const found = await readAs(queries, actor, (ledger) => listRecoveries(ledger, wanted));
      const today = dayOf(c.get('at')).toString();
      return sendJson(c, {
        recoveries: found.map((each) => recoveryJsonOf(each, actor, today)),
        openFen: found.reduce((sum, each) => sum + openFen(each), 0n).toString(),
      });
    },
  );
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/recoverable',
      tag,
      summary: '一个办件还能追回多少 · What may be asked back of a case',
      description: 'With a rate and days in the query, what the interest would come to.',
      roles: ['officer', 'finance', 'auditor'],
      query: recoverableQuery,
      answer: { kind: 'json', description: 'Paid, and recoverable', schema: recoverableResponse },
      refusals: ['invalid_query', 'case_unknown'],
    },
    async (c, actor) => {
      const query = readQuery(c, recoverableQuery);
      if (!query.ok) return refuse(c, query.error);
      const found = await readAs(queries, actor, (ledger) =>
        recoverableJson(ledger, actor, query.value),
      );
      return found === undefined ? refuse(c, refusal('case_unknown')) : sendJson(c, found);
    },
  );
}

function addOrdering(app: OpenAPIHono, { queries }: Database): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path,
      tag,
      summary: '发起追回 · Ask money back',
      roles: finance,
      body: recoveryRequest,
      answer: { kind: 'json', description: 'Principal and interest', schema: recoveryOutcome },
      refusals: [
        ...bodyRefusals,
        ...ledgerRefusals,
        'nothing_paid',
        'more_than_paid',
        'recovery_exists',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, recoveryRequest);
      if (!body.ok) return refuse(c, body.error);
      const { case: subject, fen, interest, reason, clause, dueOn } = body.value;
      const paid = await readAs(queries, occasion.actor, (ledger) =>
        recoverableOf(ledger, subject),
      );
      if (paid === undefined) return refuse(c, refusal('nothing_paid'));
      const input = {
        recovery: numberOfKey('recovery', occasion),
        case: subject,
        payer: paid.payer,
        fen: BigInt(fen),
        interest: interest && statedInterest(interest),
        reason,
        clause,
        dueOn,
      };
      const done = await orderRecoveryOf(queries, { ...occasion, input });
      return done.ok ? sendJson(c, done.value) : refuse(c, recoveryRefusal(done.error));
    },
  );
}

/** The body whose money a recovery is; `undefined`: there is no such recovery for the one who asks. */
async function payerOf(
  { queries }: Database,
  actor: Actor,
  id: string,
): Promise<string | undefined> {
  const found = await readAs(queries, actor, (ledger) => listRecoveries(ledger, {}));
  return found.find((recovery) => recovery.id === id)?.payer;
}

function addClosing(app: OpenAPIHono, database: Database): void {
  const { queries } = database;
  const closing = ['recovery_unknown', 'recovery_closed', 'nothing_paid'] as const;
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${path}/{id}/receipts`,
      tag,
      summary: '登记退回 · Book what came back',
      roles: finance,
      params,
      body: recoveryReceiptRequest,
      answer: { kind: 'json', description: 'What is outstanding', schema: outstandingOutcome },
      refusals: [...bodyRefusals, ...ledgerRefusals, ...closing, 'more_than_outstanding'],
    },
    async (c, occasion) => {
      const body = await readBody(c, recoveryReceiptRequest);
      if (!body.ok) return refuse(c, body.error);
      const recovery = c.req.param('id') ?? '';
      const payer = await payerOf(database, occasion.actor, recovery);
      if (payer === undefined) return refuse(c, refusal('recovery_unknown'));
      const input = { ...body.value, fen: BigInt(body.value.fen), recovery, payer };
      const done = await receiveRecoveryOf(queries, { ...occasion, input });
      return done.ok ? sendJson(c, done.value) : refuse(c, recoveryRefusal(done.error));
    },
  );
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${path}/{id}/write-off`,
      tag,
      summary: '核销 · Give up what is outstanding',
      roles: finance,
      params,
      body: writeOffRequest,
      answer: { kind: 'json', description: 'Nothing is outstanding', schema: outstandingOutcome },
      refusals: [...bodyRefusals, ...ledgerRefusals, ...closing],
    },
    async (c, occasion) => {
      const body = await readBody(c, writeOffRequest);
      if (!body.ok) return refuse(c, body.error);
      const recovery = c.req.param('id') ?? '';
      const payer = await payerOf(database, occasion.actor, recovery);
      if (payer === undefined) return refuse(c, refusal('recovery_unknown'));
      const input = { ...body.value, recovery, payer };
      const done = await writeRecoveryOff(queries, { ...occasion, input });
      return done.ok ? sendJson(c, done.value) : refuse(c, recoveryRefusal(done.error));
    },
  );
}

/** Money that is asked back: ordered, received, given up. */
export function addRecoveryEndpoints(app: OpenAPIHono, database: Database): void {
  addReading(app, database);
  addOrdering(app, database);
  addClosing(app, database);
}
