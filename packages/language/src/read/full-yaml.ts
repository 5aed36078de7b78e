import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { ErrorCode, Node, Pair } from 'yaml';
import type { Reporter } from '../diagnostic/reporter.ts';
import type { DataNode, Entry, ScalarNode } from './data-node.ts';
import type { SourceFile } from './source-file.ts';

interface Reading {
  readonly file: SourceFile;
  readonly base: number;
  readonly reporter: Reporter;
}

function scalarValue(value: unknown): ScalarNode['value'] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return null;
}

function emptyScalar(reading: Reading, at: number): ScalarNode {
  const { file } = reading;
  return { kind: 'scalar', file, start: at, end: at, text: '', plain: true, value: null };
}

function convertScalar(node: Node, reading: Reading): ScalarNode {
  const [start, end] = node.range ?? [0, 0, 0];
  const { file, base } = reading;
  const header = isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL');
  // The text of a block scalar begins on the line below its header.
  const first = header ? file.text.indexOf('\n', base + start) + 1 : base + start;
  const place = { file, start: first, end: base + end };
  if (!isScalar(node)) return { kind: 'scalar', ...place, text: '', plain: true, value: null };
  const value = scalarValue(node.value);
  const source = node.source ?? (value === null ? '' : String(value));
  const written = file.text.slice(place.start, place.end);
  return { kind: 'scalar', ...place, text: source, plain: !header && written === source, value };
}

function convertEntry(pair: Pair, reading: Reading): Entry | undefined {
  const { key, value } = pair;
  if (!isScalar(key)) {
    const range = isMap(key) || isSeq(key) ? key.range : undefined;
    const at = reading.base + (range?.[0] ?? 0);
    reading.reporter.report('wrongShape', reading.file.span(at, at + 1), '键必须是一个词');
    return undefined;
  }
  const keyNode = convertScalar(key, reading);
  const hasValue = isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
  return {
    key: keyNode,
    value: hasValue ? convert(value, reading) : emptyScalar(reading, keyNode.end),
  };
}

function convert(node: Node, reading: Reading): DataNode {
  const [start, end] = node.range ?? [0, 0, 0];
  const place = { file: reading.file, start: reading.base + start, end: reading.base + end };
  if (isSeq(node)) {
    const items = node.items.map((item) =>
      isScalar(item) || isMap(item) || isSeq(item) || isAlias(item)
        ? convert(item, reading)
        : emptyScalar(reading, place.start),
    );
    return { kind: 'list', ...place, items };
  }
  if (isMap(node)) {
    const entries: Entry[] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      const entry = convertEntry(pair, reading);
      if (entry === undefined) continue;
      const { key } = entry;
      if (seen.has(key.text)) {
        const span = reading.file.span(key.start, key.end);
        reading.reporter.report('duplicateKey', span, `“${key.text}”写了两次`);
        continue;
      }
      seen.add(key.text);
      entries.push(entry);
    }
    return { kind: 'mapping', ...place, entries };
  }
  if (isAlias(node)) {
    const span = reading.file.span(place.start, place.end);
    reading.reporter.report('wrongShape', span, '不能使用 YAML 的别名（*）');
    return emptyScalar(reading, place.start);
  }
  return convertScalar(node, reading);
}

/** What the faults of the library mean, in the words of those who write rules. */
const yamlFaults: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: '缩进不对，或括号没有写完',
  BAD_SCALAR_START: '值不能以这个字符开头，要加引号',
  BAD_DQ_ESCAPE: '双引号里的 \\ 用法不对',
  BLOCK_AS_IMPLICIT_KEY: '一行里只能有一个“键: 值”',
  BLOCK_IN_FLOW: '括号里不能换成缩进的写法',
  MISSING_CHAR: '缺少冒号、逗号、引号或括号',
  MULTILINE_IMPLICIT_KEY: '键不能跨行，或这一行缺少冒号',
  MULTIPLE_DOCS: '块里不能有 --- 或 ...',
  TAB_AS_INDENT: '缩进用空格，不用制表符',
  UNEXPECTED_TOKEN: '这里不该有这个字符',
};

/**
 * Reads the YAML between two offsets of a file with the `yaml` library. Faults of form are reported at their place; `undefined` when nothing can
 * be made of the text.
 */
export function readFullYaml(
  file: SourceFile,
  start: number,
  end: number,
  reporter: Reporter,
): DataNode | undefined {
  const document = parseDocument(file.text.slice(start, end), {
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  for (const fault of document.errors) {
    const [from, to] = fault.pos;
    const message = yamlFaults[fault.code] ?? `YAML 写法有误：${fault.message}`;
    reporter.report('yaml', file.span(start + from, start + to), message);
  }
  if (document.errors.length > 0 || document.contents === null) return undefined;
  return convert(document.contents, { file, base: start, reporter });
}
