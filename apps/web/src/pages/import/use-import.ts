import { useCallback, useEffect, useRef, useState } from 'react';
import { sendFile } from './send-file.ts';
import type { SentFile } from './send-file.ts';

/** Where an import stands. */
export type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending'; readonly name: string; readonly percent: number }
  | {
      readonly kind: 'done';
      readonly name: string;
      readonly sent: Exclude<SentFile, { kind: 'cancelled' }>;
    };

/** One import at a time; a new one, or leaving the page, cancels the one before. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ kind: 'none' });
  const running = useRef<AbortController | undefined>(undefined);
  const cancel = useCallback(() => {
    running.current?.abort();
    setState({ kind: 'none' });
  }, []);
  useEffect(() => () => running.current?.abort(), []);
  const start = useCallback(async (file: File) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { name } = file;
    setState({ kind: 'sending', name, percent: 0 });
    const sent = await sendFile(file, controller.signal, (percent) => {
      if (!controller.signal.aborted) setState({ kind: 'sending', name, percent });
    });
    if (controller.signal.aborted || sent.kind === 'cancelled') return;
    setState({ kind: 'done', name, sent });
  }, []);
  return { state, start, cancel };
}
