import { z } from 'zod';

/** `GET /api/content`: the rule files of a city; the browser parses and evaluates them by itself. */
export const contentResponse = z
  .object({
    version: z.string().meta({ description: 'SHA-256 over names and texts of all files' }),
    city: z.string(),
    files: z.record(z.string(), z.string()).meta({ description: 'Path to text' }),
  })
  .meta({
    id: 'Content',
    example: {
      version: '5f0c…',
      city: 'hangzhou',
      files: { 'documents/example.policy.md': '---\n编号: example\n…' },
    },
  });
export type ContentResponse = z.infer<typeof contentResponse>;

/** A made-up enterprise to start from. Facts as in a facts file, by Chinese name. */
export const sampleEnterprise = z
  .object({
    id: z.string(),
    name: z.string(),
    nameEn: z.string(),
    note: z.string(),
    noteEn: z.string(),
    date: z.string().optional(),
    facts: z.record(z.string(), z.union([z.string(), z.array(z.record(z.string(), z.string()))])),
  })
  .meta({ id: 'SampleEnterprise' });
export type SampleEnterprise = z.infer<typeof sampleEnterprise>;

/** `GET /api/samples` */
export const samplesResponse = z.array(sampleEnterprise);

/** `GET /api/health` */
export const healthResponse = z
  .object({
    status: z.enum(['ok', 'degraded']).meta({
      description:
        'degraded: some content is faulty and left out, the database does not answer, or there is no search',
    }),
    city: z.string(),
    contentVersion: z.string(),
    measures: z.int(),
    contentErrors: z.int(),
    database: z.enum(['ok', 'unavailable']),
    search: z.enum(['ready', 'preparing', 'unavailable']).meta({
      description: 'Whether the passages of this version can be searched yet',
    }),
  })
  .meta({ id: 'Health' });
export type HealthResponse = z.infer<typeof healthResponse>;
