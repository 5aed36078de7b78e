import type { Bilingual } from '@luodi/evaluation';
import type { ImportedDocument, ImportedFile, Kinship, StatedDay } from '@luodi/library';
import { say } from '../terminal.ts';
import type { CommandContext } from '../terminal.ts';

const kinshipWords: Readonly<Record<Kinship, Bilingual>> = {
  same: { zh: '相同', en: 'the same as' },
  nearly_same: { zh: '几乎相同', en: 'nearly the same as' },
  draft_of: { zh: '是它的征求意见稿', en: 'a draft of' },
  final_of: { zh: '是它的正式稿', en: 'the final version of' },
  later_version: { zh: '是它较晚的一版', en: 'a later version of' },
  earlier_version: { zh: '是它较早的一版', en: 'an earlier version of' },
  other_version: { zh: '是它的另一版', en: 'another version of' },
};

/** 681 in a thousand as 68.1%. */
function percent(perMille: number): string {
  return `${Math.floor(perMille / 10)}.${perMille % 10}%`;
}

type Likeness = ImportedDocument['likeInLibrary'][number] | ImportedDocument['likeInFile'][number];

function likenessLine(found: Likeness, context: CommandContext): string {
  const {
    key,
    title,
    kinship,
    wordsInCommon,
    clausesSame,
    clausesReworded,
    clausesAdded,
    clausesLost,
  } = found;
  const name =
    typeof key === 'number'
      ? say(context, { zh: `本文件第 ${key + 1} 份`, en: `document ${key + 1} of this file` })
      : key;
  return say(context, {
    zh: `   查重 与 ${name}《${title}》：${kinshipWords[kinship].zh}；文字相同 ${percent(wordsInCommon)}，条款相同 ${clausesSame}、改写 ${clausesReworded}、多出 ${clausesAdded}、缺少 ${clausesLost}`,
    en: `   like: ${kinshipWords[kinship].en} ${name} “${title}”; ${percent(wordsInCommon)} of the words in common; clauses: ${clausesSame} the same, ${clausesReworded} reworded, ${clausesAdded} added, ${clausesLost} missing`,
  });
}

function dayWords(day: StatedDay | undefined, { language }: CommandContext): string {
  if (day === undefined) return language === 'zh' ? '未载' : 'not stated';
  const { date, words, basis } = day;
  const how = {
    stated: { zh: '', en: '' },
    inferred: { zh: '推算，', en: 'worked out, ' },
    unstated: { zh: '未载，', en: 'not stated, ' },
  }[basis][language];
  return language === 'zh'
    ? `${date?.toString() ?? '？'}（${how}“${words}”）`
    : `${date?.toString() ?? '?'} (${how}“${words}”)`;
}

function factLines(
  { recognised: found }: ImportedDocument,
  context: CommandContext,
): readonly string[] {
  const none = say(context, { zh: '无', en: 'none' });
  const { number, issuer, issued, addressees, effective, until, lead } = found;
  const guessed = (inferred: boolean | undefined) =>
    inferred === true ? say(context, { zh: '（推定）', en: ' (inferred)' }) : '';
  return [
    say(context, {
      zh: `   文号 ${number?.value ?? none}${guessed(number?.inferred)}　发布机关 ${issuer?.value ?? none}${guessed(issuer?.inferred)}　发布 ${issued?.value.toString() ?? none}${guessed(issued?.inferred)}`,
      en: `   number ${number?.value ?? none}${guessed(number?.inferred)}, issuer ${issuer?.value ?? none}${guessed(issuer?.inferred)}, issued ${issued?.value.toString() ?? none}${guessed(issued?.inferred)}`,
    }),
    say(context, {
      zh: `   施行 ${dayWords(effective, context)}　有效期至 ${dayWords(until, context)}　牵头 ${lead?.value ?? none}`,
      en: `   in force from ${dayWords(effective, context)} until ${dayWords(until, context)}, lead ${lead?.value ?? none}`,
    }),
    ...(addressees === undefined
      ? []
      : [
          say(context, {
            zh: `   主送 ${addressees.value.join('；')}`,
            en: `   addressed to ${addressees.value.join('; ')}`,
          }),
        ]),
  ];
}

function documentLines(
  document: ImportedDocument,
  place: number,
  context: CommandContext,
): readonly string[] {
  const { recognised, likeInLibrary, likeInFile, counts } = document;
  const { title, from, to, annexOf, doubts } = recognised;
  const guessed = title.inferred
    ? say(context, { zh: '（标题推定）', en: ' (title inferred)' })
    : '';
  const annex =
    annexOf === undefined
      ? ''
      : say(context, {
          zh: `，第 ${annexOf + 1} 份的附件`,
          en: `, an annex of document ${annexOf + 1}`,
        });
  return [
    say(context, {
      zh: `${place}. ${title.value}${guessed}　第 ${from}-${to} 行${annex}`,
      en: `${place}. ${title.value}${guessed}, lines ${from}-${to}${annex}`,
    }),
    ...factLines(document, context),
    say(context, {
      zh: `   条款 ${counts.clauses}，数字 ${counts.figures}，疑似措施 ${counts.measures}、指标 ${counts.indicators}、任务 ${counts.tasks}　编号 ${document.skeleton.id}`,
      en: `   ${counts.clauses} clauses, ${counts.figures} figures; likely measures ${counts.measures}, indicators ${counts.indicators}, tasks ${counts.tasks}; id ${document.skeleton.id}`,
    }),
    ...doubts.map(({ line, message, words }) =>
      say(context, {
        zh: `   存疑 第 ${line} 行：${message.zh}${words === '' ? '' : `（${words}）`}`,
        en: `   doubt, line ${line}: ${message.en}${words === '' ? '' : ` (${words})`}`,
      }),
    ),
    ...[...likeInLibrary, ...likeInFile].map((found) => likenessLine(found, context)),
  ];
}

/** What was recognised in a file, for people. */
export function importLines(
  { text, documents, strays }: ImportedFile,
  context: CommandContext,
): readonly string[] {
  const { name, format, encoding, pages, lines, remarks } = text;
  const extent = [
    encoding,
    pages === undefined ? undefined : say(context, { zh: `${pages} 页`, en: `${pages} pages` }),
  ].filter((each) => each !== undefined);
  return [
    say(context, {
      zh: `${name}：${[format, ...extent].join('，')}，${lines.length} 行，${documents.length} 份文件`,
      en: `${name}: ${[format, ...extent].join(', ')}, ${lines.length} lines, ${documents.length} document(s)`,
    }),
    ...remarks.map((remark) =>
      say(context, { zh: `注意：${remark.zh}`, en: `note: ${remark.en}` }),
    ),
    ...(strays.length === 0
      ? []
      : [
          say(context, {
            zh: `不属于正文的行：${strays.map(({ line }) => line).join('、')}（页码、目录、书签）`,
            en: `lines outside the text: ${strays.map(({ line }) => line).join(', ')} (page numbers, contents, bookmarks)`,
          }),
        ]),
    ...documents.flatMap((document, index) => documentLines(document, index + 1, context)),
  ];
}
