import { z } from '@hono/zod-openapi';
import { isInForce } from '@luodi/evaluation';
import { fail, nearName, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content, Measure } from '@luodi/language';
import { readDay } from '../api/applicant-question.ts';
import type { ErrorDetail } from '../contract/index.ts';
import { detail, didYouMean } from '../errors/refusal.ts';

/** Filters of the list of measures, as described in the documentation. */
export const measureQuery = z.object({
  document: z.string().optional().meta({ description: 'Id of a document' }),
  matter: z.string().optional().meta({ description: 'Name of a matter, Chinese or English' }),
  date: z.string().optional().meta({ description: 'In force on this day, YYYY-MM-DD' }),
  department: z.string().optional().meta({ description: 'Name of a responsible department' }),
});

type Keeps = (measure: Measure) => boolean;
type Filter = (given: string, content: Content) => Result<Keeps, ErrorDetail>;

function unknownName(key: string, given: string, known: Iterable<string>): ErrorDetail {
  return detail(
    key,
    'unknown_name',
    { zh: `${key} 没有“${given}”`, en: `${key} knows no “${given}”` },
    didYouMean(nearName(given, known)),
  );
}

const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  [
    'document',
    (given, { documents, documentOf }) =>
      documents.some(({ id }) => id === given)
        ? ok(({ id }: Measure) => documentOf.get(id)?.id === given)
        : fail(
            unknownName(
              'document',
              given,
              documents.map(({ id }) => id),
            ),
          ),
  ],
  [
    'matter',
    (given, { vocabulary }) => {
      const matters = [...vocabulary.matters.values()];
      const found = matters.find(({ name, nameEn }) => name === given || nameEn === given);
      return found === undefined
        ? fail(
            unknownName(
              'matter',
              given,
              matters.flatMap(({ name, nameEn }) => [name, nameEn]),
            ),
          )
        : ok(({ matter }: Measure) => matter === found.name);
    },
  ],
  [
    'department',
    (given, { measures }) => {
      const all = new Set([...measures.values()].flatMap(({ departments }) => departments));
      return all.has(given)
        ? ok(({ departments }: Measure) => departments.includes(given))
        : fail(unknownName('department', given, all));
    },
  ],
  [
    'date',
    (given) => {
      const day = readDay(given, 'date');
      return day.ok ? ok((measure: Measure) => isInForce(measure, day.value)) : day;
    },
  ],
]);

/** The measures that pass all filters of a query, in the order of the content; or all that is wrong with the query. */
export function filterMeasures(
  query: Readonly<Record<string, string>>,
  content: Content,
): Result<readonly Measure[], readonly ErrorDetail[]> {
  const faults: ErrorDetail[] = [];
  const keeps: Keeps[] = [];
  for (const [key, given] of Object.entries(query)) {
    const filter = filters.get(key);
    const made =
      filter === undefined
        ? fail(
            detail(
              key,
              'unknown_parameter',
              { zh: `没有参数“${key}”`, en: `there is no parameter “${key}”` },
              didYouMean(nearName(key, filters.keys())),
            ),
          )
        : filter(given, content);
    if (made.ok) keeps.push(made.value);
    else faults.push(made.error);
  }
  if (faults.length > 0) return fail(faults);
  return ok(
    [...content.measures.values()].filter((measure) => keeps.every((keep) => keep(measure))),
  );
}
