import { z } from 'zod';
import { attributes } from '../columns.ts';

/** What `population.json` beside the tables says of them. */
export const manifestShape = z.object({
  title: z.string(),
  titleEn: z.string(),
  /** Always true of what the generator writes: nobody in it exists. */
  synthetic: z.boolean(),
  seed: z.string(),
  size: z.number().int(),
  /** Size of the city that totals speak of; the population stands for it on a scale of size to this. */
  nominalSize: z.number().int(),
  day: z.string(),
  /** What industries and sizes are called in English; an older population does not say. */
  englishNames: z.partialRecord(z.enum(attributes), z.record(z.string(), z.string())).optional(),
  /** SHA-256 of the profile, and the version of the rules that it was applied to. */
  profile: z.string(),
  content: z.string(),
  /** The database that drew the numbers: another version may round a logarithm differently. */
  engine: z.string(),
  tables: z.record(
    z.string(),
    z.object({ rows: z.number().int(), columns: z.record(z.string(), z.string()) }),
  ),
  totals: z.array(
    z.object({
      indicator: z.string(),
      source: z.string(),
      fact: z.string(),
      year: z.number(),
      fen: z.string(),
    }),
  ),
});

export type PopulationManifest = z.infer<typeof manifestShape>;

export const manifestFile = 'population.json';

/** Stands in the folder until the population is complete. */
export const unfinished = 'unfinished';
