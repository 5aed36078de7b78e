import { baseYearOf, examplesOf, isInForce, nothingKnown, readFacts } from '@luodi/evaluation';
import type { FactEntry, FactSet } from '@luodi/evaluation';
import { loadContent } from '@luodi/language';
import type { Content, Example, Measure } from '@luodi/language';
import type { PlainDate } from '@luodi/kernel';
import { readContentFolder } from '@luodi/platform';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tabulateFacts } from '../../src/population/tabulate/tabulate-facts.ts';
import type { TabulatedRows } from '../../src/population/tabulate/tabulate-facts.ts';
import type { Applicants } from '../support/applicant-tables.ts';
import { load } from '../support/backends/backend.ts';
import type { Backend, BackendSource } from '../support/backends/backend.ts';
import { tablesOf } from '../support/tables-of-rows.ts';
import { Comparison, reportedDifferences } from './comparison.ts';
import type { Difference } from './comparison.ts';

const folder = fileURLToPath(new URL('../../../../content/hangzhou', import.meta.url));

/** An example that tables can hold. */
interface Case {
  readonly measure: Measure;
  readonly date: PlainDate;
  readonly facts: FactSet;
  readonly rows: TabulatedRows;
}

/** What an example says of a project or a person as such, said of the only one that the applicant lists: so tables hold it. */
function asItems({ entries, items, history }: FactSet, { vocabulary }: Content): FactSet {
  const own = new Map<string, FactEntry>();
  const listed = new Map(items);
  for (const [name, entry] of entries) {
    const entity = vocabulary.facts.get(name)?.entity ?? '';
    const isItems = vocabulary.entities.get(entity)?.belongsTo !== undefined;
    if (!isItems || items.has(entity)) own.set(name, entry);
    else {
      const [only] = listed.get(entity) ?? [];
      const said = new Map([...(only?.entries ?? []), [name, entry]]);
      listed.set(entity, [{ label: `${entity}1`, entries: said, history: nothingKnown.history }]);
    }
  }
  return { entries: own, items: listed, history };
}

/** `number` is the id of the example's applicant. Undefined where the rule is not in force, or a total received stands without payments. */
function caseOf(
  { measure: id, date, facts: raw }: Example,
  number: number,
  content: Content,
): Case | undefined {
  const measure = content.measures.get(id);
  const read = readFacts(raw, content);
  if (measure === undefined || !read.ok || !isInForce(measure, date)) return undefined;
  const facts = asItems(read.value, content);
  const tabulation = {
    applicant: String(number),
    baseYear: baseYearOf(measure, date),
    vocabulary: content.vocabulary,
  };
  const rows = tabulateFacts(facts, tabulation);
  return rows.ok ? { measure, date, facts, rows: rows.value } : undefined;
}

function casesOf(examples: readonly Example[], content: Content): readonly Case[] {
  const cases: Case[] = [];
  for (const example of examples) {
    const found = caseOf(example, cases.length, content);
    if (found !== undefined) cases.push(found);
  }
  return cases;
}

/** The cases of each measure and day. */
function questionsOf(cases: readonly Case[]): ReadonlyMap<string, ReadonlySet<number>> {
  const questions = new Map<string, Set<number>>();
  for (const [number, { measure, date }] of cases.entries()) {
    const question = `${measure.id} ${date.toString()}`;
    questions.set(question, (questions.get(question) ?? new Set()).add(number));
  }
  return questions;
}

/** The examples of one document as the only applicants of the database. */
async function differencesOf(
  cases: readonly Case[],
  content: Content,
  backend: Backend,
  comparison: Comparison,
  engine: string,
): Promise<readonly Difference[]> {
  const applicants: Applicants = {
    facts: cases.map(({ facts }) => facts),
    tables: tablesOf(
      cases.map(({ rows }) => rows),
      content.vocabulary,
    ),
  };
  await load(backend, applicants, engine);
  const found: Difference[] = [];
  for (const among of questionsOf(cases).values()) {
    const [first] = among;
    const one = first === undefined ? undefined : cases[first];
    if (one === undefined || found.length >= reportedDifferences) continue;
    found.push(...(await comparison.differences(one.measure, one.date, applicants, among)));
  }
  for (const table of applicants.tables.keys())
    await backend.run(`DROP TABLE ${backend.dialect.identifier(table)}`);
  return found.slice(0, reportedDifferences);
}

/** Every example of the content, tabulated: the backend answers it as the evaluator does, and so as the content expects. */
export async function describeExamples(source: BackendSource, engine = ''): Promise<void> {
  const { content } = loadContent(await readContentFolder(folder));
  const byDocument = new Map<string, Example[]>();
  for (const { document, example } of examplesOf(content))
    byDocument.set(document, [...(byDocument.get(document) ?? []), example]);
  describe.skipIf(source.missing !== undefined)(
    `examples of the content in ${source.name}${source.missing === undefined ? '' : ` (skipped: ${source.missing})`}`,
    () => {
      let backend: Backend | undefined;
      let comparison: Comparison | undefined;
      let missing: string | undefined;

      beforeAll(async () => {
        const opened = await source.open();
        if ('missing' in opened) {
          missing = opened.missing;
          return;
        }
        backend = opened;
        comparison = new Comparison(content, opened);
      }, 600_000);
      afterAll(() => backend?.close());

      for (const [document, examples] of byDocument)
        test(`${document}: its examples are answered as the evaluator answers them`, async ({
          skip,
        }) => {
          if (backend === undefined || comparison === undefined) return skip(missing);
          const cases = casesOf(examples, content);
          expect(await differencesOf(cases, content, backend, comparison, engine)).toEqual([]);
        }, 300_000);

      test('nearly all examples were compared', ({ skip }) => {
        if (comparison === undefined) return skip(missing);
        const all = [...byDocument.values()].flat().length;
        expect(comparison.compared).toBeGreaterThan(all * 0.9);
      });
    },
  );
}
