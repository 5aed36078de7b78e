import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { sendCommand } from './send-command.ts';
import type { AnswerSchema, CommandFault, Sent } from './send-command.ts';
import { heldKey, useSignedIn } from './use-session.ts';

/** An action that may have to be tried again: the same words to the same address under the same key. */
interface Attempt {
  readonly path: string;
  readonly body: string | FormData | undefined;
  readonly key: string;
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** What is asked for: the body of a request, a form with files, or nothing but the address. */
export type CommandInput = Readonly<Record<string, unknown>> | FormData | undefined;

export interface CommandRun<T> {
  /** Asks for it; the answer, or `undefined` where it failed. */
  readonly run: (path: string, input?: CommandInput) => Promise<T | undefined>;
  readonly isRunning: boolean;
  readonly fault: CommandFault | undefined;
  readonly forgetFault: () => void;
}

/** Nothing is known of what became of it, or it was not done for want of time: the same key has to go again. */
function mayHaveHappened<T>(sent: Sent<T>): boolean {
  if (sent.kind === 'done') return false;
  return sent.fault.kind === 'offline' || sent.fault.status >= 500;
}

/** Something that changes what the server holds, done once however often it is tried. Afterwards all pages ask anew. */
export function useCommand<T>(schema: AnswerSchema<T>): CommandRun<T> {
  const client = useQueryClient();
  const csrfToken = useSignedIn()?.csrfToken;
  const last = useRef<Attempt | undefined>(undefined);
  const [isRunning, setRunning] = useState(false);
  const [fault, setFault] = useState<CommandFault>();
  const run = useCallback(
    async (path: string, input?: CommandInput) => {
      const body = input instanceof FormData ? input : JSON.stringify(input ?? {});
      const again = last.current?.path === path && last.current.body === body;
      const key = again && last.current !== undefined ? last.current.key : newKey();
      setRunning(true);
      setFault(undefined);
      const sent = await sendCommand({ method: 'POST', path, body, csrfToken, key }, schema);
      last.current = mayHaveHappened(sent) ? { path, body, key } : undefined;
      setRunning(false);
      if (sent.kind === 'failed') {
        setFault(sent.fault);
        return undefined;
      }
      await client.invalidateQueries({ queryKey: [heldKey] });
      return sent.value;
    },
    [client, csrfToken, schema],
  );
  const forgetFault = useCallback(() => setFault(undefined), []);
  return { run, isRunning, fault, forgetFault };
}
