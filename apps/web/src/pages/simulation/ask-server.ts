import { errorResponse } from '@luodi/server/contract';
import type { ErrorResponse, SimulationProgress } from '@luodi/server/contract';
import { ServerRefusal } from '../../server/use-server.ts';

/** The server said why it does not answer. */
export class StatedRefusal extends ServerRefusal {
  readonly stated: ErrorResponse['error'];

  constructor(path: string, status: number, stated: ErrorResponse['error']) {
    super(path, status);
    this.stated = stated;
  }
}

/** Checks what arrives: a schema of the contract. */
export interface Schema<T> {
  parse(raw: unknown): T;
}

/** A line of an answer that comes by and by. */
export type Line<T> =
  | SimulationProgress
  | { readonly kind: 'refusal'; readonly error: ErrorResponse['error'] }
  | { readonly kind: 'answer'; readonly answer: T };

async function post(
  path: string,
  body: string,
  accept: string,
  signal: AbortSignal,
): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body,
    signal,
  });
  if (response.ok) return response;
  const stated = errorResponse.safeParse(await response.json().catch(() => undefined));
  if (stated.success) throw new StatedRefusal(path, response.status, stated.data.error);
  throw new ServerRefusal(path, response.status);
}

/** The answer to a question, or `ServerRefusal`. */
export async function askAtOnce<T>(
  path: string,
  body: string,
  schema: Schema<T>,
  signal: AbortSignal,
): Promise<T> {
  const response = await post(path, body, 'application/json', signal);
  return schema.parse(await response.json());
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const piece = await reader?.read();
    if (piece?.value === undefined) break;
    const lines = `${rest}${piece.value}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** The answer to a long question; how far it is, is told meanwhile. Whoever ends the signal ends the work on the server. */
export async function askByAndBy<T>(
  path: string,
  body: string,
  schema: Schema<Line<T>>,
  signal: AbortSignal,
  tell: (progress: SimulationProgress) => void,
): Promise<T> {
  const response = await post(path, body, 'application/x-ndjson', signal);
  for await (const text of linesOf(response)) {
    const line = schema.parse(JSON.parse(text));
    if (line.kind === 'answer') return line.answer;
    if (line.kind === 'refusal') throw new StatedRefusal(path, response.status, line.error);
    tell(line);
  }
  // The line broke off before the answer was there.
  throw new ServerRefusal(path, response.status);
}
