import { programmeCheckResponse, programmeRequest } from '@luodi/server/contract';
import type { ProgrammeCheckResponse, ProgrammeRequest } from '@luodi/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { sendCommand } from '../../session/send-command.ts';
import { useSignedIn } from '../../session/use-session.ts';

/** How a draft stands against its rule. */
export type DraftCheck =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked'; readonly faults: ProgrammeCheckResponse['faults'] };

/** Holds a draft against its rule as it is being written: once it is whole, the server says where it departs. */
export function useCheck(draft: ProgrammeRequest): DraftCheck {
  const csrfToken = useSignedIn()?.csrfToken;
  const settled = useDeferredValue(draft);
  const body = JSON.stringify(settled);
  const isWhole = programmeRequest.safeParse(settled).success;
  const { data } = useQuery({
    queryKey: ['programme check', body],
    enabled: isWhole,
    placeholderData: (before: ProgrammeCheckResponse | undefined) => before,
    queryFn: async () => {
      const path = '/api/programme-checks';
      const sent = await sendCommand(
        { method: 'POST', path, body, csrfToken, key: 'programme-check' },
        programmeCheckResponse,
      );
      if (sent.kind === 'failed') throw new Error(path);
      return sent.value;
    },
    retry: false,
  });
  if (!isWhole) return { kind: 'incomplete' };
  return data === undefined ? { kind: 'checking' } : { kind: 'checked', faults: data.faults };
}
