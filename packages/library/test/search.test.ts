import { randomBytes } from 'node:crypto';
import { openDatabase } from '@luodi/platform';
import type { Database, StoragePlace } from '@luodi/platform';
import { describe, expect, test } from 'vitest';
import { excerptOf, termsOf } from '../src/index.ts';
import { searchSuite } from './search-suite.ts';

async function opened(place: StoragePlace): Promise<Database> {
  const database = await openDatabase(place);
  if (!database.ok) throw new Error(database.error.message.en);
  return database.value;
}

searchSuite('embedded database', () => opened({ kind: 'memory' }));

const server = process.env['LUODI_TEST_DATABASE_URL'];
if (server === undefined)
  test.skip('PostgreSQL server: set LUODI_TEST_DATABASE_URL to the URL of one to test on it too', () => {});
else
  searchSuite('PostgreSQL server', async () => {
    const { default: pg } = await import('pg');
    const schema = `luodi_test_${randomBytes(6).toString('hex')}`;
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(`create schema ${schema}`);
    const url = new URL(server);
    url.searchParams.set('options', `-c search_path=${schema}`);
    const database = await opened({ kind: 'server', url: url.href });
    return {
      ...database,
      async close() {
        await database.close();
        await client.query(`drop schema ${schema} cascade`);
        await client.end();
      },
    };
  });

describe('the words around a hit', () => {
  const marked = (words: string, query: string) =>
    excerptOf(words, termsOf(query))
      .map(({ text, hit }) => (hit ? `[${text}]` : text))
      .join('');

  const cases: readonly {
    readonly words: string;
    readonly query: string;
    readonly shown: string;
  }[] = [
    { words: '给予最高20万元补助', query: '20万元', shown: '给予最高[20万元]补助' },
    { words: '给予最高２０万元补助', query: '20万元', shown: '给予最高[２０万元]补助' },
    { words: '企业和企业', query: '企业', shown: '[企业]和[企业]' },
    { words: '给予补助', query: '税', shown: '给予补助' },
    { words: '研发投入', query: '研发 研发投', shown: '[研发投]入' },
    {
      words: `${'前'.repeat(40)}研发${'后'.repeat(200)}`,
      query: '研发',
      shown: `…${'前'.repeat(24)}[研发]${'后'.repeat(94)}…`,
    },
  ];
  for (const { words, query, shown } of cases)
    test(`${query} in ${words.slice(0, 12)}`, () => expect(marked(words, query)).toBe(shown));
});
