import { z } from 'zod';

const sequence = z.int().min(1);

/** `GET /api/journal` */
export const journalResponse = z.strictObject({
  entries: z.array(
    z
      .strictObject({
        sequence,
        at: z.string(),
        actor: z.string(),
        actorName: z.string().nullable(),
        action: z.string(),
        subject: z.string(),
        reason: z.string(),
        detail: z.record(z.string(), z.unknown()),
        hash: z.string(),
      })
      .meta({ id: 'JournalEntry' }),
  ),
  next: sequence.nullable().meta({ description: 'Send it as `before` for the next page' }),
});
export type JournalResponse = z.infer<typeof journalResponse>;

/** `GET /api/journal/heads` */
export const journalHeadsResponse = z.strictObject({
  heads: z.array(
    z
      .strictObject({ day: z.string(), sequence, hash: z.string() })
      .meta({ id: 'JournalHead', description: 'The last entry of a day in China' }),
  ),
});
export type JournalHeadsResponse = z.infer<typeof journalHeadsResponse>;
