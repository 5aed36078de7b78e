import type { MiddlewareHandler } from 'hono';
import { refusal, refuse } from '../errors/refusal.ts';

/**
 * Lets so many bytes of large bodies in at once, since each is held in memory as a whole. A body that does not say its size
 * counts as the largest.
 */
export function uploadRoom(bytes: number, largest: number): MiddlewareHandler {
  let left = bytes;
  return async (c, next) => {
    const said = Number(c.req.header('content-length') ?? largest);
    const size = Number.isSafeInteger(said) ? Math.min(said, largest) : largest;
    if (size > left) return refuse(c, refusal('uploads_full'));
    left -= size;
    try {
      return await next();
    } finally {
      left += size;
    }
  };
}
