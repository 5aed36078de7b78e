import { fail, fraction, ok } from '@luodi/kernel';
import { verifyJournal } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import { correctionInterest, verifyDecision } from '../../src/index.ts';
import { trialBalance } from '../../src/money/queries/trial-balance.ts';
import { findDecision } from '../../src/store/decisions.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { enterprises, officerOf } from '../support/town.ts';
import { CorridorRound } from './corridor-round.ts';

const [first, second, third, fourth] = enterprises;
const office = officerOf('city:大走廊管委会');
const spending = 'annual_rd_expenditure';
const facts = { kind: 'facts' } as const;

onEveryDatabase('decisions reached again', ({ database }) => {
  let round: CorridorRound;
  const decisionOf = (id: string) => round.within((transaction) => findDecision(transaction, id));
  const recoveriesOf = (id: string) =>
    round.within((transaction) =>
      transaction
        .selectFrom('recovery')
        .select(['id', 'fen', 'interest_fen', 'state'])
        .where('delivery_case', 'like', `${id}%`)
        .orderBy('id')
        .execute(),
    );
  const confirmed = async (id: string) => {
    const record = await decisionOf(id);
    if (record === undefined) throw new Error(id);
    return verifyDecision(
      record,
      await round.context.rulesOf(record.contentVersion, database().queries),
    );
  };

  beforeAll(async () => {
    round = await CorridorRound.begun(database());
    await round.claim(first);
    await round.claim(second);
    await round.claim(fourth);
    await round.pay('B1');
  }, 90_000);

  test('nothing is found while the facts are as they were', async () => {
    expect(await round.changed(facts, '2024-04-01T02:00:00Z')).toEqual([]);
  });

  test('what is kept but not ordered is reduced, and given up where nothing remains', async () => {
    await round.restate(
      third,
      { fact: spending, year: 2023, value: '4500万元' },
      { at: '2024-03-11T02:00:00Z' },
    );
    const reduced = await round.correct(third, { basis: facts, at: '2024-03-12T02:00:00Z' });
    expect(reduced).toMatchObject({ value: { kind: 'reduction', grantedFen: '150000000' } });
    await round.restate(
      third,
      { fact: spending, year: 2023, value: '4000万元' },
      { at: '2024-03-13T02:00:00Z' },
    );
    const ended = await round.correct(third, { basis: facts, at: '2024-03-14T02:00:00Z' });
    expect(ended).toMatchObject({ value: { kind: 'reduction', grantedFen: '0' } });
    const id = await round.caseOf(third);
    const state = await round.within((transaction) =>
      transaction
        .selectFrom('delivery_case')
        .select(['state', 'decision'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
    expect(state).toEqual({ state: 'rejected', decision: `${id}/decision/3` });
    expect(await confirmed(`${id}/decision/3`)).toEqual({ kind: 'confirmed' });
  });

  test('a later development is no correction: a value of a later day leaves the decision alone', async () => {
    const value = { fact: 'national_little_giant', value: false };
    await round.restate(first, value, { at: '2024-04-02T02:00:00Z', asOf: '2024-04-01' });
    expect(await round.changed(facts, '2024-04-03T02:00:00Z')).toEqual([]);
  });

  test('a statistic corrected downward after the payment shows by how much, and why', async () => {
    await round.restate(
      first,
      { fact: spending, year: 2023, value: '4600万元' },
      { at: '2024-05-01T02:00:00Z', asOf: '2024-04-30' },
    );
    const [found, ...others] = await round.changed(facts, '2024-05-02T02:00:00Z');
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      standing: 'paid',
      granted: { grantedFen: 300_000_000n },
      was: { status: 'entitled', amount: { upperFen: 300_000_000n } },
      now: { status: 'entitled', amount: { kind: 'exact', upperFen: 180_000_000n } },
      change: { kind: 'overpaid', fen: 120_000_000n },
      consequence: 'recovery',
      facts: [
        { fact: spending, year: 2023, was: '5000万元', now: '4600万元', source: 'statistics' },
      ],
    });
  });

  test('only the office of the programme acts on it, and only on what is found', async () => {
    const at = '2024-05-02T02:00:00Z';
    const stranger = officerOf('city:市商务局');
    expect(await round.correct(first, { basis: facts, at, actor: stranger })).toEqual(
      fail({ code: 'not_your_programme' }),
    );
    expect(await round.correct(first, { basis: facts, at }, { finding: 'f'.repeat(64) })).toEqual(
      fail({ code: 'finding_changed' }),
    );
  });

  test('the interest is known before anything is done', async () => {
    const id = await round.caseOf(first);
    const rule = { yearlyRate: fraction.rational(365n, 10_000n), daysInYear: 365n };
    const interest = { rule, from: '2024-03-10', until: '2024-05-03' };
    const asked = (fen: bigint, programme = round.id) =>
      correctionInterest(database().queries, office, {
        programme,
        decisions: [{ decision: `${id}/decision`, fen }],
        interest,
      });
    expect(await asked(120_000_000n)).toEqual(
      ok([{ decision: `${id}/decision`, fen: 120_000_000n, interest: 648_000n }]),
    );
    expect(await asked(300_000_001n)).toEqual(
      fail({ code: 'more_than_paid', recoverable: 300_000_000n }),
    );
    expect(await asked(1n, 'another')).toEqual(fail({ code: 'decision_unknown' }));
    expect(await recoveriesOf(id)).toEqual([]);
  });

  test('exactly the difference is asked back, with the interest that the rule states; the old decision stays as it was and another takes its place', async () => {
    const id = await round.caseOf(first);
    const before = await decisionOf(`${id}/decision`);
    const at = '2024-05-03T02:00:00Z';
    // 3.65 % a year is 万分之一 a day; 54 days from the payment.
    const rule = { yearlyRate: fraction.rational(365n, 10_000n), daysInYear: 365n };
    const interest = { rule, from: '2024-03-10', until: '2024-05-03' };
    const opened = await round.correct(first, { basis: facts, at }, { interest });
    expect(opened).toMatchObject({
      value: { kind: 'recovery', fen: '120000000', grantedFen: '180000000' },
    });
    expect(await recoveriesOf(id)).toMatchObject([
      { fen: 120_000_000n, interest_fen: 648_000n, state: 'ordered' },
    ]);
    expect(await decisionOf(`${id}/decision`)).toEqual(before);
    expect(await decisionOf(`${id}/decision/2`)).toMatchObject({
      corrects: `${id}/decision`,
      amountFen: '180000000',
    });
    expect(await confirmed(`${id}/decision/2`)).toEqual({ kind: 'confirmed' });
    expect(await round.changed(facts, at)).toEqual([]);
  });

  test('asked for again under another key it is not done again', async () => {
    const id = await round.caseOf(first);
    const again = await round.correct(
      first,
      { basis: facts, at: '2024-05-04T02:00:00Z' },
      { decision: `${id}/decision` },
    );
    expect(again).toEqual(fail({ code: 'corrected_already', correction: `${id}-c1` }));
    expect(await recoveriesOf(id)).toHaveLength(1);
  });

  test('a statistic corrected upward is paid in addition, to the same account, as a case of its own', async () => {
    const id = await round.caseOf(second);
    await round.restate(
      second,
      { fact: spending, year: 2023, value: '5200万元' },
      { at: '2024-05-05T02:00:00Z' },
    );
    const opened = await round.correct(second, { basis: facts, at: '2024-05-06T02:00:00Z' });
    expect(opened).toMatchObject({
      value: { kind: 'supplement', fen: '60000000', supplementCase: `${id}-b1` },
    });
    await round.pay('B2', '2024-05-07T02:00:00Z');
    const paid = await round.within((transaction) =>
      transaction
        .selectFrom('payment')
        .select(['delivery_case', 'fen', 'state'])
        .where('enterprise', '=', second)
        .orderBy('delivery_case')
        .execute(),
    );
    expect(paid).toEqual([
      { delivery_case: id, fen: 300_000_000n, state: 'paid' },
      { delivery_case: `${id}-b1`, fen: 60_000_000n, state: 'paid' },
    ]);
    expect(await confirmed(`${id}/decision/2`)).toEqual({ kind: 'confirmed' });
    expect(await round.changed(facts, '2024-05-08T02:00:00Z')).toEqual([]);
  });

  test('what was paid twice over comes back from the latest payment first', async () => {
    const id = await round.caseOf(second);
    await round.restate(
      second,
      { fact: spending, year: 2023, value: '4900万元' },
      { at: '2024-05-09T02:00:00Z' },
    );
    const opened = await round.correct(second, { basis: facts, at: '2024-05-10T02:00:00Z' });
    expect(opened).toMatchObject({ value: { kind: 'recovery', fen: '90000000' } });
    expect(await recoveriesOf(id)).toMatchObject([
      { fen: 60_000_000n, interest_fen: 0n },
      { fen: 30_000_000n, interest_fen: 0n },
    ]);
  });

  test('by a later version of the rules every decision is held against its own law day and facts', async () => {
    const version = await round.amend(
      ['新增研发投入30%的比例', '新增研发投入20%的比例'],
      ['年度研发投入新增额 × 30%', '年度研发投入新增额 × 20%'],
    );
    const found = await round.changed({ kind: 'rules', version }, '2024-06-02T02:00:00Z');
    const sums = found.map(({ record, change }) => [record.enterprise, change]);
    expect(Object.fromEntries(sums)).toEqual({
      [first]: { kind: 'overpaid', fen: 60_000_000n },
      [second]: { kind: 'overpaid', fen: 90_000_000n },
      [fourth]: { kind: 'overpaid', fen: 100_000_000n },
    });
  });

  test('that a decision stands is recorded with its reason, once', async () => {
    const version = await round.amend(
      ['新增研发投入30%的比例', '新增研发投入20%的比例'],
      ['年度研发投入新增额 × 30%', '年度研发投入新增额 × 20%'],
    );
    const basis = { kind: 'rules', version } as const;
    const at = '2024-06-03T02:00:00Z';
    const uphold = { follow: 'uphold', reason: '新办法不溯及既往' } as const;
    expect(await round.correct(fourth, { basis, at }, uphold)).toMatchObject({
      value: { kind: 'upheld', fen: '100000000', grantedFen: '300000000' },
    });
    expect(await round.correct(fourth, { basis, at }, uphold)).toMatchObject({
      error: { code: 'corrected_already' },
    });
    const found = await round.changed(basis, at);
    expect(found.find(({ record }) => record.enterprise === fourth)?.upheld).toMatchObject({
      reason: '新办法不溯及既往',
    });
  });

  test('the trial balance is zero, the journal whole', async () => {
    expect(await round.within(trialBalance)).toMatchObject({ whole: true });
    expect(await verifyJournal(database().queries)).toMatchObject({ kind: 'whole' });
  });
});
