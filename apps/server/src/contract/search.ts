import { z } from 'zod';
import { entryKinds } from './block.ts';
import { place } from './place.ts';

/** What a passage may hold besides its words. */
export const passageKinds = [...entryKinds, 'inert'] as const;
export const passageKind = z.enum(passageKinds);

const hit = z
  .strictObject({
    ...place.shape,
    lines: z.strictObject({ from: z.int(), to: z.int() }),
    names: z.array(z.string()).meta({ description: 'Of what rests on it, Chinese and English' }),
    kinds: z.array(passageKind),
    excerpt: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })).meta({
      description: 'Words around the first hit; joined they are a stretch of the quotation',
    }),
  })
  .meta({ id: 'SearchHit' });
export type SearchHitJson = z.infer<typeof hit>;

/** `GET /api/search` */
export const searchResponse = z
  .strictObject({ total: z.int(), offset: z.int(), limit: z.int(), hits: z.array(hit) })
  .meta({ id: 'SearchResult' });
