import { spanOf } from '../../read/data-node.ts';
import type { DataNode } from '../../read/data-node.ts';
import type { Procedure, ProcedureStep } from '../../tree/index.ts';
import type { EntryContext } from './entry-context.ts';
import type { EntryKind } from './named-entries.ts';
import { readEnglish, readPart, readParts } from './named-entries.ts';
import { readTexts, readWords } from './quoted-text.ts';
import { readConditions, readMatter, readMeasureIds, readSubject } from './subject.ts';
import { readTimeLimit } from './time-limit.ts';

const stepKeys = ['主体', '动作', '材料', '条件', '期限', '结果'];

function readStep(
  node: DataNode,
  subject: string,
  context: EntryContext,
): ProcedureStep | undefined {
  const part = readPart(node, stepKeys, '流程的步骤', context);
  if (part === undefined) return undefined;
  const { keyed, name } = part;
  return {
    name,
    nameEn: readEnglish(keyed, `步骤“${name}”`),
    actors: readTexts(keyed, '主体'),
    words: readWords(keyed, '动作', context),
    papers: readTexts(keyed, '材料'),
    conditions: readConditions(keyed, subject, context),
    limit: readTimeLimit(keyed, context),
    outcomes: readTexts(keyed, '结果'),
    span: spanOf(node),
  };
}

/** 流程 */
export const procedureKind: EntryKind<Procedure> = {
  keyword: '流程',
  keys: ['适用', '事项', '政策', '步骤'],
  read: (named, keyed, context) => {
    const subject = readSubject(keyed, context);
    const what = `流程“${named.name}”`;
    return {
      ...named,
      subject,
      matter: readMatter(keyed, context),
      measures: readMeasureIds(keyed, context),
      steps: readParts('步骤', keyed, what, (node) => readStep(node, subject, context)),
    };
  },
};
