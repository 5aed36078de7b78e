import { sessionResponse } from '@luodi/server/contract';
import type { OfficeJson } from '@luodi/server/contract';
import { useCallback } from 'react';
import { useCommand } from './use-command.ts';
import { useEnterSession } from './use-session.ts';

/** Acts in another of one's offices. */
export function useChooseOffice() {
  const { run, fault } = useCommand(sessionResponse);
  const enter = useEnterSession();
  const choose = useCallback(
    async ({ organisation, role }: OfficeJson) => {
      const session = await run('/api/session/office', { organisation, role });
      if (session !== undefined) enter(session);
    },
    [run, enter],
  );
  return { choose, fault };
}
