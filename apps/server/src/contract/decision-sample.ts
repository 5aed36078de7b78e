import { z } from 'zod';

/** 抽查复算: the same question draws the same decisions. */
export const sampleQuery = z.object({
  seed: z.string().trim().min(1).max(100),
  size: z.coerce.number().int().min(1).max(200),
  programme: z.string().max(60).optional(),
  fromFen: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export const sampleWorkbookQuery = sampleQuery.extend({ lang: z.enum(['zh', 'en']).optional() });

export const sampleResponse = z.object({
  seed: z.string(),
  population: z.number(),
  drawn: z.array(
    z.object({
      decision: z.string(),
      case: z.string(),
      enterpriseName: z.string(),
      title: z.string(),
      titleEn: z.string(),
      amountFen: z.string(),
      lawDate: z.string(),
      contentVersion: z.string(),
      rank: z.string(),
      finding: z.enum(['confirmed', 'altered', 'other_rules', 'differs']),
      /** What differs. */
      parts: z.array(z.string()),
    }),
  ),
});
export type SampleResponse = z.infer<typeof sampleResponse>;
