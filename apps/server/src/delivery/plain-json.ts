import type { Json } from '@luodi/entitlement';
import { z } from 'zod';

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(json),
    z.record(z.string(), json),
  ]),
);

/** Data that was JSON before, e.g. answers as they were sent, as JSON again. */
export function jsonOf(data: unknown): Json {
  return json.parse(data);
}
