import { fraction } from '@luodi/kernel';
import { readAs, systemActor } from '@luodi/platform';
import type { Actor, Database } from '@luodi/platform';
import { grantBudget, openPool } from '../../src/money/commands/budget.ts';
import type { Booking } from '../../src/money/store/booking.ts';

/** A plainly synthetic city: two holders, two banks' worth of enterprises, one programme with cases that are at payment. */
export const system = systemActor('seed');
export const at = new Date('2026-03-02T01:00:00Z');
export const cityFinance: Actor = {
  user: 'city-clerk',
  organisation: 'city',
  role: 'finance',
  district: undefined,
};
export const districtFinance: Actor = {
  user: 'district-clerk',
  organisation: 'district:西湖区',
  role: 'finance',
  district: '西湖区',
};
export const payer = 'district:西湖区';
export const source = {
  pool: '演示资金',
  year: 2026,
  shares: [
    { holder: 'city', part: fraction.rational(1n, 2n) },
    { holder: payer, part: fraction.rational(1n, 2n) },
  ],
};

export function booking(subject: string): Booking {
  return { subject, words: `演示办法第三条：${subject}`, actor: system, at };
}

export function caseId(number: number): string {
  return `case-${number}`;
}

async function seedOrganisations(database: Database, count: number): Promise<void> {
  await readAs(database.queries, system, async (transaction) => {
    const body = { demo: true, name_en: 'synthetic' };
    const organisations = [
      { ...body, id: 'city', kind: 'city' as const, name: '演示市' },
      { ...body, id: payer, kind: 'district' as const, name: '西湖区', district: '西湖区' },
      {
        ...body,
        id: 'district:滨江区',
        kind: 'district' as const,
        name: '滨江区',
        district: '滨江区',
      },
      ...Array.from({ length: count }, (_, number) => ({
        ...body,
        id: `enterprise:${number}`,
        kind: 'enterprise' as const,
        name: `演示企业${number}号`,
        district: '西湖区',
      })),
    ];
    for (let from = 0; from < organisations.length; from += 5000)
      await transaction
        .insertInto('organisation')
        .values(organisations.slice(from, from + 5000))
        .execute();
  });
}

async function seedCases(database: Database, count: number): Promise<void> {
  await readAs(database.queries, system, async (transaction) => {
    await transaction
      .insertInto('content_version')
      .values({ version: 'v1', loaded_at: at, city: '演示市', files: '{}' })
      .execute();
    await transaction
      .insertInto('programme')
      .values({
        id: 'programme-1',
        title: '演示项目',
        title_en: 'Demonstration',
        measure: 'm',
        matter: 'm',
        content_version: 'v1',
        manner: 'automatic',
        window_from: '2026-01-01',
        window_until: '2026-12-31',
        route: '[]',
        funding: '{}',
        owner: 'city',
        state: 'published',
        created_at: at,
      })
      .execute();
    const cases = Array.from({ length: count }, (_, number) => ({
      id: caseId(number),
      programme: 'programme-1',
      enterprise: `enterprise:${number}`,
      district: '西湖区',
      state: 'open' as const,
      step: 0,
      answers: '{}',
      papers: '[]',
      account: JSON.stringify({
        name: `演示企业${number}号`,
        number: String(6_222_020_200_000_000 + number),
        bank: '演示银行',
      }),
      opened_at: at,
    }));
    for (let from = 0; from < cases.length; from += 3000)
      await transaction
        .insertInto('delivery_case')
        .values(cases.slice(from, from + 3000))
        .execute();
  });
}

/** Organisations, a programme, `count` cases of as many enterprises, and a budget of `fen` for each of two holders. */
export async function seedMoney(database: Database, count: number, fen: bigint): Promise<void> {
  await seedOrganisations(database, count);
  await seedCases(database, count);
  const asked = (key: string) => ({ key, actor: system, at });
  await openPool(database.queries, {
    ...asked('pool'),
    input: {
      pool: source.pool,
      name: '演示资金',
      nameEn: 'Demonstration fund',
      rollingUntil: 2027,
      owner: 'city',
    },
  });
  for (const { holder } of source.shares)
    await grantBudget(database.queries, {
      ...asked(`grant ${holder}`),
      input: {
        pool: source.pool,
        year: source.year,
        holder,
        fen,
        words: '演示预算批复',
        supplement: false,
      },
    });
}
