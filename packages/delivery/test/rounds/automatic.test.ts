import { fail, ok } from '@luodi/kernel';
import { readAs, systemActor, verifyJournal } from '@luodi/platform';
import type { Actor } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import {
  answerAskedFact,
  beginAutomatic,
  claimCase,
  confirmNotice,
  decisionSchema,
  moveDueCases,
  previewAutomatic,
  publishProgramme,
  raiseObjection,
  saveProgramme,
  verifyDecision,
} from '../../src/index.ts';
import type { ProgrammeDraft } from '../../src/index.ts';
import { findDecision } from '../../src/store/decisions.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { enterprises, officerOf, ownerOf, stateFacts, townIn } from '../support/town.ts';
import type { Town } from '../support/town.ts';

const [first, second, third, fourth] = enterprises;
const system = systemActor('test');
const owner = officerOf('city:市科技局');
const commitment = '账户为本企业所有。';
const account = { name: '演示企业', bank: '演示银行', number: '622202020000000001' };
const listing = [
  { fact: 'high_tech_enterprise', value: true },
  { fact: 'shareholding_reform_completed', value: true },
];
const filed = { fact: 'listing_tutoring_filed', value: true };

const round: ProgrammeDraft = {
  id: 'listing-2024',
  title: '上市辅导备案补助',
  titleEn: 'Subsidy for filing of listing tutoring',
  measure: 'hz-sci-tech-enterprise-2024/上市辅导备案补助',
  manner: 'automatic',
  lawDate: null,
  windowFrom: '2024-02-01',
  windowUntil: '2024-12-31',
  route: [
    { kind: 'notice', workingDays: 5 },
    { kind: 'claim', workingDays: 10, until: null, commitment },
    { kind: 'payment' },
  ],
  funding: {
    pool: '演示资金',
    year: 2023,
    shares: [{ holder: 'city', part: '1' }],
    advance: 'city',
    exhaustion: 'first_come',
  },
};

onEveryDatabase('a round without applications', ({ database }) => {
  let town: Town;
  let keys = 0;
  const asked = (actor: Actor, at: string) => {
    keys += 1;
    return { key: `key-${keys}`, actor, at: new Date(at) };
  };
  const caseOf = (enterprise: string) =>
    readAs(database().queries, system, (transaction) =>
      transaction
        .selectFrom('delivery_case')
        .select(['id', 'state', 'step', 'due_on', 'approved_fen', 'closing_reason'])
        .where('enterprise', '=', enterprise)
        .executeTakeFirst(),
    );
  const idOf = async (enterprise: string): Promise<string> => (await caseOf(enterprise))?.id ?? '';

  beforeAll(async () => {
    town = await townIn(database(), 400_000_000n);
    await stateFacts(database(), first, [...listing, filed]);
    await stateFacts(database(), second, listing);
    await stateFacts(database(), third, [...listing, { ...filed, value: false }]);
    await stateFacts(database(), fourth, [...listing, filed]);
    const saved = await saveProgramme(
      town.context,
      asked(owner, '2024-02-01T02:00:00Z'),
      round,
      town.version,
    );
    expect(saved.ok).toBe(true);
    const published = await publishProgramme(
      town.context,
      asked(owner, '2024-02-01T03:00:00Z'),
      round.id,
    );
    expect(published).toEqual(ok({ programme: round.id }));
  }, 60_000);

  test('the preview counts everybody once and writes nothing', async () => {
    const at = new Date('2024-03-01T02:00:00Z');
    const preview = await previewAutomatic(town.context, owner, round.id, at);
    expect(preview).toMatchObject({
      value: {
        counts: { certain: 2, lacks_one: 1, not_entitled: 1, excluded: 0 },
        certainFen: 400_000_000n,
      },
    });
    expect(await caseOf(first)).toBeUndefined();
  });

  test('a round begins once: notices for the certain, a question to who is one fact short', async () => {
    const begin = asked(owner, '2024-03-01T02:00:00Z');
    const outcome = ok({ listed: 2, asked: 1, totalFen: '400000000' });
    expect(await beginAutomatic(town.context, begin, round.id)).toEqual(outcome);
    expect(await beginAutomatic(town.context, begin, round.id)).toEqual(outcome);
    const again = asked(owner, '2024-03-01T03:00:00Z');
    expect(await beginAutomatic(town.context, again, round.id)).toEqual(
      ok({ listed: 0, asked: 0, totalFen: '0' }),
    );
    expect(await caseOf(first)).toMatchObject({
      state: 'open',
      step: 0,
      due_on: '2024-03-08',
      approved_fen: 200_000_000n,
    });
    expect(await caseOf(second)).toMatchObject({ state: 'draft', approved_fen: null });
    expect(await caseOf(third)).toBeUndefined();
  });

  test('who answers yes when the budget is spent is told so, and nothing is changed', async () => {
    const answered = await answerAskedFact(
      town.context,
      asked(ownerOf(second), '2024-03-04T02:00:00Z'),
      await idOf(second),
      { listing_tutoring_filed: true },
    );
    expect(answered).toMatchObject({ error: { code: 'budget_exhausted', available: 0n } });
    expect(await caseOf(second)).toMatchObject({ state: 'draft' });
  });

  test('who answers no is told which condition failed', async () => {
    const answered = await answerAskedFact(
      town.context,
      asked(ownerOf(second), '2024-03-04T03:00:00Z'),
      await idOf(second),
      { listing_tutoring_filed: false },
    );
    expect(answered).toMatchObject({ value: { state: 'rejected' } });
    expect(await caseOf(second)).toMatchObject({
      closing_reason: { failed: ['完成上市辅导备案'] },
    });
  });

  test('a notice is confirmed at once or stands until its time is over; an objection stops it', async () => {
    const id = await idOf(first);
    const confirm = (actor: Actor) =>
      confirmNotice(town.context, asked(actor, '2024-03-04T02:00:00Z'), id);
    expect(await confirm(ownerOf(second))).toEqual(fail({ code: 'case_unknown' }));
    expect(await confirm(ownerOf(first))).toEqual(ok({ case: id, state: 'open', step: 1 }));
    const objected = await raiseObjection(
      town.context,
      asked(ownerOf(fourth), '2024-03-05T02:00:00Z'),
      await idOf(fourth),
      { byName: '演示企业丁', words: '备案日期有误' },
    );
    expect(objected).toMatchObject({ value: { state: 'disputed' } });
    await moveDueCases(town.context, new Date('2024-03-12T02:00:00Z'));
    expect(await caseOf(fourth)).toMatchObject({ state: 'disputed', step: 0 });
  });

  test('claimed in time it is ordered; the decision, made by nobody’s hand, is reached again', async () => {
    const id = await idOf(first);
    const claim = await claimCase(town.context, asked(ownerOf(first), '2024-03-13T02:00:00Z'), id, {
      account,
      signed: commitment,
    });
    expect(claim).toEqual(ok({ case: id, state: 'open', step: 2 }));
    const record = await readAs(database().queries, system, (transaction) =>
      findDecision(transaction, `${id}/decision`),
    );
    const evaluator = await town.context.rulesOf(town.version, town.context.queries);
    const decision = decisionSchema.parse(record);
    expect(decision).toMatchObject({ amountBy: 'rule', lawDate: '2024-03-01' });
    expect(verifyDecision(decision, evaluator)).toEqual({ kind: 'confirmed' });
    expect(await verifyJournal(database().queries)).toMatchObject({ kind: 'whole' });
  });
});
