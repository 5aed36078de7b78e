import { spanOf } from '../../read/data-node.ts';
import type { DataNode } from '../../read/data-node.ts';
import type { ListItem, ListKind, PolicyList } from '../../tree/index.ts';
import type { EntryContext } from './entry-context.ts';
import type { EntryKind } from './named-entries.ts';
import { readPart, readParts } from './named-entries.ts';
import { readTexts, readWords } from './quoted-text.ts';
import { readConditions, readMeasureIds, readSubject } from './subject.ts';

const kinds: Readonly<Record<string, ListKind>> = {
  正面: 'positive',
  负面: 'negative',
  豁免: 'exemption',
  事项: 'matters',
  材料: 'papers',
  权责: 'powers',
  名录: 'register',
  分类: 'classes',
};

/** An item with nothing but a name may be written as the name. */
function nameAlone(node: DataNode): ListItem | undefined {
  if (node.kind !== 'scalar' || node.text === '') return undefined;
  return {
    name: node.text,
    nameEn: '',
    number: '',
    categories: [],
    words: undefined,
    conditions: [],
    measures: [],
    span: spanOf(node),
  };
}

function readItem(node: DataNode, subject: string, context: EntryContext): ListItem | undefined {
  const bare = nameAlone(node);
  if (bare !== undefined) return bare;
  const keys = ['编号', '类别', '内容', '条件', '政策'];
  const part = readPart(node, keys, '清单的项', context);
  if (part === undefined) return undefined;
  const { keyed, name } = part;
  return {
    name,
    nameEn: keyed.text('英文') ?? '',
    number: keyed.text('编号') ?? '',
    categories: readTexts(keyed, '类别'),
    words: readWords(keyed, '内容', context),
    conditions: readConditions(keyed, subject, context),
    measures: readMeasureIds(keyed, context),
    span: spanOf(node),
  };
}

/** 清单 */
export const listKind: EntryKind<PolicyList> = {
  keyword: '清单',
  keys: ['种类', '适用', '项'],
  read: (named, keyed, context) => {
    const what = `清单“${named.name}”`;
    const subject = readSubject(keyed, context);
    if (!keyed.has('种类')) keyed.missing('种类', what);
    const items = readParts('项', keyed, what, (node) => readItem(node, subject, context));
    const kind = keyed.oneOf('种类', kinds);
    return kind === undefined ? undefined : { ...named, listKind: kind, subject, items };
  },
};
