import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveContent, findContent, verifyJournal } from '../src/index.ts';
import type { Database } from '../src/index.ts';

const at = new Date('2026-01-02T03:04:05.678Z');
const occasion = { at, actor: 'test', reason: 'tried' };

function content(version: string) {
  return { version, city: 'demo', files: new Map([['documents/甲.policy.md', `一 ${version}`]]) };
}

/** What every database must do alike. `open` gives an empty one. */
export function storageSuite(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;

    beforeAll(async () => {
      database = await open();
    });

    afterAll(async () => {
      await database.close();
    });

    test('an empty journal is whole', async () => {
      expect(await verifyJournal(database.queries)).toMatchObject({ kind: 'whole', entries: 0 });
    });

    test('a version is kept with its files and one entry in the journal', async () => {
      const kept = content('aaaa1111');
      expect(await archiveContent(database.queries, kept, occasion)).toBe(true);
      expect(await findContent(database.queries, 'aaaa')).toEqual([kept]);
      const entries = await database.queries
        .selectFrom('journal')
        .select(['sequence', 'at', 'actor', 'action', 'subject', 'reason', 'detail'])
        .execute();
      expect(entries.map((entry) => ({ ...entry, sequence: Number(entry.sequence) }))).toEqual([
        {
          sequence: 1,
          at,
          actor: 'test',
          action: 'content.archived',
          subject: 'aaaa1111',
          reason: 'tried',
          detail: { city: 'demo', files: 1 },
        },
      ]);
    });

    test('a version that is kept already changes nothing', async () => {
      const other = { ...content('aaaa1111'), city: 'elsewhere' };
      expect(await archiveContent(database.queries, other, occasion)).toBe(false);
      expect(await findContent(database.queries, 'aaaa1111')).toEqual([content('aaaa1111')]);
      expect(await verifyJournal(database.queries)).toMatchObject({ kind: 'whole', entries: 1 });
    });

    test('writers at the same time make one chain', async () => {
      const versions = ['bbbb0001', 'bbbb0002', 'bbbb0003', 'cccc0004', 'cccc0005'];
      await Promise.all(
        versions.map((version) => archiveContent(database.queries, content(version), occasion)),
      );
      expect(await verifyJournal(database.queries)).toMatchObject({ kind: 'whole', entries: 6 });
    });

    test('a beginning that several versions share finds two, so that it counts for none', async () => {
      expect(await findContent(database.queries, 'bbbb')).toHaveLength(2);
      expect(await findContent(database.queries, 'dddd')).toEqual([]);
      expect(await findContent(database.queries, 'b%')).toEqual([]);
    });

    for (const statement of [
      "update journal set reason = 'other'",
      'delete from journal',
      'truncate journal',
      "update content_version set city = 'other'",
      'delete from content_version',
      'truncate content_version cascade',
    ])
      test(`the database refuses: ${statement}`, async () => {
        await expect(sql.raw(statement).execute(database.queries)).rejects.toThrow('append-only');
      });

    test('what fails leaves neither the version nor an entry', async () => {
      const broken = { ...occasion, reason: 'no NUL in text: \u0000' };
      await expect(archiveContent(database.queries, content('eeee1111'), broken)).rejects.toThrow();
      expect(await findContent(database.queries, 'eeee1111')).toEqual([]);
      expect(await verifyJournal(database.queries)).toMatchObject({ kind: 'whole', entries: 6 });
    });

    // These tamper as somebody with full rights could, so they come last.
    for (const { tamper, finding } of [
      {
        tamper: "update journal set reason = 'other' where sequence = 4",
        finding: { sequence: 4n, because: 'hash' },
      },
      {
        tamper: "update journal set prev_hash = 'x' where sequence = 3",
        finding: { sequence: 3n, because: 'link' },
      },
      {
        tamper: 'delete from journal where sequence = 2',
        finding: { sequence: 2n, because: 'gap' },
      },
    ])
      test(`tampering is found: ${tamper}`, async () => {
        await sql`alter table journal disable trigger all`.execute(database.queries);
        await sql.raw(tamper).execute(database.queries);
        expect(await verifyJournal(database.queries)).toEqual({ kind: 'broken', ...finding });
      });
  });
}
