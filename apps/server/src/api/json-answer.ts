import { printJson } from '@luodi/entitlement';
import type { Json } from '@luodi/entitlement';
import type { Context } from 'hono';
import { PreparedBody } from '../static/prepared-body.ts';

const type = 'application/json; charset=utf-8';

/** An answer to one caller. Whole numbers of any size print as integer literals. */
export function sendJson(c: Context, value: Json, cacheControl = 'no-store'): Response {
  return sendPrinted(c, printJson(value, 0), cacheControl);
}

/** An answer to one caller that is JSON already. */
export function sendPrinted(c: Context, text: string, cacheControl = 'no-store'): Response {
  c.header('cache-control', cacheControl);
  c.header('content-type', type);
  // By which the small ones are known, which are not worth compressing.
  c.header('content-length', Buffer.byteLength(text).toString());
  return c.body(text);
}

/** An answer that is the same for everybody. */
export function preparedJson(value: Json): PreparedBody {
  return new PreparedBody(printJson(value, 0), type);
}
