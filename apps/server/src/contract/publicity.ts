import { z } from 'zod';

/** 公示: who is to get what, open to objections until when. */
export const publicityResponse = z.object({
  cases: z.array(
    z.object({
      case: z.string(),
      title: z.string(),
      titleEn: z.string(),
      ownerName: z.string(),
      enterpriseName: z.string(),
      district: z.string(),
      /** Whole fen, as text. */
      fen: z.string().nullable(),
      until: z.iso.date().nullable(),
    }),
  ),
});
export type PublicityResponse = z.infer<typeof publicityResponse>;

/** Who objects without signing in says who they are and how they can be reached. */
export const publicObjectionRequest = z.strictObject({
  byName: z.string().trim().min(1).max(100),
  /** A telephone number or an address of mail. */
  contact: z.string().trim().min(5).max(200),
  words: z.string().trim().min(1).max(2000),
});
export const publicObjectionOutcome = z.object({ received: z.literal(true) });
