import { fraction } from '@luodi/kernel';
import { spanOf } from '../../read/data-node.ts';
import type { DataNode } from '../../read/data-node.ts';
import type { Keyed } from '../../read/keyed.ts';
import type { Contract, ContractTerm } from '../../tree/index.ts';
import { numberStands } from '../../check/quoted-numbers.ts';
import { readShares } from '../shares.ts';
import type { EntryContext } from './entry-context.ts';
import { readValueOrWords } from './indicators.ts';
import type { EntryKind } from './named-entries.ts';
import { readEnglish, readPart, readParts } from './named-entries.ts';
import { readWords } from './quoted-text.ts';
import { readTimeLimit } from './time-limit.ts';

function readTerm(node: DataNode, context: EntryContext): ContractTerm | undefined {
  const part = readPart(node, ['要求', '文字', '期限', '违约'], '合同的条款', context);
  if (part === undefined) return undefined;
  const { keyed, name } = part;
  const what = `条款“${name}”`;
  if (!['要求', '文字', '违约'].some((key) => keyed.has(key))) keyed.missing('要求', what);
  return {
    name,
    nameEn: readEnglish(keyed, what),
    requirement: readValueOrWords('要求', keyed, '', context),
    limit: readTimeLimit(keyed, context),
    breach: readWords(keyed, '违约', context),
    span: spanOf(node),
  };
}

function readParties(keyed: Keyed, context: EntryContext): Contract['parties'] {
  const mapping = keyed.mapping('当事人');
  if (!keyed.has('当事人')) keyed.missing('当事人', '合同');
  return (mapping?.entries ?? []).flatMap(({ key, value }) => {
    if (value.kind === 'scalar') return [{ role: key.text, party: value.text }];
    context.reporter.report('wrongShape', spanOf(value), `“${key.text}”应是一个值`);
    return [];
  });
}

/** Shares stand in the quotation, or anywhere in the document, as those of a measure do. */
function readLossShares(keyed: Keyed, context: EntryContext): Contract['shares'] {
  const node = keyed.value('分担');
  return readShares(keyed).map(({ payer, share, written }) => {
    const percent = fraction.multiply(share, { numerator: 100n, denominator: 1n });
    const stands =
      numberStands(percent, '%', context.words()) ||
      numberStands(percent, '%', context.documentWords());
    if (!stands && node !== undefined)
      context.reporter.report('valueNotQuoted', spanOf(written), `“${written.text}”不在引文里`);
    return { payer, share };
  });
}

/** 合同 */
export const contractKind: EntryKind<Contract> = {
  keyword: '合同',
  keys: ['当事人', '标的', '条款', '分担'],
  read: (named, keyed, context) => ({
    ...named,
    parties: readParties(keyed, context),
    subjectMatter: keyed.text('标的'),
    terms: readParts('条款', keyed, `合同“${named.name}”`, (node) => readTerm(node, context)),
    shares: readLossShares(keyed, context),
  }),
};
