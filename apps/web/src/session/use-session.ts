import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { sessionResponse } from '@luodi/server/contract';
import type { SessionResponse } from '@luodi/server/contract';
import { useCallback } from 'react';

/** Somebody who is signed in. */
export type SignedIn = Extract<SessionResponse, { kind: 'signed_in' }>;

const sessionKey = ['session'];
/** Answers that depend on who asks begin with this key. */
export const heldKey = 'held';

async function fetchSession(): Promise<SessionResponse> {
  const response = await fetch('/api/session');
  if (!response.ok) throw new Error(`/api/session: ${response.status}`);
  return sessionResponse.parse(await response.json());
}

/** Who is signed in, as the server knows it. */
export function useSession(): UseQueryResult<SessionResponse> {
  return useQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 60_000 });
}

/** Who is signed in; `undefined`: nobody, or it is not known yet. */
export function useSignedIn(): SignedIn | undefined {
  const { data } = useSession();
  return data?.kind === 'signed_in' ? data : undefined;
}

/** Takes over another session: what the one before could see is forgotten. */
export function useEnterSession(): (session: SessionResponse) => void {
  const client = useQueryClient();
  return useCallback(
    (session) => {
      client.setQueryData(sessionKey, session);
      client.removeQueries({ queryKey: [heldKey] });
    },
    [client],
  );
}
