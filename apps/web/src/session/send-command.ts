import { errorResponse } from '@luodi/server/contract';
import type { ErrorResponse } from '@luodi/server/contract';

/** Checks what arrives: a schema of the contract. */
export interface AnswerSchema<T> {
  parse(raw: unknown): T;
}

/** Why something that was asked for was not done. */
export type CommandFault =
  | { readonly kind: 'refused'; readonly status: number; readonly error: ErrorResponse['error'] }
  /** No answer that can be read: it may have been done. */
  | { readonly kind: 'offline' };

/** How something that was asked for came out. */
export type Sent<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly fault: CommandFault };

/** Something to ask the server for. */
export interface Command {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly body: string | FormData | undefined;
  readonly csrfToken: string | undefined;
  /** The same again is the same action again. */
  readonly key: string;
}

const offline = { kind: 'failed', fault: { kind: 'offline' } } as const;

function headersOf({ body, csrfToken, key }: Command): Record<string, string> {
  return {
    'idempotency-key': key,
    ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    ...(csrfToken === undefined ? {} : { 'x-csrf-token': csrfToken }),
  };
}

/** Asks the server to do something, and reads what came of it. */
export async function sendCommand<T>(command: Command, schema: AnswerSchema<T>): Promise<Sent<T>> {
  const { method, path, body } = command;
  try {
    const response = await fetch(path, {
      method,
      headers: headersOf(command),
      ...(body === undefined ? {} : { body }),
    });
    const json: unknown = await response.json();
    if (response.ok) return { kind: 'done', value: schema.parse(json) };
    const { error } = errorResponse.parse(json);
    return { kind: 'failed', fault: { kind: 'refused', status: response.status, error } };
  } catch {
    return offline;
  }
}
