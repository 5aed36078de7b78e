import { rootShape, shapeAt } from './block-schema.ts';
import { expressionSlot } from './expression-slot.ts';
import type { ExpressionSlot } from './expression-slot.ts';
import { lineKinds } from './line-kinds.ts';
import type { FileKind, LineKind } from './line-kinds.ts';
import type { KeyTable, Shape } from './schema-shape.ts';
import { yamlPlaceAt } from './yaml-place.ts';
import type { YamlPlace } from './yaml-place.ts';

interface Placed {
  /** Offset where the word being written begins: what a completion replaces from here on. */
  readonly from: number;
  readonly typed: string;
}

type ScalarShape = Exclude<Shape, { kind: 'mapping' | 'entries' | 'grades' | 'list' | 'facts' }>;

/** What may come at an offset of a file that is being written. */
export type EditingPlace = Placed &
  (
    | { readonly kind: 'key'; readonly keys: KeyTable; readonly path: readonly string[] }
    /** A row of 档; `by` is the expression after 按. */
    | { readonly kind: 'grade'; readonly by: string }
    /** The name of a fact, as the key of a value (`asKey`) or in a list. */
    | { readonly kind: 'fact_key'; readonly used: ReadonlySet<string>; readonly asKey: boolean }
    | { readonly kind: 'fact_value'; readonly fact: string }
    | { readonly kind: 'value'; readonly shape: ScalarShape; readonly path: readonly string[] }
    | { readonly kind: 'expression'; readonly slot: ExpressionSlot; readonly grant: boolean }
    /** After a fence. */
    | { readonly kind: 'block_keyword' }
    /** An empty line under a quotation, where a block may begin. */
    | { readonly kind: 'new_block' }
  );

const compound = new Set<Shape['kind']>(['mapping', 'entries', 'grades', 'list', 'facts']);

function isScalar(shape: Shape): shape is ScalarShape {
  return !compound.has(shape.kind);
}

const grants = new Set<Shape['kind']>(['grant', 'rate']);
const expressions = new Set<Shape['kind']>(['condition', 'grant', 'rate', 'expression']);

function keyPlace(place: YamlPlace, shape: Shape, from: number): EditingPlace | undefined {
  const typed = place.typed;
  if (shape.kind === 'mapping') {
    const free = Object.entries(shape.keys()).filter(([key]) => !place.siblings.has(key));
    return { kind: 'key', keys: Object.fromEntries(free), path: place.path, from, typed };
  }
  if (shape.kind === 'grades')
    return { kind: 'grade', by: place.siblings.get('按') ?? '', from, typed };
  return shape.kind === 'facts'
    ? { kind: 'fact_key', used: new Set(place.siblings.keys()), asKey: true, from, typed }
    : undefined;
}

function valuePlace(
  place: YamlPlace,
  path: readonly string[],
  shape: Shape,
  from: number,
): EditingPlace | undefined {
  const typed = place.typed;
  if (expressions.has(shape.kind)) {
    const slot = expressionSlot(typed);
    const start = from + slot.from;
    const written = typed.slice(slot.from);
    return { kind: 'expression', slot, grant: grants.has(shape.kind), from: start, typed: written };
  }
  if (shape.kind === 'fact')
    return { kind: 'fact_key', used: new Set(), asKey: false, from, typed };
  return isScalar(shape) ? { kind: 'value', shape, path, from, typed } : undefined;
}

/** 按 beside 档 stands one level further out than the rows. */
function withGrading(place: YamlPlace, lines: readonly string[], at: number): YamlPlace {
  if (place.siblings.has('按')) return place;
  for (let index = at; index >= 0; index--) {
    const by = /^\s*(?:-\s+)?按:\s*(.+?)\s*$/.exec(lines[index] ?? '')?.[1];
    if (by !== undefined) return { ...place, siblings: new Map([['按', by]]) };
  }
  return place;
}

function yamlEditingPlace(
  lines: readonly string[],
  kinds: readonly LineKind[],
  at: number,
  column: number,
  lineStart: number,
): EditingPlace | undefined {
  const place = yamlPlaceAt(lines, kinds, at, column);
  const root = rootShape(kinds[at]);
  if (place === undefined || root === undefined) return undefined;
  const from = lineStart + place.from;
  const holder = shapeAt(root, place.path);
  if (place.key === undefined) {
    if (holder === undefined) return undefined;
    const graded = holder.kind === 'grades' ? withGrading(place, lines, at) : place;
    return keyPlace(graded, holder, from) ?? valuePlace(place, place.path, holder, from);
  }
  if (holder?.kind === 'facts')
    return { kind: 'fact_value', fact: place.key, from, typed: place.typed };
  const path = [...place.path, place.key];
  let shape = shapeAt(root, path);
  // A bare value stands for an amount that is nothing but a value of 给.
  if (shape?.kind === 'mapping' && '给' in shape.keys()) shape = { kind: 'grant' };
  return shape === undefined ? undefined : valuePlace(place, path, shape, from);
}

/** Whether a block may begin on this line: it is under a quotation or another block of a clause. */
function mayBeginBlock(kinds: readonly LineKind[], at: number): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const kind = kinds[index]?.kind;
    if (kind === 'quotation' || kind === 'fence') return true;
    if (kind === 'clause' || kind === 'section' || kind === 'edge') return false;
  }
  return false;
}

/** What may be written at an offset of a policy or vocabulary file, which may be half written. */
export function editingPlaceAt(
  text: string,
  offset: number,
  file: FileKind,
): EditingPlace | undefined {
  const lines = text.split('\n');
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const at = text.slice(0, lineStart).split('\n').length - 1;
  const column = offset - lineStart;
  const kinds = lineKinds(lines, file);
  const before = (lines[at] ?? '').slice(0, column);
  const kind = kinds[at]?.kind;
  if (kind === 'fence')
    return before.startsWith('```')
      ? { kind: 'block_keyword', from: lineStart + 3, typed: before.slice(3).trimStart() }
      : undefined;
  if (kind === 'note')
    return mayBeginBlock(kinds, at) && /^[\u4e00-\u9fff]*$/.test(before)
      ? { kind: 'new_block', from: lineStart, typed: before }
      : undefined;
  return yamlEditingPlace(lines, kinds, at, column, lineStart);
}
