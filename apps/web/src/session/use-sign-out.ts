import { sessionResponse } from '@luodi/server/contract';
import { useCallback } from 'react';
import { sendCommand } from './send-command.ts';
import { useEnterSession, useSignedIn } from './use-session.ts';

/** Ends the session. */
export function useSignOut(): () => Promise<void> {
  const csrfToken = useSignedIn()?.csrfToken;
  const enter = useEnterSession();
  return useCallback(async () => {
    const sent = await sendCommand(
      { method: 'DELETE', path: '/api/session', body: undefined, csrfToken, key: 'sign-out' },
      sessionResponse,
    );
    if (sent.kind === 'done') enter(sent.value);
  }, [csrfToken, enter]);
}
