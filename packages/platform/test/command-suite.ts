import { fail, ok } from '@luodi/kernel';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAs, runCommand, systemActor, verifyJournal } from '../src/index.ts';
import type { Actor, CommandRequest, Database } from '../src/index.ts';

const at = new Date('2026-03-01T01:00:00Z');
const system = systemActor('seed');
const clerk: Actor = { user: 'clerk', organisation: 'd:甲', role: 'officer', district: '甲区' };
const owner: Actor = {
  user: 'owner',
  organisation: 'e:1',
  role: 'enterprise',
  district: undefined,
};

const outcomeSchema = z.object({ id: z.string() });

function parse(data: unknown): { id: string } {
  return outcomeSchema.parse(data);
}

/** What commands promise on every database. `open` gives an empty one. */
export function commandSuite(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;

    async function add(request: CommandRequest, id: string, district: string) {
      return runCommand(
        database.queries,
        request,
        async (transaction) => {
          await transaction
            .insertInto('organisation')
            .values({ id, kind: 'enterprise', name: id, name_en: id, district })
            .execute();
          const entry = { action: 'added', subject: id, reason: 'tried', detail: {} };
          return ok({ outcome: { id }, entry });
        },
        parse,
      );
    }

    async function countOf(id: string): Promise<number> {
      return readAs(database.queries, system, async (transaction) => {
        const rows = await transaction
          .selectFrom('organisation')
          .select('id')
          .where('id', '=', id)
          .execute();
        return rows.length;
      });
    }

    beforeAll(async () => {
      database = await open();
    });

    afterAll(async () => {
      await database.close();
    });

    test('what is asked twice under one key is done once and answered alike', async () => {
      const request = { key: 'k1', name: 'add', actor: system, input: { id: 'e:1' }, at };
      const both = await Promise.all([add(request, 'e:1', '甲区'), add(request, 'e:1', '甲区')]);
      expect(both).toEqual([ok({ id: 'e:1' }), ok({ id: 'e:1' })]);
      expect(await countOf('e:1')).toBe(1);
      expect(await verifyJournal(database.queries)).toMatchObject({ kind: 'whole', entries: 1 });
    });

    test('a command that moves thousands writes an entry for each, and the chain is whole', async () => {
      const before = await verifyJournal(database.queries);
      const entry = { action: 'moved', subject: 'all', reason: '', detail: { moved: 2001 } };
      const others = Array.from({ length: 2001 }, (_, index) => ({
        ...entry,
        subject: `case ${index}`,
        detail: {},
      }));
      const request = { key: 'many', name: 'move', actor: system, input: {}, at };
      const done = () =>
        runCommand(
          database.queries,
          request,
          () => Promise.resolve(ok({ outcome: { id: 'all' }, entry, others })),
          parse,
        );
      expect(await done()).toEqual(ok({ id: 'all' }));
      expect(await done()).toEqual(ok({ id: 'all' }));
      const entries = before.kind === 'whole' ? before.entries + 2002 : 0;
      expect(await verifyJournal(database.queries)).toMatchObject({ kind: 'whole', entries });
    });

    test('a key that was used for another request is refused', async () => {
      const request = { key: 'k1', name: 'add', actor: system, input: { id: 'e:9' }, at };
      expect(await add(request, 'e:9', '甲区')).toEqual(fail({ code: 'key_reused' }));
      expect(await countOf('e:9')).toBe(0);
    });

    test('a command that refuses changes nothing, and its key is free', async () => {
      const request = { key: 'k2', name: 'add', actor: system, input: { id: 'e:2' }, at };
      const refused = await runCommand(
        database.queries,
        request,
        async (transaction) => {
          await transaction
            .insertInto('organisation')
            .values({ id: 'e:2', kind: 'enterprise', name: 'x', name_en: 'x' })
            .execute();
          return fail({ code: 'not_today' as const });
        },
        parse,
      );
      expect(refused).toEqual(fail({ code: 'not_today' }));
      expect(await countOf('e:2')).toBe(0);
      expect(await add(request, 'e:2', '乙区')).toEqual(ok({ id: 'e:2' }));
    });

    for (const c of [
      { who: 'an officer of the district', actor: clerk, sees: ['e:1'] },
      { who: 'the enterprise itself', actor: owner, sees: ['e:1'] },
      { who: 'another enterprise', actor: { ...owner, organisation: 'e:3' }, sees: [] },
      {
        who: 'an officer of the whole city',
        actor: { ...clerk, district: undefined },
        sees: ['e:1', 'e:2'],
      },
      { who: 'an administrator', actor: { ...clerk, role: 'administrator' as const }, sees: [] },
      { who: 'an auditor', actor: { ...clerk, role: 'auditor' as const }, sees: ['e:1', 'e:2'] },
    ])
      test(`facts are seen by ${c.who}: ${c.sees.length}`, async () => {
        await readAs(database.queries, system, async (transaction) => {
          for (const enterprise of ['e:1', 'e:2'])
            await transaction
              .insertInto('fact_record')
              .values({
                enterprise,
                fact: 'x',
                value: '1',
                source: 'tax',
                as_of: '2026-01-01',
                recorded_at: at,
                brought_by: 'test',
              })
              .execute();
        });
        const seen = await readAs(database.queries, c.actor, (transaction) =>
          transaction.selectFrom('fact_record').select('enterprise').distinct().execute(),
        );
        expect(seen.map(({ enterprise }) => enterprise).sort()).toEqual(c.sees);
      });

    test('nobody signed in can read sessions or passwords', async () => {
      for (const table of ['session', 'app_user'] as const)
        await expect(
          readAs(database.queries, clerk, (transaction) =>
            transaction.selectFrom(table).selectAll().execute(),
          ),
        ).rejects.toThrow(/permission denied/);
    });
  });
}
