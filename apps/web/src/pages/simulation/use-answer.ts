import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { errorResponse } from '@luodi/server/contract';
import type { ErrorResponse } from '@luodi/server/contract';
import { ServerRefusal } from '../../server/use-server.ts';

/** The server said why it does not answer. */
export class StatedRefusal extends ServerRefusal {
  readonly stated: ErrorResponse['error'];

  constructor(path: string, status: number, stated: ErrorResponse['error']) {
    super(path, status);
    this.stated = stated;
  }
}

/** This tab, so that its own older questions give way to newer ones and nobody else's do. */
const tab = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join(
  '',
);

/** The word under which this tab asks for one part of the page. */
export function clientWord(part: string): string {
  return `${tab}-${part}`;
}

interface Schema<T> {
  parse(raw: unknown): T;
}

/** One question of the simulation: the raw answer, or `ServerRefusal`. */
async function postQuestion(path: string, body: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal,
  });
  if (response.ok) return await response.json();
  const stated = errorResponse.safeParse(await response.json().catch(() => undefined));
  if (stated.success) throw new StatedRefusal(path, response.status, stated.data.error);
  throw new ServerRefusal(path, response.status);
}

/** A value once it has rested: what moves is not asked for at every step. */
function useSettled(value: string | undefined, milliseconds: number): string | undefined {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), milliseconds);
    return () => window.clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

export interface Answering<T> {
  /** The newest answer, perhaps to a question before the present one. */
  readonly answer: T | undefined;
  /** The answer is to another question than the present one. */
  readonly pending: boolean;
  readonly error: Error | undefined;
}

function passing(error: Error): boolean {
  return (
    error instanceof StatedRefusal &&
    (error.stated.code === 'simulation_superseded' || error.stated.code === 'simulation_not_ready')
  );
}

/**
 * Asks the server; the question is the body of the request, `undefined` asks nothing. The last answer stays until the next is there; a question that was overtaken is given up.
 * `population` names what is counted on: on another one the same question is asked anew.
 */
export function useAnswer<T>(
  path: string,
  question: string | undefined,
  schema: Schema<T>,
  { population, rest }: { readonly population: string; readonly rest: number },
): Answering<T> {
  const settled = useSettled(question, rest);
  const query = useQuery({
    queryKey: ['simulation', path, population, settled],
    queryFn: async ({ signal }) => schema.parse(await postQuestion(path, settled ?? '', signal)),
    enabled: settled !== undefined && population !== '',
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failures, error) => passing(error) && failures < 5,
    retryDelay: 300,
  });
  const [last, setLast] = useState(query.data);
  if (query.data !== undefined && query.data !== last) setLast(() => query.data);
  return {
    answer: query.data ?? last,
    pending: question !== settled || query.isFetching,
    error: query.error ?? undefined,
  };
}
