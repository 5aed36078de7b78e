import { z } from 'zod';
import { documentStatus } from './library.ts';

const inertReason = z.enum([
  'task',
  'discretion',
  'elsewhere',
  'declaration',
  'procedure',
  'duties',
  'definition',
  'closing',
]);

const figureKind = z.enum(['money', 'share', 'period', 'ratio', 'target_year', 'count']);

const looseFigure = {
  kind: figureKind,
  text: z.string(),
  clause: z.string(),
  line: z.int(),
};

const summary = {
  document: z.string(),
  title: z.string(),
  titleEn: z.string(),
  status: documentStatus,
  clauses: z.int(),
  encodedClauses: z.int().meta({ description: 'With something that runs or is followed up' }),
  entries: z.strictObject({
    measures: z.int(),
    examples: z.int(),
    tasks: z.int(),
    indicators: z.int(),
    lists: z.int(),
    procedures: z.int(),
    inspections: z.int(),
    contracts: z.int(),
  }),
  notExecutable: z.partialRecord(inertReason, z.int()),
  openReadings: z.int(),
};

/** `GET /api/coverage`: as `luodi coverage --json`, without the source texts. */
export const coverageResponse = z.array(
  z
    .strictObject({
      ...summary,
      figures: z.strictObject({
        quoted: z.int(),
        carried: z.int(),
        notCarried: z.array(z.strictObject(looseFigure)),
      }),
    })
    .meta({ id: 'Coverage' }),
);
export type CoverageResponse = z.infer<typeof coverageResponse>;

const reading = z.strictObject({
  clause: z.string().nullable().meta({ description: 'null: the document as a whole' }),
  entry: z.string().nullable(),
  entryEn: z.string().nullable(),
  words: z.string(),
  reading: z.string(),
  reason: z.string(),
});

/** `GET /api/coverage/{id}`: what the numbers of one document stand for. */
export const documentCoverageResponse = z
  .strictObject({
    ...summary,
    figures: z.strictObject({
      quoted: z.int(),
      carried: z.int(),
      notCarried: z.array(
        z.strictObject({
          ...looseFigure,
          passage: z.int().meta({ description: 'Which quotation of the clause, from 0' }),
          start: z.int(),
          end: z.int(),
        }),
      ),
    }),
    readings: z.array(reading),
    inert: z.array(
      z.strictObject({ clause: z.string(), reason: inertReason, note: z.string(), line: z.int() }),
    ),
  })
  .meta({ id: 'CoverageDetail' });
export type DocumentCoverageResponse = z.infer<typeof documentCoverageResponse>;
