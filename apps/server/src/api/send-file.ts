import type { Context } from 'hono';

/** Answers a file to be saved under a name, which may be Chinese. */
export function sendFile(
  c: Context,
  bytes: Uint8Array<ArrayBuffer>,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
): Response {
  const encoded = encodeURIComponent(name);
  c.header('content-disposition', `attachment; filename*=UTF-8''${encoded}`);
  c.header('content-type', mediaType);
  c.header('cache-control', 'no-store');
  return c.body(bytes);
}
