import type { LineKind } from './line-kinds.ts';

/** Where a place stands in the YAML of a block, front matter or vocabulary file, found by indentation: the text may be half written. */
export interface YamlPlace {
  /** Keys from the outermost to the mapping or list that the place is in; lists leave no mark. */
  readonly path: readonly string[];
  /** The key whose value is being written, `undefined` where a key or the item of a list is. */
  readonly key: string | undefined;
  /** Keys and values beside the place, in the same mapping. */
  readonly siblings: ReadonlyMap<string, string>;
  /** What stands between the start of the key, item or value and the place. */
  readonly typed: string;
  /** The column where `typed` starts. */
  readonly from: number;
}

interface YamlLine {
  /** Columns where a list item, and the key or item itself, begin. */
  readonly dash: number | undefined;
  readonly start: number;
  readonly key: string | undefined;
  readonly valueStart: number;
  readonly value: string;
}

const keyShape = /^("[^"]*"|'[^']*'|[^\s"'{}[\],#:：][^"'{}[\],#]*?)\s*:(?=\s|$)/;

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

/** Splits a line into indentation, dash, key and value; `undefined` for a blank line or a comment. */
export function yamlLine(line: string): YamlLine | undefined {
  const [, blank = '', dashes = ''] = /^(\s*)((?:-\s+|-$)*)/.exec(line) ?? [];
  const start = blank.length + dashes.length;
  const rest = line.slice(start);
  if (rest.startsWith('#') || (rest.trim() === '' && dashes === '')) return undefined;
  const dash = dashes === '' ? undefined : blank.length;
  const match = keyShape.exec(rest);
  if (match === null) return { dash, start, key: undefined, valueStart: start, value: rest };
  const gap = /^\s*/.exec(rest.slice(match[0].length))?.[0].length ?? 0;
  const valueStart = start + match[0].length + gap;
  return { dash, start, key: unquoted(match[1] ?? ''), valueStart, value: line.slice(valueStart) };
}

/** The lines of the same block above and below a line. */
function blockAround(kinds: readonly LineKind[], at: number): { first: number; last: number } {
  const own = kinds[at]?.kind;
  let first = at;
  let last = at;
  while (first > 0 && kinds[first - 1]?.kind === own) first--;
  while (last + 1 < kinds.length && kinds[last + 1]?.kind === own) last++;
  return { first, last };
}

/** The keys above a line whose columns make it a part of theirs, outermost first. */
function keysAbove(
  lines: readonly string[],
  first: number,
  at: number,
  column: number,
  isItem: boolean,
): readonly string[] {
  const path: string[] = [];
  let limit = column;
  // The items of a list may stand in the column of the key above them.
  let mayEqual = isItem;
  for (let index = at - 1; index >= first && (limit > 0 || mayEqual); index--) {
    const line = yamlLine(lines[index] ?? '');
    if (line === undefined) continue;
    if (line.key !== undefined && (line.start < limit || (mayEqual && line.start === limit))) {
      path.unshift(line.key);
      limit = line.start;
      mayEqual = false;
    }
    if (line.dash !== undefined && line.dash < limit && line.start <= limit) {
      limit = line.dash;
      mayEqual = true;
    }
  }
  return path;
}

/** Keys of the same mapping, above and below, with their values as written on the same line. */
function siblingsOf(
  lines: readonly string[],
  { first, last }: { readonly first: number; readonly last: number },
  at: number,
  column: number,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const scan = (step: 1 | -1) => {
    for (let index = at + step; index >= first && index <= last; index += step) {
      const line = yamlLine(lines[index] ?? '');
      if (line === undefined) continue;
      const from = line.dash ?? line.start;
      if (line.start < column || (step === 1 && line.dash !== undefined && from < column)) return;
      if (line.start === column && line.key !== undefined) found.set(line.key, line.value.trim());
      if (step === -1 && line.dash !== undefined && from < column) return;
    }
  };
  const own = yamlLine(lines[at] ?? '');
  if (own?.dash === undefined) scan(-1);
  scan(1);
  return found;
}

interface FlowLevel {
  readonly open: '{' | '[';
  readonly owner: string | undefined;
  readonly parts: Map<string, string>;
  segment: number;
}

/** The innermost bracket of a flow value that is open at the end of `text`, with what stands beside the place. */
function flowLevels(text: string): readonly FlowLevel[] {
  const levels: FlowLevel[] = [];
  const keyOf = (segment: string) => keyShape.exec(segment.trimStart())?.[1]?.trim();
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const top = levels.at(-1);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '{' || character === '[') {
      const owner = top === undefined ? undefined : keyOf(text.slice(top.segment, at));
      levels.push({ open: character, owner, parts: new Map(), segment: at + 1 });
    } else if (character === '}' || character === ']') levels.pop();
    else if (character === ',' && top !== undefined) {
      const segment = text.slice(top.segment, at);
      const key = keyOf(segment);
      if (key !== undefined) top.parts.set(key, segment.slice(segment.indexOf(':') + 1).trim());
      top.segment = at + 1;
    }
  }
  return levels;
}

/** The place inside a flow value (`{ … }`, `[ … ]`) that opens on the same line. */
function flowPlace(line: YamlLine, path: readonly string[], before: string): YamlPlace | undefined {
  const text = before.slice(line.valueStart);
  const levels = /^[{[]/.test(text) ? flowLevels(text) : [];
  const top = levels.at(-1);
  if (top === undefined) return undefined;
  const owners = levels.flatMap((level) => (level.owner === undefined ? [] : [level.owner]));
  const outer = [...path, ...(line.key === undefined ? [] : [line.key]), ...owners];
  const segment = text.slice(top.segment);
  const lead = segment.length - segment.trimStart().length;
  const key = keyShape.exec(segment.trimStart());
  const siblings = top.parts;
  if (top.open === '[' || key === null) {
    const from = line.valueStart + top.segment + lead;
    return { path: outer, key: undefined, siblings, typed: segment.trimStart(), from };
  }
  const rest = segment.slice(lead + key[0].length);
  const typed = rest.trimStart();
  return {
    path: outer,
    key: unquoted(key[1] ?? ''),
    siblings,
    typed,
    from: before.length - typed.length,
  };
}

/** Finds the place of a column in a line of YAML. Lines and columns count from 0. */
export function yamlPlaceAt(
  lines: readonly string[],
  kinds: readonly LineKind[],
  at: number,
  column: number,
): YamlPlace | undefined {
  const whole = lines[at] ?? '';
  const before = whole.slice(0, column);
  if (/(^|\s)#/.test(before)) return undefined;
  const around = blockAround(kinds, at);
  const line = yamlLine(before) ?? {
    dash: undefined,
    start: before.length,
    key: undefined,
    valueStart: before.length,
    value: '',
  };
  const [isItem, place] = [line.dash !== undefined, line.dash ?? line.start];
  const path = keysAbove(lines, around.first, at, place, isItem);
  const flow = flowPlace(line, path, before);
  if (flow !== undefined) return flow;
  const siblings = siblingsOf(lines, around, at, line.start);
  return line.key === undefined
    ? { path, key: undefined, siblings, typed: line.value, from: line.start }
    : { path, key: line.key, siblings, typed: line.value, from: line.valueStart };
}
