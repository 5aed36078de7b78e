import { compareDates, parseDate } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import type { Content, Measure } from '@luodi/language';
import { readContentFolder } from '@luodi/platform';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Applicants } from '../support/applicant-tables.ts';
import { load } from '../support/backends/backend.ts';
import type { Backend, BackendSource } from '../support/backends/backend.ts';
import { Comparison, reportedDifferences } from './comparison.ts';
import type { Difference } from './comparison.ts';
import { randomApplicants } from '../support/random-applicants.ts';

/** Always the same, so that a failure is met again; `LUODI_SEED` adds another. */
const fixedSeeds = [7, 20_261_121];
const namedSeed = process.env['LUODI_SEED'];
const seeds = namedSeed === undefined ? fixedSeeds : [...fixedSeeds, Number(namedSeed)];

/** How much of the work a backend does. */
export interface Share {
  /** Applicants of each seed. */
  readonly perSeed: number;
  /** One measure in so many, from the `part`-th on; another part for another `LUODI_SEED`. `LUODI_ALL_RULES` asks for all of them. */
  readonly oneIn: number;
  readonly part: number;
}

function measuresFor({ oneIn, part }: Share, content: Content): readonly Measure[] {
  const all = [...content.measures.values()];
  if (process.env['LUODI_ALL_RULES'] !== undefined) return all;
  const turn = part + Number(namedSeed ?? 0);
  return all.filter((_, index) => index % oneIn === turn % oneIn);
}

const folder = fileURLToPath(new URL('../../../../content/hangzhou', import.meta.url));

async function hangzhou(): Promise<Content> {
  return loadContent(await readContentFolder(folder), 'measures').content;
}

const late = parseDate('2026-06-01');

/** A date on which the measure is in force: 2026-06-01, or the last one before it, or its first. */
function dateOf({ validity: { from, until } }: Measure): PlainDate {
  const last = [until, late]
    .filter((date) => date !== undefined)
    .reduce((a, b) => (compareDates(a, b) < 0 ? a : b), until ?? late ?? from);
  return compareDates(last, from) < 0 ? from : last;
}

/** Every measure of the content, as SQL in the backend and in the evaluator, on random applicants with holes. */
export async function describeAgreement(
  source: BackendSource,
  share: Share,
  engine = '',
): Promise<void> {
  const content = await hangzhou();
  const measures = measuresFor(share, content);
  const documents = [...new Set(measures.map(({ id }) => id.split('/')[0] ?? id))];
  describe.skipIf(source.missing !== undefined)(
    `rules as SQL in ${source.name}${source.missing === undefined ? '' : ` (skipped: ${source.missing})`}`,
    () => {
      let backend: Backend | undefined;
      let comparison: Comparison | undefined;
      let applicants: Applicants = { tables: new Map(), facts: [] };
      let missing: string | undefined;

      beforeAll(async () => {
        const opened = await source.open();
        if ('missing' in opened) {
          missing = opened.missing;
          return;
        }
        backend = opened;
        applicants = randomApplicants(content, { seeds, perSeed: share.perSeed });
        await load(backend, applicants, engine);
        comparison = new Comparison(content, backend);
      }, 600_000);
      afterAll(() => backend?.close());

      for (const document of documents)
        test(`${document}: every rule answers every applicant as the evaluator does`, async ({
          skip,
        }) => {
          if (comparison === undefined) return skip(missing);
          const found: Difference[] = [];
          for (const measure of measures.filter(({ id }) => id.startsWith(`${document}/`))) {
            found.push(...(await comparison.differences(measure, dateOf(measure), applicants)));
            if (found.length >= reportedDifferences) break;
          }
          expect(found.slice(0, reportedDifferences)).toEqual([]);
        }, 300_000);

      test('applicants of all three statuses were compared', ({ skip }) => {
        if (comparison === undefined) return skip(missing);
        expect([...comparison.statuses].sort()).toEqual([
          'entitled',
          'not_entitled',
          'undetermined',
        ]);
      });
    },
  );
}
