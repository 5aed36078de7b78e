/** What somebody writes: the rules, the vocabulary they need and the text they rest on. Kept in the browser. */
export interface Draft {
  readonly id: string;
  readonly policy: string;
  readonly vocabulary: string;
  readonly source: string;
  /** The document of the library that it began from. */
  readonly origin: string | undefined;
  /** When it was last changed, as an ISO time. */
  readonly savedAt: string;
}

const prefix = 'luodi.draft.';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

function textIn(record: object, key: string): string {
  const value: unknown = Reflect.get(record, key);
  return typeof value === 'string' ? value : '';
}

function parseDraft(id: string, json: string | null): Draft | undefined {
  if (json === null) return undefined;
  try {
    const record: unknown = JSON.parse(json);
    if (typeof record !== 'object' || record === null) return undefined;
    const origin = textIn(record, 'origin');
    return {
      id,
      policy: textIn(record, 'policy'),
      vocabulary: textIn(record, 'vocabulary'),
      source: textIn(record, 'source'),
      origin: origin === '' ? undefined : origin,
      savedAt: textIn(record, 'savedAt'),
    };
  } catch {
    return undefined;
  }
}

export function readDraft(shelf: Shelf, id: string): Draft | undefined {
  return parseDraft(id, shelf.getItem(prefix + id));
}

/** All drafts, the last changed first. */
export function listDrafts(shelf: Shelf): readonly Draft[] {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index));
  return keys
    .flatMap((key) =>
      key?.startsWith(prefix) === true ? (readDraft(shelf, key.slice(prefix.length)) ?? []) : [],
    )
    .toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

/** Keeps a draft; `false` when the browser has no room for it. */
export function keepDraft(shelf: Shelf, draft: Draft): boolean {
  const { id, ...record } = draft;
  try {
    shelf.setItem(prefix + id, JSON.stringify(record));
    return true;
  } catch {
    return false;
  }
}

export function removeDraft(shelf: Shelf, id: string): void {
  shelf.removeItem(prefix + id);
}

/** The value of a key of the front matter, without quotes. */
export function frontMatterText(policy: string, key: string): string {
  const front = /^\uFEFF?---\n([\s\S]*?)\n---/.exec(policy)?.[1] ?? '';
  const value = front
    .split('\n')
    .find((line) => line.startsWith(`${key}:`))
    ?.slice(key.length + 1)
    .trim();
  return (value ?? '').replace(/\s+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2');
}

/** Where the file would stand in a content folder; its name is its id. */
export function policyPath(policy: string): string {
  const id = frontMatterText(policy, '编号');
  return `documents/${/^[a-z0-9-]+$/.test(id) ? id : 'draft'}.policy.md`;
}
