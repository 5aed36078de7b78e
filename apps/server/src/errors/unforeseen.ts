import { isDatabaseAway, isStorageFull } from '@luodi/platform';
import type { ErrorCode } from '../contract/index.ts';

/** What can stop any request on its way, whatever it asks for. */
export const unforeseen = ['database_unavailable', 'storage_full', 'internal'] as const;

/** The code of an error that nobody foresaw where it happened. */
export function codeOf(error: unknown): ErrorCode {
  if (isDatabaseAway(error)) return 'database_unavailable';
  return isStorageFull(error) ? 'storage_full' : 'internal';
}
