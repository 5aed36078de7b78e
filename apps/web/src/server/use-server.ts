import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

/** The server's answer was a refusal, or there was none. */
export class ServerRefusal extends Error {
  /** HTTP status; `undefined`: no answer. */
  readonly status: number;

  constructor(path: string, status: number) {
    super(`${path}: ${status}`);
    this.status = status;
  }
}

/** Checks what arrives: a schema of the contract. */
interface Schema<T> {
  parse(raw: unknown): T;
}

async function fetchAnswer<T>(path: string, schema: Schema<T>): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new ServerRefusal(path, response.status);
  return schema.parse(await response.json());
}

/** An answer of the server, checked where it arrives. It holds as long as the rules are the same, so it is asked for once. */
export function useServer<T>(path: string | undefined, schema: Schema<T>): UseQueryResult<T> {
  return useQuery({
    queryKey: ['server', path],
    queryFn: () => fetchAnswer(path ?? '', schema),
    enabled: path !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failures, error) => !(error instanceof ServerRefusal) && failures < 2,
  });
}
