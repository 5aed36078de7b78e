import { z } from 'zod';
import { entryKinds } from './block.ts';

const text = z.string().nullable();
const side = z.strictObject({ document: z.string(), title: z.string(), titleEn: z.string() });

const words = z.array(
  z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }),
);
export type WordRunJson = z.infer<typeof words>[number];

const fieldChange = z.strictObject({
  field: z.string(),
  earlier: text,
  later: text,
  words: words.nullable().meta({
    description:
      'Where both have it, word by word: `same` and `removed` joined are the earlier, `same` and `added` the later',
  }),
});
export type FieldChangeJson = z.infer<typeof fieldChange>;

const clause = z
  .strictObject({
    heading: z.string(),
    source: z.strictObject({ file: z.string(), from: z.int(), to: z.int() }),
  })
  .nullable();

const clauseChange = z.strictObject({
  change: z.enum(['same', 'reworded', 'added', 'removed']),
  earlier: clause,
  later: clause,
  words,
});
export type ClauseChangeJson = z.infer<typeof clauseChange>;

const entryChange = z.strictObject({
  kind: z.enum(entryKinds),
  change: z.enum(['added', 'removed', 'changed']),
  name: z.string(),
  nameEn: z.string(),
  earlierClause: text,
  laterClause: text,
  fields: z.array(fieldChange),
});
export type EntryChangeJson = z.infer<typeof entryChange>;

/** `GET /api/diff/{earlier}/{later}`: as `luodi diff --json` prints it. */
export const differencesResponse = z
  .strictObject({
    earlier: side,
    later: side,
    header: z.array(fieldChange),
    clauses: z.array(clauseChange),
    entries: z.array(entryChange),
  })
  .meta({ id: 'Differences' });
export type DifferencesResponse = z.infer<typeof differencesResponse>;
