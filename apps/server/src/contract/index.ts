/** What the web application may know of the server: shapes of answers, checked where they arrive. */
import { z } from 'zod';

/** `GET /api/content`: the rule files of a city; the browser parses and evaluates them by itself. */
export const contentResponse = z.object({
  version: z.string(),
  city: z.string(),
  files: z.record(z.string(), z.string()),
});
export type ContentResponse = z.infer<typeof contentResponse>;

/** A made-up enterprise to start from. Facts as in a facts file, by Chinese name. */
export const sampleEnterprise = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  note: z.string(),
  noteEn: z.string(),
  date: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.array(z.record(z.string(), z.string()))])),
});
export type SampleEnterprise = z.infer<typeof sampleEnterprise>;

/** `GET /api/samples` */
export const samplesResponse = z.array(sampleEnterprise);
