import { z } from '@hono/zod-openapi';
import { fail, fraction, nearName, ok, parseQuantity } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import type { SearchQuestion } from '@luodi/library';
import { readDay } from '../api/applicant-question.ts';
import { passageKind, passageKinds } from '../contract/index.ts';
import type { ErrorDetail } from '../contract/index.ts';
import { detail, didYouMean } from '../errors/refusal.ts';
import { departmentsIn } from '../library/named-entries.ts';

const usualLimit = 20;
const largestLimit = 100;
const statuses = ['final', 'draft', 'commentary'] as const;

/** What can be looked for, as described in the documentation. */
export const searchQuery = z.object({
  q: z.string().optional().meta({
    description:
      'Words that must all occur, whatever their length; empty: all that pass the filters',
  }),
  document: z.string().optional().meta({ description: 'Id of a document' }),
  department: z
    .string()
    .optional()
    .meta({ description: 'A department, as the documents write it' }),
  matter: z.string().optional().meta({ description: 'Name of a matter, Chinese or English' }),
  kind: passageKind.optional().meta({ description: 'What rests on the words' }),
  status: z.enum(statuses).optional(),
  date: z.string().optional().meta({ description: 'In force on this day, YYYY-MM-DD' }),
  least: z.string().optional().meta({
    description: 'A measure can bring at least this much: 100万元, or fen as a bare number',
  }),
  offset: z.string().optional().meta({ description: 'How many hits to skip; 0 if left out' }),
  limit: z
    .string()
    .optional()
    .meta({ description: `How many hits; ${usualLimit} if left out, ${largestLimit} at most` }),
});

type Part = Partial<SearchQuestion>;
type Reader = (given: string, content: Content) => Result<Part, ErrorDetail>;

function unknownName(key: string, given: string, known: readonly string[]): ErrorDetail {
  return detail(
    key,
    'unknown_name',
    { zh: `${key} 没有“${given}”`, en: `${key} knows no “${given}”` },
    didYouMean(nearName(given, known)),
  );
}

function oneOf(key: string, known: readonly string[], given: string, part: Part) {
  return known.includes(given) ? ok(part) : fail(unknownName(key, given, known));
}

function readMatter(given: string, { vocabulary }: Content): Result<Part, ErrorDetail> {
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
    : ok({ matter: found.name });
}

/** As much as the database can hold. */
const mostFen = 2n ** 63n - 1n;
/** Longer than any sum in words or digits. */
const longestSum = 60;

/** 分; `undefined`: no sum of money, or one beyond all. */
function fenOf(given: string): bigint | undefined {
  if (given.length > longestSum) return undefined;
  if (/^\d+$/.test(given)) return BigInt(given);
  const read = parseQuantity(given);
  return typeof read === 'object' && read.dimension === 'money' && read.value.numerator >= 0n
    ? fraction.floor(read.value)
    : undefined;
}

function readLeast(given: string): Result<Part, ErrorDetail> {
  const leastFen = fenOf(given.trim());
  return leastFen !== undefined && leastFen <= mostFen
    ? ok({ leastFen })
    : fail(
        detail(
          'least',
          'not_money',
          { zh: `“${given}”不是金额`, en: `“${given}” is no sum of money` },
          { zh: '请写成 100万元，或以分计的整数', en: 'write it like 100万元, or fen as a number' },
        ),
      );
}

function readCount(key: 'offset' | 'limit', least: number, most: number): Reader {
  return (given) => {
    const count = Number(given);
    return /^\d{1,9}$/.test(given) && count >= least && count <= most
      ? ok(key === 'offset' ? { offset: count } : { limit: count })
      : fail(
          detail(key, 'not_a_count', {
            zh: `${key} 须是 ${least} 到 ${most} 的整数`,
            en: `${key} must be a whole number from ${least} to ${most}`,
          }),
        );
  };
}

const mostSkipped = 1_000_000;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['q', (given) => ok({ query: given })],
  [
    'document',
    (given, { documents }) =>
      oneOf(
        'document',
        documents.map(({ id }) => id),
        given,
        { document: given },
      ),
  ],
  [
    'department',
    (given, { documents }) =>
      oneOf('department', [...new Set(documents.flatMap(departmentsIn))], given, {
        department: given,
      }),
  ],
  ['matter', readMatter],
  [
    'kind',
    (given) => {
      const kind = passageKind.safeParse(given);
      return kind.success
        ? ok({ kind: kind.data })
        : fail(unknownName('kind', given, passageKinds));
    },
  ],
  [
    'status',
    (given) => {
      const status = z.enum(statuses).safeParse(given);
      return status.success
        ? ok({ status: status.data })
        : fail(unknownName('status', given, statuses));
    },
  ],
  [
    'date',
    (given) => {
      const day = readDay(given, 'date');
      return day.ok ? ok({ date: day.value }) : day;
    },
  ],
  ['least', readLeast],
  ['offset', readCount('offset', 0, mostSkipped)],
  ['limit', readCount('limit', 1, largestLimit)],
]);

/** Reads what is looked for; or all that is wrong with it. */
export function readSearchQuery(
  query: Readonly<Record<string, string>>,
  content: Content,
): Result<SearchQuestion, readonly ErrorDetail[]> {
  const faults: ErrorDetail[] = [];
  let question: SearchQuestion = { query: '', offset: 0, limit: usualLimit };
  for (const [key, given] of Object.entries(query)) {
    const reader = readers.get(key);
    if (reader === undefined) {
      const words = { zh: `没有参数“${key}”`, en: `there is no parameter “${key}”` };
      faults.push(
        detail(key, 'unknown_parameter', words, didYouMean(nearName(key, readers.keys()))),
      );
      continue;
    }
    const read = reader(given, content);
    if (read.ok) question = { ...question, ...read.value };
    else faults.push(read.error);
  }
  return faults.length > 0 ? fail(faults) : ok(question);
}
