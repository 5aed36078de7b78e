import type { LetterKind } from '@luodi/server/contract';

/** Where a letter is read and printed. */
export function letterPath(id: string, kind: LetterKind): string {
  return `/cases/${encodeURIComponent(id)}/letters/${kind}`;
}

/** Where a letter is had as Word. */
export function letterFile(id: string, kind: LetterKind): string {
  return `/api/cases/letter?id=${encodeURIComponent(id)}&kind=${kind}`;
}
