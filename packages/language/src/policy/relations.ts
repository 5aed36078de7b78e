import { withoutSpace } from '../citation/source-text.ts';
import { spanOf } from '../read/data-node.ts';
import type { DataNode } from '../read/data-node.ts';
import { Keyed } from '../read/keyed.ts';
import type { Relation, RelationKind } from '../tree/index.ts';
import type { DocumentContext } from './document-context.ts';
import type { SourceDocument } from './source-document.ts';

const kinds: Readonly<Record<string, RelationKind>> = {
  依据: 'rests_on',
  落实: 'carries_out',
  废止: 'repeals',
  修改: 'amends',
  附件: 'annex_of',
  草案: 'draft_of',
  解读: 'comments_on',
  优先: 'prevails_over',
  服从: 'yields_to',
  衔接: 'read_with',
};

const keys = ['类型', '文件', '名称', '文号', '原文'];

function readOther(keyed: Keyed, context: DocumentContext): Relation['other'] | undefined {
  const { library, reporter } = context;
  const [file, title, number] = [keyed.scalar('文件'), keyed.scalar('名称'), keyed.text('文号')];
  if (file !== undefined) {
    if (title !== undefined) reporter.report('badValue', spanOf(title), '“文件”和“名称”只能写一个');
    const id = library.resolve(file, reporter);
    return id === undefined ? undefined : { kind: 'document', id };
  }
  if (title !== undefined) return { kind: 'outside', title: title.text, number: number ?? '' };
  keyed.missing('文件', '关系');
  return undefined;
}

/** 原文 are words of a quotation, or of the title that the front matter gives. */
function readWords(
  keyed: Keyed,
  source: SourceDocument,
  { library, reporter }: DocumentContext,
): string | undefined {
  const node = keyed.scalar('原文');
  if (node === undefined || node.text === '') return undefined;
  const { id, title } = source.header;
  if (!library.contains(id, node.text) && !title.includes(withoutSpace(node.text)))
    reporter.report('wordsNotQuoted', spanOf(node), '本文件的引文里没有这些字');
  return node.text;
}

function readRelation(
  node: DataNode,
  source: SourceDocument,
  context: DocumentContext,
): Relation | undefined {
  if (node.kind !== 'mapping') {
    context.reporter.report('wrongShape', spanOf(node), '关系的每一项写 类型，文件 或 名称，原文');
    return undefined;
  }
  const keyed = new Keyed(node, keys, '关系', context.reporter);
  if (!keyed.has('类型')) keyed.missing('类型', '关系');
  const kind = keyed.oneOf('类型', kinds);
  const other = readOther(keyed, context);
  const words = readWords(keyed, source, context);
  return kind === undefined || other === undefined ? undefined : { kind, other, words };
}

/** 关系 of the front matter, once all documents are known. */
export function readRelations(
  source: SourceDocument,
  context: DocumentContext,
): readonly Relation[] {
  return source.frontMatter
    .items('关系')
    .flatMap((node) => readRelation(node, source, context) ?? []);
}
