import { z } from 'zod';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const year = z.number().int().min(1900).max(2099);

/** What a column says. */
const columnMeaning = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('credit_code') }),
    z.strictObject({ kind: z.literal('name') }),
    z.strictObject({ kind: z.literal('year') }),
    z.strictObject({
      kind: z.literal('fact'),
      fact: z.string(),
      unit: z.string().max(20).optional(),
      year: year.optional(),
    }),
    z.strictObject({ kind: z.literal('ignored') }),
  ])
  .meta({ id: 'ColumnMeaning' });
export type ColumnMeaningJson = z.infer<typeof columnMeaning>;

export const sheetMapping = z
  .strictObject({
    /** Id of the entity that a row is about; null: the enterprise. */
    item: z.string().nullable(),
    columns: z.array(columnMeaning).max(200),
  })
  .meta({ id: 'SheetMapping' });
export type SheetMappingJson = z.infer<typeof sheetMapping>;

/** The fields of the form beside `file`, for `POST /api/fact-imports/preview` and `POST /api/fact-imports`. */
export const factImportForm = z
  .strictObject({
    source: z.string().min(1),
    /** JSON of a SheetMapping; left out: as remembered for these headings, else as proposed. */
    mapping: z
      .string()
      .max(200_000)
      .transform((text, context) => {
        try {
          const data: unknown = JSON.parse(text);
          return data;
        } catch {
          context.addIssue({ code: 'custom', message: 'not JSON' });
          return z.NEVER;
        }
      })
      .pipe(sheetMapping)
      .optional(),
    year: z.coerce.number().pipe(year).optional(),
    addUnknown: z.enum(['true', 'false']).optional(),
    /** The day that the values describe; only where they are accepted. */
    asOf: z.iso.date().optional(),
  })
  .meta({ id: 'FactImportForm' });

const counts = z
  .strictObject({
    rows: z.number().int(),
    good: z.number().int(),
    faulty: z.number().int(),
    skipped: z.number().int(),
    enterprises: z.number().int(),
    newEnterprises: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    conflicting: z.number().int(),
  })
  .meta({ id: 'FactImportCounts' });
export type ImportCountsJson = z.infer<typeof counts>;

const cellFault = z
  .strictObject({
    row: z.number().int(),
    /** As spreadsheets letter them; empty: the whole row. */
    column: z.string(),
    heading: z.string(),
    code: z.string(),
    found: z.string(),
    message: words,
    hint: words,
  })
  .meta({ id: 'CellFault' });

const comparedValue = z
  .strictObject({
    enterprise: z.string(),
    label: words,
    year: z.number().int().nullable(),
    stated: words,
    others: z.array(z.strictObject({ source: words, shown: words })),
    /** Which of them counts. */
    prevails: words,
  })
  .meta({ id: 'ComparedValue' });

/** `POST /api/fact-imports/preview` */
export const factImportPreviewResponse = z
  .strictObject({
    sheet: z.strictObject({
      fileName: z.string(),
      name: z.string(),
      others: z.array(z.string()),
      rows: z.number().int(),
    }),
    columns: z.array(
      z.strictObject({
        heading: z.string(),
        likeness: z.enum(['exact', 'near', 'none']),
        /** What stands in the first rows. */
        samples: z.array(z.string()),
        proposed: columnMeaning,
      }),
    ),
    mapping: sheetMapping,
    remembered: z.boolean(),
    problems: z.array(
      z.strictObject({
        code: z.string(),
        column: z.number().int().nullable(),
        message: words,
        hint: words,
      }),
    ),
    /** null while there are problems. */
    counts: counts.nullable(),
    /** The first of them. */
    faults: z.array(cellFault),
    skipped: z.array(
      z.strictObject({
        row: z.number().int(),
        kind: z.enum(['total', 'note']),
        text: z.string(),
      }),
    ),
    /** The first values against which another source says something else. */
    conflicts: z.array(comparedValue),
    /** The first values that take the place of others of the same source. */
    changes: z.array(comparedValue),
  })
  .meta({ id: 'FactImportPreviewResponse' });
export type FactImportPreviewResponse = z.infer<typeof factImportPreviewResponse>;

/** `POST /api/fact-imports` */
export const factImportResponse = z
  .strictObject({ id: z.string(), counts })
  .meta({ id: 'FactImportResponse' });
export type FactImportResponse = z.infer<typeof factImportResponse>;

/** `GET /api/fact-imports` */
export const factImportsResponse = z
  .strictObject({
    imports: z.array(
      z.strictObject({
        id: z.string(),
        source: words,
        fileName: z.string(),
        counts,
        at: z.iso.datetime(),
        organisation: z.string(),
        undoneAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({ id: 'FactImportsResponse' });
export type FactImportsResponse = z.infer<typeof factImportsResponse>;

/** `POST /api/fact-imports/{id}/undo` */
export const undoImportRequest = z
  .strictObject({ reason: z.string().trim().min(1).max(2000) })
  .meta({ id: 'UndoImportRequest' });
export const undoImportResponse = z
  .strictObject({
    id: z.string(),
    withdrawn: z.number().int(),
    restored: z.number().int(),
  })
  .meta({ id: 'UndoImportResponse' });
