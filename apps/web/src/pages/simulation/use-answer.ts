import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SimulationProgress } from '@luodi/server/contract';
import { askAtOnce, askByAndBy, StatedRefusal } from './ask-server.ts';
import type { Line, Schema } from './ask-server.ts';

/** This tab, so that its own older questions give way to newer ones and nobody else's do. */
const tab = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join(
  '',
);

/** The word under which this tab asks for one part of the page. */
export function clientWord(part: string): string {
  return `${tab}-${part}`;
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

/** What a question is asked about: the path, and what is counted on; on another population the same question is asked anew. */
interface Asking {
  readonly path: string;
  readonly population: string;
}

function useAsked<T>(
  { path, population }: Asking,
  settled: string | undefined,
  ask: (body: string, signal: AbortSignal) => Promise<T>,
): Answering<T> {
  const query = useQuery({
    queryKey: ['simulation', path, population, settled],
    queryFn: ({ signal }) => ask(settled ?? '', signal),
    enabled: settled !== undefined && population !== '',
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failures, error) => passing(error) && failures < 5,
    retryDelay: 300,
  });
  const [last, setLast] = useState(query.data);
  if (query.data !== undefined && query.data !== last) setLast(() => query.data);
  return {
    answer: query.data ?? last,
    pending: query.isFetching,
    error: query.error ?? undefined,
  };
}

/**
 * Asks the server; the question is the body of the request. The last answer stays until the next is there; a question that was overtaken is
 * given up.
 */
export function useAnswer<T>(
  path: string,
  question: string,
  schema: Schema<T>,
  { population, rest }: { readonly population: string; readonly rest: number },
): Answering<T> {
  const settled = useSettled(question, rest);
  const asked = useAsked({ path, population }, settled, (body, signal) =>
    askAtOnce(path, body, schema, signal),
  );
  return { ...asked, pending: asked.pending || question !== settled };
}

/** An answer that takes long: how far it is, and how to end the work. */
export interface LongAnswering<T> extends Answering<T> {
  /** `undefined`: nothing was told yet. */
  readonly progress: SimulationProgress | undefined;
  readonly stopped: boolean;
  readonly stop: () => void;
  readonly resume: () => void;
}

/** Asks the server a long question, as `useAnswer` does. It can be stopped until it is another one. */
export function useLongAnswer<T>(
  path: string,
  question: string,
  schema: Schema<Line<T>>,
  population: string,
): LongAnswering<T> {
  const present = `${population} ${question}`;
  const [stoppedAt, setStoppedAt] = useState<string>();
  const [told, setTold] = useState<{
    readonly of: string;
    readonly progress: SimulationProgress;
  }>();
  const stopped = stoppedAt === present;
  const asked = useAsked({ path, population }, stopped ? undefined : question, (body, signal) =>
    askByAndBy(path, body, schema, signal, (progress) => setTold({ of: present, progress })),
  );
  return {
    ...asked,
    progress: told?.of === present ? told.progress : undefined,
    stopped,
    stop: () => setStoppedAt(present),
    resume: () => {
      setTold(undefined);
      setStoppedAt(undefined);
    },
  };
}
