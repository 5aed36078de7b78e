import type { Reporter } from '../diagnostic/reporter.ts';
import type { DataNode } from '../read/data-node.ts';
import type { Keyed } from '../read/keyed.ts';
import { readPolicyMarkdown } from '../read/policy-markdown.ts';
import type { RawBlock, RawClause } from '../read/policy-markdown.ts';
import { SourceFile } from '../read/source-file.ts';
import { readYaml } from '../read/yaml-data.ts';
import type { MeasureIndex } from './measure-index.ts';
import { readHeader } from './read-header.ts';
import type { Header } from './read-header.ts';

/** A policy file read into parts: front matter understood, blocks still data. */
export interface SourceDocument {
  readonly file: SourceFile;
  readonly header: Header;
  readonly frontMatter: Keyed;
  /** Whether the document says when it is in force; else it cannot be used. */
  readonly dated: boolean;
  readonly clauses: readonly RawClause[];
  readonly data: ReadonlyMap<RawBlock, DataNode>;
}

/** How much of a policy file is read: all of it, or what an applicant's answer needs. */
export type Extent = 'everything' | 'measures';

/** First pass over one policy file. `undefined` when it has no readable front matter. */
export function readSourceDocument(
  path: string,
  text: string,
  extent: Extent,
  reporter: Reporter,
): SourceDocument | undefined {
  const file = new SourceFile(path, text);
  const raw = readPolicyMarkdown(file, reporter);
  const data = new Map<RawBlock, DataNode>();
  for (const clause of raw.clauses) {
    for (const block of clause.passages.flatMap((passage) => passage.blocks)) {
      if (extent === 'measures' && block.keyword !== '政策') continue;
      const node = readYaml(file, block.bodyStart, block.bodyEnd, reporter);
      if (node !== undefined) data.set(block, node);
    }
  }
  if (raw.frontMatter === undefined) return undefined;
  const front = readYaml(file, raw.frontMatter.start, raw.frontMatter.end, reporter);
  if (front?.kind !== 'mapping') {
    reporter.report('frontMatter', file.span(0, 3), '文首不是“键: 值”');
    return undefined;
  }
  const { header, keyed, dated } = readHeader(front, reporter);
  return { file, header, frontMatter: keyed, dated, clauses: raw.clauses, data };
}

/** The words of a document's quotations, in order. */
export function quotationsOf({ clauses }: SourceDocument): readonly string[] {
  return clauses.flatMap(({ passages }) => passages.map(({ text }) => text));
}

/** Enters the names of a document's measures into the index. */
export function indexMeasures(
  source: SourceDocument,
  index: MeasureIndex,
  reporter: Reporter,
): void {
  for (const [block, node] of source.data) {
    if (block.keyword !== '政策' || node.kind !== 'mapping') continue;
    for (const entry of node.entries) index.add(source.header.id, entry.key, reporter);
  }
}
