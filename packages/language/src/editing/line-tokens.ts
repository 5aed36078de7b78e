import { expressionTokens } from './expression-tokens.ts';
import type { ExpressionTokenKind } from './expression-tokens.ts';
import { rootShape, shapeAt } from './block-schema.ts';
import type { LineKind } from './line-kinds.ts';
import type { Shape } from './schema-shape.ts';
import { yamlLine, yamlPlaceAt } from './yaml-place.ts';

/** What a stretch of a line is, for showing. `entry` is a name that the author gives, `key` one that the language knows. */
export type LineTokenKind =
  | ExpressionTokenKind
  | 'key'
  | 'unknown_key'
  | 'entry'
  | 'words'
  | 'option'
  | 'comment'
  | 'edge'
  | 'heading'
  | 'source_lines'
  | 'quotation'
  | 'fence';

/** Columns count from 0. */
export interface LineToken {
  readonly kind: LineTokenKind;
  readonly start: number;
  readonly end: number;
}

const calculated = new Set<Shape['kind']>([
  'condition',
  'grant',
  'rate',
  'expression',
  'facts',
  'expected',
  'fact',
]);

function valueTokens(
  line: string,
  from: number,
  to: number,
  shape: Shape | undefined,
): LineToken[] {
  const text = line.slice(from, to);
  if (text.trim() === '') return [];
  if (shape !== undefined && calculated.has(shape.kind))
    return expressionTokens(text).map(({ kind, start, end }) => ({
      kind,
      start: from + start,
      end: from + end,
    }));
  if (shape?.kind === 'one_of') return [{ kind: 'option', start: from, end: to }];
  if (/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return [{ kind: 'date', start: from, end: to }];
  return [{ kind: 'words', start: from, end: to }];
}

const flowPart = /\s*([^\s{}[\],:]+(?:\s+[^\s{}[\],:]+)*)\s*(:(?=\s|$))?|[{}[\],:\s]/g;

/** A value in braces or brackets: each key and each value by itself. */
function flowTokens(line: string, from: number, to: number, shape: Shape | undefined): LineToken[] {
  const tokens: LineToken[] = [];
  const text = line.slice(from, to);
  let under = shape;
  const inner = shape?.kind === 'mapping' ? shape.keys() : undefined;
  for (const match of text.matchAll(flowPart)) {
    const part = match[1];
    if (part === undefined) continue;
    const start = from + match.index + match[0].indexOf(part);
    const end = start + part.length;
    if (match[2] !== undefined) {
      under = inner === undefined ? shape : inner[part]?.shape;
      const own = shape?.kind === 'facts' || shape?.kind === 'entries' || shape?.kind === 'grades';
      const name = shape?.kind === 'facts' ? 'name' : 'entry';
      tokens.push({
        kind: own ? name : inner?.[part] === undefined ? 'unknown_key' : 'key',
        start,
        end,
      });
    } else tokens.push(...valueTokens(line, start, end, under));
  }
  return tokens;
}

function yamlTokens(lines: readonly string[], kinds: readonly LineKind[], at: number): LineToken[] {
  const line = lines[at] ?? '';
  const root = rootShape(kinds[at]);
  const parts = yamlLine(line);
  if (parts === undefined) {
    const start = line.indexOf('#');
    return start < 0 ? [] : [{ kind: 'comment', start, end: line.length }];
  }
  const remark = /\s#.*$/.exec(line);
  const end = remark === null ? line.length : remark.index;
  const comment: LineToken[] =
    remark === null ? [] : [{ kind: 'comment', start: end, end: line.length }];
  const path = yamlPlaceAt(lines, kinds, at, parts.start)?.path ?? [];
  const holder = shapeAt(root, path);
  if (parts.key === undefined) {
    const isFlow = /^[{[]/.test(parts.value);
    const value = (isFlow ? flowTokens : valueTokens)(line, parts.start, end, holder);
    return [...value, ...comment];
  }
  const keyEnd = line.indexOf(':', parts.start + parts.key.length);
  const known = holder?.kind === 'mapping' && parts.key in holder.keys();
  const kind =
    holder?.kind === 'mapping'
      ? known
        ? 'key'
        : 'unknown_key'
      : holder?.kind === 'facts'
        ? 'name'
        : 'entry';
  const shape =
    shapeAt(root, [...path, parts.key]) ?? (holder?.kind === 'facts' ? holder : undefined);
  const value = /^[{[]/.test(parts.value) ? flowTokens : valueTokens;
  const bare: Shape | undefined =
    shape?.kind === 'mapping' && '给' in shape.keys() ? { kind: 'grant' } : shape;
  const under = value === flowTokens ? shape : bare;
  return [
    { kind, start: parts.start, end: keyEnd },
    ...value(line, parts.valueStart, end, under),
    ...comment,
  ];
}

/** The stretches of one line that are shown each in its way, from left to right. */
export function lineTokens(
  lines: readonly string[],
  kinds: readonly LineKind[],
  at: number,
): readonly LineToken[] {
  const line = lines[at] ?? '';
  const whole = (kind: LineTokenKind): LineToken[] =>
    line === '' ? [] : [{ kind, start: 0, end: line.length }];
  const kind = kinds[at]?.kind;
  if (kind === 'edge' || kind === 'fence' || kind === 'quotation') return whole(kind);
  if (kind === 'section') return whole('heading');
  if (kind === 'clause') {
    const start = line.search(/\s*〔[^〕]*〕\s*$/);
    if (start < 0) return whole('heading');
    return [
      { kind: 'heading', start: 0, end: start },
      { kind: 'source_lines', start, end: line.length },
    ];
  }
  return kind === undefined || kind === 'note' ? [] : yamlTokens(lines, kinds, at);
}
