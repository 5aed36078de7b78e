import { spanOf } from '../../read/data-node.ts';
import { Keyed } from '../../read/keyed.ts';
import type { TimeLimit } from '../../tree/index.ts';
import type { EntryContext } from './entry-context.ts';
import { checkFigure, parseFigure } from './figure.ts';
import { readText } from './quoted-text.ts';

const timeUnit = /^(?:个?(?:工作日|自然日|小时|月)|日|天|年|周|分钟)$/;

/** 期限 of a step or term: `{ 时长: 5个工作日, 自: 受理之日 }`, or words. */
export function readTimeLimit(keyed: Keyed, context: EntryContext): TimeLimit | undefined {
  const value = keyed.value('期限');
  if (value === undefined) return undefined;
  if (value.kind !== 'mapping') {
    const words = readText(keyed, '期限', context);
    return words === undefined ? undefined : { kind: 'words', words };
  }
  const inner = new Keyed(value, ['时长', '自'], '“期限”', context.reporter);
  const node = inner.scalar('时长');
  if (node === undefined) {
    inner.missing('时长', '“期限”');
    return undefined;
  }
  const length = parseFigure(node.text, '');
  if (length === undefined || !timeUnit.test(length.unit)) {
    context.reporter.report('badValue', spanOf(node), `“${node.text}”不是时长`, {
      hint: '写成 5个工作日、30日、3个月 或 1年；别的写法不用“时长”，直接写成文字',
    });
    return undefined;
  }
  checkFigure(length, node, context);
  return { kind: 'duration', length, from: inner.text('自') };
}
