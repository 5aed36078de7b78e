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
