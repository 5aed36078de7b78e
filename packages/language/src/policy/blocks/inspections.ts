import type { Inspection } from '../../tree/index.ts';
import { readFigure } from './figure.ts';
import type { EntryKind } from './named-entries.ts';
import { readTexts, readWords } from './quoted-text.ts';

/** 抽查 */
export const inspectionKind: EntryKind<Inspection> = {
  keyword: '抽查',
  keys: ['主体', '配合', '对象', '内容', '比例', '频次', '依据', '方式'],
  read: (named, keyed, context) => {
    const ratio = keyed.scalar('比例');
    return {
      ...named,
      actors: readTexts(keyed, '主体'),
      assistants: readTexts(keyed, '配合'),
      target: keyed.text('对象'),
      contents: readTexts(keyed, '内容'),
      ratio: ratio === undefined ? undefined : readFigure(ratio, '', context),
      frequency: readWords(keyed, '频次', context),
      legalBasis: keyed.text('依据'),
      manner: keyed.text('方式'),
    };
  },
};
