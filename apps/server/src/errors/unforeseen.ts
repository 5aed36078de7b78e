import { isDatabaseAway, isPasswordsBusy, isStorageFull } from '@luodi/platform';
import { RulesUnavailable } from '../content/rules-unavailable.ts';
import type { ErrorCode } from '../contract/index.ts';

/** What can stop any request on its way, whatever it asks for. */
export const unforeseen = [
  'database_unavailable',
  'storage_full',
  'archive_damaged',
  'rules_unloadable',
  'internal',
] as const;

/** The code of an error that nobody foresaw where it happened. */
export function codeOf(error: unknown): ErrorCode {
  if (isDatabaseAway(error)) return 'database_unavailable';
  // That a round's own rules are not kept is for no one who asks to mend.
  if (error instanceof RulesUnavailable && error.refusal.code !== 'unknown_content_version')
    return error.refusal.code;
  if (isPasswordsBusy(error)) return 'passwords_busy';
  return isStorageFull(error) ? 'storage_full' : 'internal';
}
