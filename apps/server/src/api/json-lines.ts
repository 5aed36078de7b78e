import { printJson } from '@luodi/entitlement';
import type { Json } from '@luodi/entitlement';
import type { Context } from 'hono';

export const linesType = 'application/x-ndjson';

/** Whether who asks takes an answer line by line. */
export function acceptsLines(c: Context): boolean {
  return /\bapplication\/x-ndjson\b/i.test(c.req.header('accept') ?? '');
}

/**
 * An answer to one caller, a line of JSON for each thing that is told while the work goes on. It is not compressed: that would hold lines
 * back. What is told to a caller who went away is told to nobody; to end the work is for the signal of the request.
 */
export function sendLines(
  c: Context,
  work: (tell: (line: Json) => void) => Promise<void>,
): Response {
  const encoder = new TextEncoder();
  let open = true;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const tell = (line: Json): void => {
        if (open) controller.enqueue(encoder.encode(`${printJson(line, 0)}\n`));
      };
      work(tell).then(
        () => {
          if (open) controller.close();
        },
        (error: unknown) => {
          if (open) controller.error(error);
        },
      );
    },
    cancel() {
      open = false;
    },
  });
  c.header('cache-control', 'no-store, no-transform');
  // Else a proxy of the house (nginx) gathers the lines before it passes them on.
  c.header('x-accel-buffering', 'no');
  c.header('content-type', `${linesType}; charset=utf-8`);
  return c.body(body);
}
