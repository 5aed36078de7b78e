import { createEvaluator } from '@luodi/evaluation';
import { parseDate } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import type { Database } from '@luodi/platform';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPassages, indexPassages, passagesOf, termsOf } from '../src/index.ts';
import type { SearchPassage, SearchQuestion } from '../src/index.ts';
import { foldWords } from '../src/search/grams.ts';
import { searchedFiles } from './searched-content.ts';

const { content } = loadContent(searchedFiles);
const passages = passagesOf(createEvaluator(content));
const version = 'version-1';

const page: SearchQuestion = { query: '', offset: 0, limit: 50 };

/** What the answer must be, found the slow way. */
function holds(passage: SearchPassage, terms: readonly string[]): boolean {
  const { words, clause, document, names } = passage;
  const parts = [words, clause, document.title, document.titleEn, ...names].map(foldWords);
  return terms.every((term) => parts.join(' ').includes(term));
}

/** The same questions to every database. `open` gives one with the tables. */
export function searchSuite(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    const find = (question: Partial<SearchQuestion>) =>
      findPassages(database.queries, version, { ...page, ...question });
    const clauses = async (question: Partial<SearchQuestion>) =>
      (await find(question)).hits.map(({ clause }) => clause);

    beforeAll(async () => {
      database = await open();
      expect(await indexPassages(database.queries, version, () => passages)).toBe(true);
    });

    afterAll(() => database.close());

    test('a version that is there is not made findable again, nor are its passages built', async () => {
      const build = () => {
        throw new Error('built in vain');
      };
      expect(await indexPassages(database.queries, version, build)).toBe(false);
    });

    const cases: readonly {
      readonly title: string;
      readonly question: Partial<SearchQuestion>;
      readonly clauses: readonly string[];
    }[] = [
      {
        title: 'one character',
        question: { query: '税' },
        clauses: ['二、减税'],
      },
      {
        title: 'two characters, as built-in tokenizers lose them; names before words',
        question: { query: '研发' },
        clauses: ['一、支持研发', '一、草稿'],
      },
      {
        title: 'many characters in a row',
        question: { query: '对年度研发投入达到100万元的企业' },
        clauses: ['一、支持研发'],
      },
      {
        title: 'pairs that all occur, but not in a row, are no hit',
        question: { query: '研发企业投入' },
        clauses: [],
      },
      {
        title: 'full width and capital letters are one with half width and small ones',
        question: { query: '５g' },
        clauses: ['三、培育'],
      },
      {
        title: 'all of several words',
        question: { query: '培育 2027' },
        clauses: ['三、培育'],
      },
      {
        title: 'signs that mean something to the database are words like others',
        question: { query: "'&|\\ %" },
        clauses: [],
      },
      { title: 'a percent sign', question: { query: '50%' }, clauses: ['二、减税'] },
      { title: 'English names', question: { query: 'R&D subsidy' }, clauses: ['一、支持研发'] },
      {
        title: 'by department',
        question: { department: '市税务局' },
        clauses: ['二、减税'],
      },
      { title: 'by matter', question: { matter: '研发补助' }, clauses: ['一、支持研发'] },
      { title: 'by kind of block', question: { kind: 'indicators' }, clauses: ['三、培育'] },
      { title: 'by status', question: { status: 'draft' }, clauses: ['一、草稿'] },
      {
        title: 'by what is in force on a day',
        question: { date: parseDate('2030-01-01') },
        clauses: ['一、草稿'],
      },
      {
        title: 'by amount: what can bring at least 20万元',
        question: { leastFen: 20_000_000n },
        clauses: ['一、支持研发'],
      },
      {
        title: 'by amount: what can bring at least one fen more than there is',
        question: { leastFen: 20_000_001n },
        clauses: [],
      },
      {
        title: 'words and filters together',
        question: { query: '企业', department: '市税务局' },
        clauses: ['二、减税'],
      },
    ];
    for (const each of cases)
      test(each.title, async () => expect(await clauses(each.question)).toEqual(each.clauses));

    test('names before words, then documents that bind before drafts, whatever their order', async () => {
      expect(await clauses({ query: '企业' })).toEqual([
        '三、培育',
        '一、支持研发',
        '二、减税',
        '一、草稿',
      ]);
    });

    test('page by page, with the whole number on each', async () => {
      const pages = await Promise.all(
        [0, 2, 4, 6].map((offset) => find({ query: '企业', offset, limit: 2 })),
      );
      expect(pages.map(({ total, hits }) => [total, hits.length])).toEqual([
        [4, 2],
        [4, 2],
        [4, 0],
        [4, 0],
      ]);
    });

    test('any stretch of the words finds them, and nothing else is found', async () => {
      const all = passages.map(({ words }) => words).join('');
      const stretches = fc
        .tuple(fc.nat(all.length - 1), fc.integer({ min: 1, max: 9 }))
        .map(([at, length]) => all.slice(at, at + length));
      await fc.assert(
        fc.asyncProperty(stretches, async (query) => {
          const terms = termsOf(query);
          const expected = passages.filter((passage) => holds(passage, terms));
          expect((await find({ query })).total).toBe(expected.length);
        }),
        { numRuns: 60, seed: 7 },
      );
    });

    test('another version takes the place of the one before', async () => {
      const fewer = () => passages.slice(0, 1);
      expect(await indexPassages(database.queries, 'version-2', fewer)).toBe(true);
      expect((await find({ query: '企业' })).total).toBe(0);
      const now = await findPassages(database.queries, 'version-2', { ...page, query: '企业' });
      expect(now.total).toBe(1);
    });
  });
}
