import { z } from 'zod';

const day = z.iso.date();
const id = z.string().min(1).max(300);
const words = z.string().trim().min(1).max(200);
const longWords = z.string().trim().min(1).max(1000);

const publicListing = z.object({
  enterpriseName: z.string(),
  reason: z.string(),
  clause: z.string(),
  since: day,
  until: day.nullable(),
});

/** What everybody may read of the list today. */
export const publicDishonestyResponse = z.object({ listings: z.array(publicListing) });
export type PublicDishonestyResponse = z.infer<typeof publicDishonestyResponse>;

/** The list for those who keep it, and each enterprise’s own entries. */
export const dishonestyResponse = z.object({
  listings: z.array(
    publicListing.extend({
      id: z.string(),
      enterprise: z.string(),
      district: z.string().nullable(),
      case: z.string().nullable(),
      at: z.string(),
      liftedAt: z.string().nullable(),
      state: z.enum(['future', 'listed', 'ended', 'lifted']),
      /** Whether the one who asks may lift it. */
      mine: z.boolean(),
    }),
  ),
});
export type DishonestyResponse = z.infer<typeof dishonestyResponse>;

export const listingRequest = z.strictObject({
  enterprise: id,
  since: day,
  until: day.optional(),
  reason: longWords,
  clause: words,
  case: id.optional(),
});
export const liftRequest = z.strictObject({ words: longWords });
export const listingOutcome = z.object({ listing: z.string() });
