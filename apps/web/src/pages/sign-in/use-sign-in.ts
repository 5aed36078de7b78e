import { sessionResponse } from '@luodi/server/contract';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '../../session/use-command.ts';
import type { CommandInput } from '../../session/use-command.ts';
import { useEnterSession } from '../../session/use-session.ts';
import { useAfterSignIn } from './use-after-sign-in.ts';

/** Signs in and goes on to where one wanted to be. */
export function useSignIn() {
  const { run, isRunning, fault } = useCommand(sessionResponse);
  const enter = useEnterSession();
  const navigate = useNavigate();
  const after = useAfterSignIn();
  const signIn = useCallback(
    async (input: CommandInput) => {
      const session = await run('/api/session', input);
      if (session?.kind !== 'signed_in') return;
      enter(session);
      await navigate(after(session));
    },
    [run, enter, navigate, after],
  );
  return { signIn, isRunning, fault };
}
