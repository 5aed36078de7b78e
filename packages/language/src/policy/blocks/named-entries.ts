import { entrySpan, spanOf } from '../../read/data-node.ts';
import type { DataNode, Entry } from '../../read/data-node.ts';
import { Keyed } from '../../read/keyed.ts';
import type { NamedEntry } from '../../tree/index.ts';
import { readOpenReadings } from '../open-readings.ts';
import type { EntryContext } from './entry-context.ts';

/** How the entries of one kind of block are read. */
export interface EntryKind<T extends NamedEntry> {
  /** The keyword of the block. */
  readonly keyword: string;
  readonly keys: readonly string[];
  read(named: NamedEntry, keyed: Keyed, context: EntryContext): T | undefined;
}

const commonKeys: readonly string[] = ['英文', '存疑'];

/** The English name of an entry or of a part of one, which each must have. */
export function readEnglish(keyed: Keyed, what: string): string {
  const text = keyed.text('英文');
  if (text === undefined || text === '') keyed.missing('英文', what);
  return text ?? '';
}

function readEntry<T extends NamedEntry>(
  entry: Entry,
  kind: EntryKind<T>,
  context: EntryContext,
): T | undefined {
  const { reporter, document, quote, clause } = context;
  const before = reporter.errorCount;
  const name = entry.key.text;
  const what = `${kind.keyword}“${name}”`;
  if (entry.value.kind !== 'mapping') {
    reporter.report('wrongShape', entrySpan(entry), `${what}下面要写“键: 值”`);
    return undefined;
  }
  if (name.trim() === '') reporter.report('badValue', spanOf(entry.key), '名字是空的');
  const isNew = context.claim(kind.keyword, name, () => spanOf(entry.key));
  const keyed = new Keyed(entry.value, [...commonKeys, ...kind.keys], what, reporter);
  const named: NamedEntry = {
    id: `${document}/${kind.keyword}/${name}`,
    name,
    nameEn: readEnglish(keyed, what),
    openReadings: readOpenReadings(keyed),
    quote,
    clause,
    span: entrySpan(entry),
  };
  const read = kind.read(named, keyed, context);
  return isNew && reporter.errorCount === before ? read : undefined;
}

/** Reads a block of named entries. A faulty entry is reported and left out. */
export function readNamedEntries<T extends NamedEntry>(
  node: DataNode,
  kind: EntryKind<T>,
  context: EntryContext,
): readonly T[] {
  if (node.kind !== 'mapping') {
    context.reporter.report('wrongShape', spanOf(node), `“${kind.keyword}”块写成“名: …”`);
    return [];
  }
  return node.entries.flatMap((entry) => readEntry(entry, kind, context) ?? []);
}

/** Reads each mapping of a list, e.g. the steps of a procedure; the list must not be empty. */
export function readParts<T>(
  key: string,
  keyed: Keyed,
  what: string,
  read: (node: DataNode) => T | undefined,
): readonly T[] {
  const nodes = keyed.items(key);
  if (nodes.length === 0) keyed.missing(key, what);
  return nodes.flatMap((node) => read(node) ?? []);
}

/** A part as a mapping with these keys, one of them 名. */
export function readPart(
  node: DataNode,
  keys: readonly string[],
  what: string,
  context: EntryContext,
): { readonly keyed: Keyed; readonly name: string } | undefined {
  if (node.kind !== 'mapping') {
    context.reporter.report('wrongShape', spanOf(node), `${what}写成“键: 值”的映射`);
    return undefined;
  }
  const keyed = new Keyed(node, ['名', '英文', ...keys], what, context.reporter);
  const name = keyed.text('名');
  if (name === undefined || name === '') keyed.missing('名', what);
  return { keyed, name: name ?? '' };
}
