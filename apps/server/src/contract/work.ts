import { z } from 'zod';
import { caseSummary, taskJson } from './delivery.ts';

/** What waits for the office of the one who asks, the soonest due first. */
export const workResponse = z.object({
  tasks: z.array(z.object({ task: taskJson, case: caseSummary })),
  /** Objections that stop a case of one of its programmes until it answers; due when publicity or notice is over. */
  objections: z.array(
    z.object({
      id: z.string(),
      byName: z.string(),
      words: z.string(),
      at: z.string(),
      /** Publicity or notice is over, and the case waits for the answer alone. */
      late: z.boolean(),
      case: caseSummary,
    }),
  ),
});
export type WorkResponse = z.infer<typeof workResponse>;
