import { nearName, parseDate } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import { spanOf } from './data-node.ts';
import type { DataNode, Entry, MappingNode, ScalarNode } from './data-node.ts';

/** Whether two names share enough characters to be near; the full comparison costs a hundred times as much. */
function mayBeNear(characters: ReadonlySet<string>, length: number, candidate: string): boolean {
  let shared = 0;
  for (const character of candidate) if (characters.has(character)) shared++;
  return shared * 4 >= Math.min(length, candidate.length) * 2 && shared > 0;
}

/** The hint for a name that is not known: the nearest known one, if any is near. */
export function meant(name: string, known: Iterable<string>): string | undefined {
  const characters = new Set(name);
  const candidates = [...known].filter((each) => mayBeNear(characters, name.length, each));
  const near = nearName(name, candidates);
  return near === undefined ? undefined : `是不是“${near}”？`;
}

/** A mapping read key by key: unknown keys and wrong shapes are faults, each at its place. */
export class Keyed {
  readonly node: MappingNode;
  readonly reporter: Reporter;
  private readonly entries: ReadonlyMap<string, Entry>;

  /** `what` names the thing in messages. Keys outside `known` are reported. */
  constructor(node: MappingNode, known: readonly string[], what: string, reporter: Reporter) {
    this.node = node;
    this.reporter = reporter;
    this.entries = new Map(node.entries.map((entry) => [entry.key.text, entry]));
    for (const { key } of node.entries) {
      if (known.includes(key.text)) continue;
      reporter.report('unknownKey', spanOf(key), `${what}没有“${key.text}”这个键`, {
        hint:
          meant(
            key.text,
            known.filter((each) => !this.entries.has(each)),
          ) ?? `可用的键：${known.join('、')}`,
      });
    }
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  entry(key: string): Entry | undefined {
    return this.entries.get(key);
  }

  value(key: string): DataNode | undefined {
    return this.entries.get(key)?.value;
  }

  missing(key: string, what: string): void {
    const { file, start, end } = this.node;
    const lineEnd = file.text.indexOf('\n', start);
    const stop = lineEnd < 0 ? end : Math.min(end, lineEnd);
    this.reporter.report('missingKey', file.span(start, stop), `${what}缺少“${key}”`);
  }

  /** The scalar under a key; a list or mapping there is a fault. */
  scalar(key: string): ScalarNode | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    if (value.kind === 'scalar') return value;
    this.reporter.report('wrongShape', spanOf(value), `“${key}”应是一个值，不是列表或映射`);
    return undefined;
  }

  text(key: string): string | undefined {
    return this.scalar(key)?.text;
  }

  yes(key: string): boolean | undefined {
    return this.oneOf(key, { 是: true, 否: false });
  }

  /** The value that the text under a key stands for; anything outside the table is a fault. */
  oneOf<T>(key: string, table: Readonly<Record<string, T>>): T | undefined {
    const node = this.scalar(key);
    if (node === undefined) return undefined;
    if (Object.hasOwn(table, node.text)) return table[node.text];
    const words = Object.keys(table);
    this.reporter.report('badValue', spanOf(node), `“${key}”不能是“${node.text}”`, {
      hint: meant(node.text, words) ?? `可用：${words.join('、')}`,
    });
    return undefined;
  }

  date(key: string): PlainDate | undefined {
    const node = this.scalar(key);
    return node === undefined ? undefined : readDate(node, node.text, this.reporter);
  }

  /** A list of texts; a single text stands for a list of one. */
  texts(key: string): readonly ScalarNode[] {
    const value = this.value(key);
    if (value === undefined) return [];
    if (value.kind === 'scalar') return value.text === '' ? [] : [value];
    if (value.kind === 'list') {
      return value.items.flatMap((item) => {
        if (item.kind === 'scalar') return [item];
        this.reporter.report('wrongShape', spanOf(item), `“${key}”的每一项应是一个值`);
        return [];
      });
    }
    this.reporter.report('wrongShape', spanOf(value), `“${key}”应是列表`);
    return [];
  }

  /** The items of a list; anything else is a fault. */
  items(key: string): readonly DataNode[] {
    const value = this.value(key);
    if (value === undefined || (value.kind === 'scalar' && value.text === '')) return [];
    if (value.kind === 'list') return value.items;
    this.reporter.report('wrongShape', spanOf(value), `“${key}”应是列表，每项以 - 开头`);
    return [];
  }

  mapping(key: string): MappingNode | undefined {
    const value = this.value(key);
    if (value === undefined || (value.kind === 'scalar' && value.text === '')) return undefined;
    if (value.kind === 'mapping') return value;
    this.reporter.report('wrongShape', spanOf(value), `“${key}”应是“键: 值”的映射`);
    return undefined;
  }
}

export function readDate(
  node: ScalarNode,
  text: string,
  reporter: Reporter,
): PlainDate | undefined {
  const date = parseDate(text.trim());
  if (date !== undefined) return date;
  reporter.report('badValue', spanOf(node), `“${text}”不是日期`, {
    hint: '日期写成 2024-01-23，且那一天要存在',
  });
  return undefined;
}
