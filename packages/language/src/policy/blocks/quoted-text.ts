import { departure } from '../../citation/departure.ts';
import { withoutSpace } from '../../citation/source-text.ts';
import { absentNumber } from '../../check/quoted-numbers.ts';
import { spanOf } from '../../read/data-node.ts';
import type { ScalarNode } from '../../read/data-node.ts';
import type { Keyed } from '../../read/keyed.ts';
import type { EntryContext } from './entry-context.ts';

/** The text of a key, which must be words of the quotation, white space aside. */
export function readWords(keyed: Keyed, key: string, context: EntryContext): string | undefined {
  const node = keyed.scalar(key);
  if (node === undefined) return undefined;
  const { quote, reporter } = context;
  const [words, text] = [withoutSpace(node.text), withoutSpace(quote.text)];
  if (!text.includes(words))
    reporter.report('wordsNotQuoted', spanOf(node), `“${key}”的这些字不在引文里`, {
      hint: departure(words, text)
        .replace('原文', '引文')
        .replace(/^引文开头/, '开头'),
      related: [{ message: '引文', span: quote.span }],
    });
  return node.text;
}

/** Reports a number in digits of a free text that does not stand in the quotation. */
export function checkNumbersOf(node: ScalarNode, context: EntryContext): void {
  if (!/[\d０-９]/.test(node.text)) return;
  const absent = absentNumber(node.text, context.words());
  if (absent === undefined) return;
  const { quote, reporter } = context;
  reporter.report('valueNotQuoted', spanOf(node), `“${absent}”不在引文里`, {
    hint: '改正数值或引文',
    related: [{ message: '引文', span: quote.span }],
  });
}

/** A text of our own words whose numbers stand in the quotation. */
export function readText(keyed: Keyed, key: string, context: EntryContext): string | undefined {
  const node = keyed.scalar(key);
  if (node === undefined || node.text === '') return undefined;
  checkNumbersOf(node, context);
  return node.text;
}

/** The texts of a list as they are. */
export function readTexts(keyed: Keyed, key: string): readonly string[] {
  return keyed.texts(key).map((node) => node.text);
}
