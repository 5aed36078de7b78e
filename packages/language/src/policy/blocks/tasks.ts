import { spanOf } from '../../read/data-node.ts';
import { Keyed } from '../../read/keyed.ts';
import type { Cycle, Task } from '../../tree/index.ts';
import type { EntryContext } from './entry-context.ts';
import { readMoment } from './moment.ts';
import type { EntryKind } from './named-entries.ts';
import { readTexts, readWords } from './quoted-text.ts';

const cycles: Readonly<Record<string, Cycle>> = {
  每年: 'yearly',
  每半年: 'half_yearly',
  每季度: 'quarterly',
  每月: 'monthly',
  每周: 'weekly',
};

/** 责任出处: another document and its words, which must stand there. */
function readAssignment(keyed: Keyed, context: EntryContext): Task['assignedBy'] {
  const mapping = keyed.mapping('责任出处');
  if (mapping === undefined) return undefined;
  const { reporter, library } = context;
  const inner = new Keyed(mapping, ['文件', '原文'], '“责任出处”', reporter);
  for (const key of ['文件', '原文']) if (!inner.has(key)) inner.missing(key, '“责任出处”');
  const [file, words] = [inner.scalar('文件'), inner.scalar('原文')];
  if (file === undefined || words === undefined) return undefined;
  const document = library.resolve(file, reporter);
  if (document === undefined) return undefined;
  if (!library.contains(document, words.text))
    reporter.report('wordsNotQuoted', spanOf(words), `${document} 的引文里没有这些字`);
  return { document, words: words.text };
}

/** 任务 */
export const taskKind: EntryKind<Task> = {
  keyword: '任务',
  keys: ['编号', '类别', '内容', '牵头', '责任', '责任出处', '期限', '周期', '成果'],
  read: (named, keyed, context) => {
    const due = keyed.scalar('期限');
    return {
      ...named,
      number: keyed.text('编号') ?? '',
      categories: readTexts(keyed, '类别'),
      words: readWords(keyed, '内容', context) ?? named.quote.text,
      leads: readTexts(keyed, '牵头'),
      departments: readTexts(keyed, '责任'),
      assignedBy: readAssignment(keyed, context),
      due: due === undefined ? undefined : readMoment(due, context),
      cycle: keyed.oneOf('周期', cycles),
      outcome: readWords(keyed, '成果', context),
    };
  },
};
