import { spanOf } from '../../read/data-node.ts';
import type { Keyed } from '../../read/keyed.ts';
import { meant } from '../../read/keyed.ts';
import { readCondition } from '../../resolve/read-expression.ts';
import type { Expression } from '../../tree/index.ts';
import { walkExpression } from '../../tree/walk-expression.ts';
import { literalStands } from '../../check/quoted-values.ts';
import type { EntryContext } from './entry-context.ts';

/** 适用: an entity of the vocabulary, 企业 when nothing is written. */
export function readSubject(keyed: Keyed, context: EntryContext): string {
  const node = keyed.scalar('适用');
  if (node === undefined) return '企业';
  const { entities } = context.names.vocabulary;
  if (!entities.has(node.text))
    context.reporter.report('unknownEntity', spanOf(node), `没有“${node.text}”这种实体`, {
      hint: meant(node.text, entities.keys()),
    });
  return node.text;
}

/** 事项: a matter of the vocabulary. */
export function readMatter(keyed: Keyed, context: EntryContext): string | undefined {
  const node = keyed.scalar('事项');
  if (node === undefined) return undefined;
  const { matters } = context.names.vocabulary;
  if (!matters.has(node.text))
    context.reporter.report('unknownMatter', spanOf(node), `没有“${node.text}”这个事项`, {
      hint: meant(node.text, matters.keys()),
    });
  return node.text;
}

/** 政策: ids of the measures named. */
export function readMeasureIds(keyed: Keyed, context: EntryContext): readonly string[] {
  return keyed
    .texts('政策')
    .flatMap((name) => context.index.resolve(context.document, name, context.reporter) ?? []);
}

/** 条件 as expressions of the subject; their values stand in the quotation. */
export function readConditions(
  keyed: Keyed,
  subject: string,
  context: EntryContext,
): readonly Expression[] {
  const { names, reporter, quote } = context;
  const scope = {
    subject: names.vocabulary.entities.has(subject) ? subject : '企业',
    items: undefined,
  };
  return keyed.texts('条件').flatMap((node) => {
    const condition = readCondition(node, { names, scope, reporter });
    if (condition === undefined) return [];
    for (const part of walkExpression(condition))
      if (part.kind === 'literal' && !literalStands(part, context.words()))
        reporter.report('valueNotQuoted', part.span, `“${part.text}”不在引文里`, {
          related: [{ message: '引文', span: quote.span }],
        });
    return [condition];
  });
}
