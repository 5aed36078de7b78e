import { z } from 'zod';
import { documentStatus } from './library.ts';

/** The clause of a document in which something stands. */
export const place = z
  .strictObject({
    document: z.string(),
    documentTitle: z.string(),
    documentTitleEn: z.string(),
    documentStatus,
    clause: z.string(),
  })
  .meta({ id: 'Place' });
