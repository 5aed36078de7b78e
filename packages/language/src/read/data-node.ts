import type { Span } from '@luodi/kernel';
import type { SourceFile } from './source-file.ts';

interface Placed {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A scalar as written. `plain` when each character of `text` stands in the file at `start` and after. */
export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly text: string;
  readonly plain: boolean;
  readonly value: string | number | boolean | null;
}

export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: readonly DataNode[];
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: DataNode;
}

export interface MappingNode extends Placed {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
}

/** YAML data that remembers where each part stands in its file. */
export type DataNode = ScalarNode | ListNode | MappingNode;

export function spanOf(node: DataNode): Span {
  return node.file.span(node.start, node.end);
}

export function entrySpan(entry: Entry): Span {
  return entry.key.file.span(entry.key.start, Math.max(entry.key.end, entry.value.end));
}

/** Plain data without places, e.g. the facts of an example. */
export function toPlainData(node: DataNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(toPlainData);
    case 'mapping':
      return Object.fromEntries(
        node.entries.map((entry) => [entry.key.text, toPlainData(entry.value)]),
      );
  }
}

/**
 * Where the characters of a scalar's text stand in the file. Line breaks and escapes inside quoted and folded scalars
 * shift them, so those are aligned character by character.
 */
export function offsetsIn(node: ScalarNode): (index: number) => number {
  if (node.plain) return (index) => node.start + index;
  const source = node.file.text;
  const offsets: number[] = [];
  let at = node.start;
  for (const unit of node.text) {
    const blank = /\s/.test(unit);
    let probe = at;
    while (
      probe < node.end &&
      !(blank ? /\s/.test(source[probe] ?? '') : source[probe] === unit[0])
    )
      probe++;
    if (probe < node.end) at = probe;
    for (let i = 0; i < unit.length; i++) offsets.push(at + i);
    at += unit.length;
  }
  return (index) => Math.min(offsets[index] ?? at, node.end);
}
