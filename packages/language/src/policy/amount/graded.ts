import { spanOf } from '../../read/data-node.ts';
import { meant } from '../../read/keyed.ts';
import { readExpression } from '../../resolve/read-expression.ts';
import { typeWords } from '../../resolve/value-type.ts';
import type { AmountReader } from './amount-context.ts';

/** 按 + 档: one row for each choice. */
export const readGraded: AmountReader = (keyed, context) => {
  const byNode = keyed.value('按');
  const table = keyed.mapping('档');
  if (table === undefined) keyed.missing('档', '“按”');
  const by = byNode === undefined ? undefined : readExpression(byNode, context);
  if (by === undefined || table === undefined) return undefined;
  const { vocabulary } = context.names;
  const list = by.type.kind === 'choice' ? vocabulary.lists.get(by.type.list) : undefined;
  if (list === undefined) {
    const message = `“按”后面要是选项，“${by.text}”是${typeWords(by.type)}`;
    context.reporter.report('typeMismatch', by.span, message);
    return undefined;
  }
  const members = list.members.map((member) => member.name);
  const rows = table.entries.flatMap(({ key, value }) => {
    const amount = context.nested(value, [])?.amount;
    if (members.includes(key.text))
      return amount === undefined ? [] : [{ choice: key.text, amount }];
    const message = `清单“${list.name}”没有“${key.text}”这一项`;
    context.reporter.report('unknownMember', spanOf(key), message, {
      hint: meant(key.text, members) ?? `可用的项：${members.join('、')}`,
    });
    return [];
  });
  return rows.length === table.entries.length ? { kind: 'graded', by, rows } : undefined;
};
