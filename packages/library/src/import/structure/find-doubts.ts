import type { NumberFault } from './clause-tree.ts';
import { endsSentence } from './line-marks.ts';
import type { Doubt, RecognisedDocument } from './recognised-document.ts';

type Found = Omit<RecognisedDocument, 'doubts'>;

function titleDoubts({ title, before }: Found): readonly Doubt[] {
  const { line, words } = title;
  if (title.inferred && words === '')
    return [
      {
        code: 'title_missing',
        line,
        words,
        message: { zh: '没有标题，也推不出来', en: 'no title, and nothing to infer it from' },
      },
    ];
  if (title.inferred)
    return [
      {
        code: 'title_inferred',
        line,
        words,
        message: { zh: '没有标题，标题由正文推定', en: 'no title; it is inferred from the text' },
      },
    ];
  if (before !== undefined)
    return [
      {
        code: 'title_damaged',
        line,
        words,
        message: {
          zh: '标题紧接在上一份文件的末尾，可能缺了字',
          en: 'the title is stuck to the end of the document above and may have lost characters',
        },
      },
    ];
  return [];
}

function numberDoubts(faults: readonly NumberFault[]): readonly Doubt[] {
  return faults.map(
    ({ kind, paragraph, label, expected }): Doubt => ({
      code: kind === 'gap' ? 'number_gap' : 'number_repeated',
      line: paragraph.from,
      words: label,
      message:
        kind === 'gap'
          ? {
              zh: `“${label}”之前应有第 ${expected} 项`,
              en: `number ${expected} is missing before “${label}”`,
            }
          : {
              zh: `“${label}”之前已到第 ${expected - 1} 项，序号重复或倒退`,
              en: `“${label}” comes after number ${expected - 1}: repeated or out of order`,
            },
    }),
  );
}

function validityDoubts({ effective, status, to, annexOf }: Found): readonly Doubt[] {
  if (effective === undefined)
    return status === 'final' && annexOf === undefined
      ? [
          {
            code: 'no_effective_day',
            line: to,
            words: '',
            message: { zh: '没有写从哪天起施行', en: 'no first day in force is given' },
          },
        ]
      : [];
  if (effective.basis === 'stated') return [];
  const { line, words, reading } = effective;
  return [
    {
      code: 'effective_day_inferred',
      line,
      words,
      message: reading ?? { zh: '施行日是推算的', en: 'the first day in force is worked out' },
    },
  ];
}

function endDoubts({
  clauses,
  closing,
  tail,
  preface,
  head,
  to,
  annexOf,
}: Found): readonly Doubt[] {
  if (closing.length > 0 || tail.length > 0 || annexOf !== undefined) return [];
  let node = clauses.at(-1);
  while (node?.children.at(-1) !== undefined) node = node.children.at(-1);
  const last = node?.paragraphs.at(-1) ?? preface.at(-1) ?? head.at(-1);
  if (last === undefined || endsSentence(last.text)) return [];
  return [
    {
      code: 'ends_abruptly',
      line: to,
      words: last.text.slice(-20),
      message: {
        zh: '末尾没有写完，可能有缺页',
        en: 'it ends in the middle of a sentence; pages may be missing',
      },
    },
  ];
}

/** What a person should look at in a recognised document. */
export function findDoubts(found: Found, faults: readonly NumberFault[]): readonly Doubt[] {
  const commentary: readonly Doubt[] =
    found.status === 'commentary' && !/解读|说明|答记者问/u.test(found.title.value)
      ? [
          {
            code: 'looks_like_commentary',
            line: found.from,
            words: '',
            message: {
              zh: '像是解读或评论，不是文件本身',
              en: 'reads like a commentary on a document rather than one',
            },
          },
        ]
      : [];
  return [
    ...titleDoubts(found),
    ...commentary,
    ...numberDoubts(faults),
    ...validityDoubts(found),
    ...endDoubts(found),
  ].toSorted((a, b) => a.line - b.line);
}
