import type { Context } from 'hono';
import { attachmentNamed } from './attachment-name.ts';

/** Answers a file to be saved under a name, which may be Chinese. */
export function sendFile(
  c: Context,
  bytes: Uint8Array<ArrayBuffer>,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
): Response {
  c.header('content-disposition', attachmentNamed(name));
  c.header('content-type', mediaType);
  c.header('cache-control', 'no-store');
  return c.body(bytes);
}
