import { isDateLine } from './chinese-date.ts';
import {
  isAddressee,
  isClosing,
  isCopyLine,
  isLetterhead,
  isOrganisation,
  isPrintedLine,
  isPublicityLine,
  readAnnexMark,
  readNumberLine,
} from './line-marks.ts';
import type { Paragraph } from './paragraph.ts';
import type { Stated } from './recognised-document.ts';
import type { Stretch } from './split-documents.ts';

/** The paragraphs of a document by their office. */
export interface DocumentParts {
  readonly head: readonly Paragraph[];
  readonly body: readonly Paragraph[];
  readonly tail: readonly Paragraph[];
}

function isHeadLine(text: string): boolean {
  return (
    isLetterhead(text) ||
    readNumberLine(text) !== undefined ||
    isDateLine(text) ||
    isPublicityLine(text) ||
    isAddressee(text) ||
    isOrganisation(text) ||
    /^[（(].*(?:通过|公布|修订|修正|批准|发布|印发).*[）)]$/u.test(text) ||
    /^目\s*录$/u.test(text)
  );
}

function isTailLine(text: string): boolean {
  return (
    isOrganisation(text) ||
    isDateLine(text) ||
    isPrintedLine(text) ||
    isPublicityLine(text) ||
    isCopyLine(text) ||
    /^[（(]?(?:联系人|联系电话|信息公开|公开属性|来源|责任编辑|发布日期|打印|分享|上一篇|下一篇|关闭)/u.test(
      text,
    )
  );
}

/** Where the list of annexes, or what stands below the last clause, begins. */
function tailStart(body: readonly Paragraph[]): number {
  const closing = body.findLastIndex(({ text }) => isClosing(text));
  const from = closing >= 0 ? closing + 1 : Math.floor(body.length * 0.6);
  const annexes = body.findIndex(
    ({ text }, index) => index >= from && readAnnexMark(text) !== undefined,
  );
  let start = annexes >= 0 ? annexes : body.length;
  while (start > 1 && isTailLine(body[start - 1]?.text ?? '')) start--;
  // Copies go on over several lines below 抄送.
  const copies = body.findIndex(({ text }, index) => index >= from && isCopyLine(text));
  return copies >= 0 ? Math.min(start, copies) : start;
}

/** Parts a stretch into what stands above the text, the text, and what stands below it. */
export function partDocument({ paragraphs, title, sign }: Stretch): DocumentParts {
  let begin = 0;
  for (const { text, from } of paragraphs) {
    const inTitle = title !== undefined && from >= title.from && from <= title.to;
    const mark = sign === 'annex' && begin === 0;
    if (!inTitle && !mark && !isHeadLine(text)) break;
    begin++;
  }
  const below = paragraphs.slice(begin);
  const end = tailStart(below);
  return { head: paragraphs.slice(0, begin), body: below.slice(0, end), tail: below.slice(end) };
}

/** The annexes that the end of a document names. */
export function annexesNamed(tail: readonly Paragraph[]): readonly Stated<string>[] {
  const names: Stated<string>[] = [];
  let listing = false;
  for (const { text, from, marker } of tail) {
    const mark = readAnnexMark(text);
    const rest = mark?.rest ?? (listing && marker?.numbering === 'digit' ? text : '');
    listing ||= mark !== undefined;
    const name = rest.replace(/^\d{1,2}\s*[.．、]\s*/u, '').trim();
    if (name !== '') names.push({ value: name, words: text, line: from, inferred: false });
  }
  return names;
}
