import { archiveContent, readAs } from '@luodi/platform';
import { at, payer, seedMoney } from '../../test/support/money-seed.ts';
import { draftOf, roundId } from './rounds.ts';
import { matterOfMoney } from './town-rules.ts';
import { districtBodies, machine, owner } from './world.ts';
import type { World } from './world.ts';

const enterprises = 300;
const budget = 100_000_000n;
/** So many of them have to do with technology: one third filed, of one third nobody knows. */
const technical = 30;

function factsOf(number: number): readonly { readonly fact: string; readonly value: unknown }[] {
  const filed = [[{ fact: 'filed', value: true }], [], [{ fact: 'filed', value: false }]];
  return [
    { fact: 'tech', value: true },
    { fact: 'investment', value: '5000元' },
    ...(filed[number % filed.length] ?? []),
  ];
}

/** Fills the empty database: bodies, enterprises and what is known of them, cases that have money alone, budgets, rules. */
export async function seedTown({ database, rules }: World): Promise<void> {
  await seedMoney(database, enterprises, budget);
  const { version, files } = rules;
  const occasion = { at, actor: 'seed', reason: 'crash test' };
  await archiveContent(database.queries, { version, city: '演示市', files }, occasion);
  const bodies = [owner, ...districtBodies.map((body) => `${payer}:${body}`)];
  const facts = Array.from({ length: technical }, (_, number) =>
    factsOf(number).map(({ fact, value }) => ({
      enterprise: `enterprise:${number}`,
      fact,
      year: null,
      value: JSON.stringify(value),
      source: 'statistics',
      as_of: '2026-01-01',
      recorded_at: at,
      brought_by: 'seed',
    })),
  ).flat();
  await readAs(database.queries, machine, async (transaction) => {
    for (const id of bodies)
      await transaction
        .insertInto('organisation')
        .values({
          id,
          kind: 'department',
          name: id.split(':').at(-1) ?? id,
          name_en: 'synthetic',
          district: id.startsWith(payer) ? '西湖区' : null,
          demo: true,
        })
        .execute();
    await transaction.insertInto('fact_record').values(facts).execute();
    // The cases that have money alone are at their payment: what is paid ends them.
    const { funding } = draftOf(roundId('automatic', 1));
    const route = [{ kind: 'payment' }];
    await transaction
      .updateTable('programme')
      .set({
        route: JSON.stringify(route),
        funding: JSON.stringify(funding),
        matter: matterOfMoney,
      })
      .execute();
  });
}
