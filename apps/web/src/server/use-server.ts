import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';

/** The server's answer was a refusal, or there was none. */
export class ServerRefusal extends Error {
  /** HTTP status; `undefined`: no answer. */
  readonly status: number;

  constructor(path: string, status: number) {
    super(`${path}: ${status}`);
    this.status = status;
  }
}

async function fetchAnswer<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> {
  const response = await fetch(path);
  if (!response.ok) throw new ServerRefusal(path, response.status);
  return schema.parse(await response.json());
}

/** An answer of the server, checked where it arrives. It holds as long as the rules are the same, so it is asked for once. */
export function useServer<S extends z.ZodType>(
  path: string | undefined,
  schema: S,
): UseQueryResult<z.infer<S>> {
  return useQuery({
    queryKey: ['server', path],
    queryFn: () => fetchAnswer(path ?? '', schema),
    enabled: path !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failures, error) => !(error instanceof ServerRefusal) && failures < 2,
  });
}
