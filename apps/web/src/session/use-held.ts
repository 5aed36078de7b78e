import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { ServerRefusal } from '../server/use-server.ts';
import type { AnswerSchema } from './send-command.ts';
import { heldKey } from './use-session.ts';

async function fetchHeld<T>(path: string, schema: AnswerSchema<T>): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new ServerRefusal(path, response.status);
  return schema.parse(await response.json());
}

/** Something that the server holds, that changes, and that depends on who asks: asked for anew whenever a page opens and after each change. */
export function useHeld<T>(path: string | undefined, schema: AnswerSchema<T>): UseQueryResult<T> {
  return useQuery({
    queryKey: [heldKey, path],
    queryFn: () => fetchHeld(path ?? '', schema),
    enabled: path !== undefined,
    retry: (failures, error) => !(error instanceof ServerRefusal) && failures < 2,
  });
}
