import { fail, fraction, ok } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import { liftDishonesty, listDishonest } from '../../src/money/commands/dishonesty.ts';
import {
  orderRecoveryOf,
  receiveRecoveryOf,
  writeRecoveryOff,
} from '../../src/money/commands/recovery.ts';
import { settleClaim } from '../../src/money/commands/settlement.ts';
import { budgetState } from '../../src/money/queries/budget-state.ts';
import { trialBalance } from '../../src/money/queries/trial-balance.ts';
import { orderPayments } from '../../src/money/store/payment-order.ts';
import { approveMoney } from '../../src/money/store/reservation.ts';
import { receivedFacts } from '../../src/store/received-facts.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import {
  at,
  booking,
  caseId,
  districtFinance,
  payer,
  seedMoney,
  source,
  system,
} from '../support/money-seed.ts';
import { payOrdered } from '../support/pay-case.ts';

onEveryDatabase('settlement and recovery', ({ database }) => {
  const within = <Answer>(work: Parameters<typeof readAs<Answer>>[2]) =>
    readAs(database().queries, system, work);
  const asked = (key: string, actor = districtFinance) => ({ key, actor, at });
  const spent = async () =>
    (await within((ledger) => budgetState(ledger, source.pool))).map(
      ({ holder, available, spent: fen }) => ({ holder, available, spent: fen }),
    );
  const recover = (recovery: string, changes: object = {}) =>
    orderRecoveryOf(database().queries, {
      ...asked(`order ${recovery}`),
      input: {
        recovery,
        case: caseId(0),
        payer,
        fen: 1001n,
        interest: {
          rule: { yearlyRate: fraction.rational(36n, 1000n), daysInYear: 360n },
          from: '2026-01-01',
          until: '2026-01-11',
        },
        reason: '虚报',
        clause: '第十条',
        dueOn: '2026-06-30',
        ...changes,
      },
    });
  const receive = (key: string, recovery: string, fen: bigint, reuse = true) =>
    receiveRecoveryOf(database().queries, {
      ...asked(key),
      input: { recovery, payer, fen, reuse, words: key },
    });

  /** What the rules hear that the enterprises have received. */
  const received = () =>
    within(async (ledger) => {
      const ids = [0, 1].map((number) => `enterprise:${number}`);
      const facts = await receivedFacts(ledger, ids);
      return ids.map((id) => Object.values(facts.get(id) ?? {}));
    });

  beforeAll(async () => {
    await seedMoney(database(), 3, 1_000_000n);
    const sums = [
      { subject: caseId(0), fen: 1001n },
      { subject: caseId(1), fen: 500n },
    ];
    await within((ledger) => approveMoney(ledger, booking('run'), sums, source));
    await within((ledger) =>
      orderPayments(ledger, booking('run'), {
        cases: [caseId(0), caseId(1)],
        pool: source.pool,
        year: 2026,
        payer,
      }),
    );
    await payOrdered(database(), 'B1');
  });

  test('the other holder settles what was advanced for it, and no more', async () => {
    const settling = (key: string, fen: bigint) =>
      settleClaim(database().queries, {
        ...asked(key),
        input: {
          pool: source.pool,
          year: 2026,
          creditor: payer,
          debtor: 'city',
          fen,
          words: '结算单1号',
        },
      });
    expect(await settling('s1', 752n)).toEqual(fail({ code: 'claim_exceeded', open: 751n }));
    expect(await settling('s2', 700n)).toEqual(ok({ fen: '700', open: '51' }));
    expect(await settling('s2', 700n)).toEqual(ok({ fen: '700', open: '51' }));
    expect(await settling('s3', 52n)).toEqual(fail({ code: 'claim_exceeded', open: 51n }));
  });

  test('more than was paid is not asked back, nor from whom nothing was paid', async () => {
    expect(await recover('v0', { fen: 1002n })).toEqual(
      fail({ code: 'more_than_paid', recoverable: 1001n }),
    );
    expect(await recover('v0', { case: caseId(2) })).toEqual(fail({ code: 'nothing_paid' }));
  });

  test('a recovery comes in parts, interest first, and leaves what is spent smaller by the principal', async () => {
    expect(await recover('v1')).toEqual(ok({ recovery: 'v1', principal: '1001', interest: '1' }));
    expect(await recover('v2', { fen: 1n })).toEqual(
      fail({ code: 'more_than_paid', recoverable: 0n }),
    );
    expect(await received()).toEqual([['10.01元'], ['5.00元']]);
    expect(await receive('p1', 'v1', 502n)).toEqual(ok({ recovery: 'v1', outstanding: '500' }));
    expect(await received()).toEqual([['5.00元'], ['5.00元']]);
    expect(await spent()).toEqual([
      { holder: 'city', available: 999_500n, spent: 500n },
      { holder: payer, available: 999_500n, spent: 500n },
    ]);
    expect(await receive('p1', 'v1', 502n)).toEqual(ok({ recovery: 'v1', outstanding: '500' }));
    expect(await receive('p2', 'v1', 501n)).toEqual(
      fail({ code: 'more_than_outstanding', outstanding: 500n }),
    );
    expect(await receive('p3', 'v1', 500n)).toEqual(ok({ recovery: 'v1', outstanding: '0' }));
    expect(await receive('p4', 'v1', 1n)).toEqual(fail({ code: 'recovery_closed' }));
    expect(await spent()).toEqual([
      { holder: 'city', available: 999_750n, spent: 250n },
      { holder: payer, available: 999_750n, spent: 250n },
    ]);
  });

  test('what cannot be had is written off; what came in before may not be granted again where the rule says so', async () => {
    expect(await recover('v3', { case: caseId(1), fen: 500n, interest: undefined })).toMatchObject({
      ok: true,
    });
    expect(await receive('p5', 'v3', 100n, false)).toEqual(
      ok({ recovery: 'v3', outstanding: '400' }),
    );
    expect(await spent()).toMatchObject([
      { available: 999_750n, spent: 200n },
      { available: 999_750n, spent: 200n },
    ]);
    const written = await writeRecoveryOff(database().queries, {
      ...asked('w'),
      input: { recovery: 'v3', payer, words: '破产终结' },
    });
    expect(written).toEqual(ok({ recovery: 'v3', outstanding: '0' }));
    expect(await receive('p6', 'v3', 1n)).toEqual(fail({ code: 'recovery_closed' }));
  });

  for (const c of [
    { name: 'an identity number', reason: '法定代表人 11010519491231002X 虚报' },
    { name: 'a mobile number', reason: '虚报，联系 13800000000' },
  ])
    test(`a reason that everybody reads does not hold ${c.name}`, async () => {
      const refused = await listDishonest(database().queries, {
        ...asked(`list ${c.name}`),
        input: {
          listing: 'l0',
          enterprise: 'enterprise:0',
          since: '2026-03-01',
          until: undefined,
          reason: c.reason,
          clause: '第十条',
          case: undefined,
        },
      });
      expect(refused).toMatchObject({ ok: false, error: { code: 'reason_names_person' } });
    });

  test('an enterprise is not listed for the case of another, nor until before it begins', async () => {
    const listing = (key: string, changes: object) =>
      listDishonest(database().queries, {
        ...asked(key),
        input: {
          listing: key,
          enterprise: 'enterprise:0',
          since: '2026-03-01',
          until: undefined,
          reason: '虚报',
          clause: '第十条',
          case: undefined,
          ...changes,
        },
      });
    expect(await listing('l8', { case: caseId(1) })).toEqual(fail({ code: 'case_unknown' }));
    expect(await listing('l9', { until: '2026-02-28' })).toEqual(fail({ code: 'term_reversed' }));
  });

  test('an enterprise is listed once and lifted once', async () => {
    const enterprise = 'enterprise:0';
    const list = (key: string) =>
      listDishonest(database().queries, {
        ...asked(key),
        input: {
          listing: 'l1',
          enterprise,
          since: '2026-03-01',
          until: undefined,
          reason: '虚报',
          clause: '第十条',
          case: caseId(0),
        },
      });
    const lift = (key: string) =>
      liftDishonesty(database().queries, {
        ...asked(key),
        input: { listing: 'l1', enterprise, words: '信用修复' },
      });
    expect(await list('l a')).toEqual(ok({ listing: 'l1' }));
    expect(await list('l b')).toEqual(fail({ code: 'listing_exists' }));
    expect(await lift('l c')).toEqual(ok({ listing: 'l1' }));
    expect(await lift('l d')).toEqual(fail({ code: 'listing_unknown' }));
  });

  test('the trial balance is zero', async () => {
    expect(await within(trialBalance)).toMatchObject({ whole: true });
  });
});
