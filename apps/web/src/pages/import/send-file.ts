import { errorResponse, importResponse } from '@luodi/server/contract';
import type { ErrorDetail, ImportResponse } from '@luodi/server/contract';

/** How a file that was sent came back. */
export type SentFile =
  | { readonly kind: 'imported'; readonly response: ImportResponse }
  | { readonly kind: 'refused'; readonly message: ErrorDetail }
  | { readonly kind: 'offline' }
  | { readonly kind: 'cancelled' };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function read(status: number, text: string): SentFile {
  const json = parseJson(text);
  if (status === 200) {
    const response = importResponse.safeParse(json);
    return response.success ? { kind: 'imported', response: response.data } : { kind: 'offline' };
  }
  const refused = errorResponse.safeParse(json);
  if (!refused.success) return { kind: 'offline' };
  const { error } = refused.data;
  const [first] = error.details;
  return { kind: 'refused', message: first ?? { key: '', ...error } };
}

/**
 * Sends a file and reads what was recognised in it. `onSent` hears the share of the file that has been sent, in percent.
 * Aborting the signal stops sending, and the server's work.
 */
export function sendFile(
  file: File,
  signal: AbortSignal,
  onSent: (percent: number) => void,
): Promise<SentFile> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.set('file', file);
    request.open('POST', '/api/import');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onSent(total === 0 ? 0 : Math.floor((loaded / total) * 100)),
    );
    request.addEventListener('load', () => resolve(read(request.status, request.responseText)));
    request.addEventListener('error', () => resolve({ kind: 'offline' }));
    request.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
