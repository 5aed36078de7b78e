import { entryBlocks } from './entry-schema.ts';
import { frontMatter, vocabularyFile } from './file-schema.ts';
import type { LineKind } from './line-kinds.ts';
import { exampleBlock, policyBlock } from './measure-schema.ts';
import type { Shape } from './schema-shape.ts';

const blocks: Readonly<Record<string, Shape>> = {
  政策: policyBlock,
  用例: exampleBlock,
  ...entryBlocks,
};

/** The words that may follow a fence, in the order in which they are offered. */
export const blockKeywords: readonly string[] = Object.keys(blocks);

/** What the YAML that a line belongs to may hold; `undefined` where the line is no YAML or the block is unknown. */
export function rootShape(line: LineKind | undefined): Shape | undefined {
  if (line?.kind === 'front_matter') return frontMatter;
  if (line?.kind === 'vocabulary') return vocabularyFile;
  return line?.kind === 'block' ? blocks[line.keyword] : undefined;
}

/** Past lists, whose items stand for what they hold. */
function withinList(shape: Shape | undefined): Shape | undefined {
  return shape?.kind === 'list' ? withinList(shape.of) : shape;
}

/** What stands under a key of a shape. A choice between a list and its only item is open: the item's shape is given. */
function shapeUnder(shape: Shape | undefined, key: string): Shape | undefined {
  const inner = withinList(shape);
  if (inner?.kind === 'mapping') return inner.keys()[key]?.shape;
  return inner?.kind === 'entries' || inner?.kind === 'grades' ? inner.of : undefined;
}

/** The shape at the end of a path of keys; what a list there holds rather than the list. */
export function shapeAt(root: Shape | undefined, path: readonly string[]): Shape | undefined {
  let shape = root;
  for (const key of path) shape = shapeUnder(shape, key);
  return withinList(shape);
}
