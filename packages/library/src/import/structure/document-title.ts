import { isDateLine } from './chinese-date.ts';
import {
  endsSentence,
  isAddressee,
  isCopyLine,
  isLetterhead,
  isOpening,
  isOrganisation,
  isPrintedLine,
  isPublicityLine,
  readAnnexMark,
  readNumberLine,
  withoutBlanks,
} from './line-marks.ts';
import { joinLines } from './paragraph.ts';
import type { Paragraph } from './paragraph.ts';

/** What official documents are called: the last word of their titles. */
const kinds =
  '(?:通知|意见|方案|办法|措施|政策|举措|细则|条例|规定|规则|计划|规划|清单|决定|公告|通告|公示|批复|复函|函|纲要|要点|指南|指引|规程|解读|目录|制度|准则|章程|预案|报告|说明|分工|安排|汇编|标准|问答|名单|目标责任书|决议|令|[0-9一二三四五六七八九十]+条(?:意见|措施|政策|举措)?)';
const suffix = '(?:[（(〔《“][^（）()]{1,30}[）)〕》”])*';
const titleEnd = new RegExp(`${kinds}${suffix}$`, 'u');

/** Whether words end as the title of a document does. */
export function endsAsTitle(words: string): boolean {
  return titleEnd.test(withoutBlanks(words));
}

/** A title and the paragraphs over which it is spread. */
export interface FoundTitle {
  readonly text: string;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

const mostLines = 5;
const longest = 120;

function canBePart({ text, marker, cells }: Paragraph): boolean {
  if (
    text.length > 70 ||
    cells !== undefined ||
    endsSentence(text) ||
    /[，。；]|[,、]$/u.test(text)
  )
    return false;
  if (marker !== undefined && !marker.doubtful) return false;
  return !(
    isLetterhead(text) ||
    isDateLine(text) ||
    isCopyLine(text) ||
    isPrintedLine(text) ||
    isPublicityLine(text) ||
    isAddressee(text) ||
    readNumberLine(text) !== undefined ||
    readAnnexMark(text) !== undefined ||
    isAdoption(text) ||
    /^目\s*录$/u.test(text)
  );
}

/** （2023年5月26日…常务委员会第三次会议通过）: below the title of a regulation. */
function isAdoption(text: string): boolean {
  return (
    /^[（(].*(?:通过|公布|修订|修正|批准|发布|印发).*[）)]$/u.test(text) && /\d{4}\s*年/u.test(text)
  );
}

/** A bracket on a line of its own that belongs to the title above it: （征求意见稿）, （2024—2026年）. */
function isTitleBracket(text: string): boolean {
  return (
    /^[（(][^（）()]{1,25}[）)]$/u.test(text) &&
    !isDateLine(text) &&
    !isAdoption(text) &&
    !isPublicityLine(text) &&
    readNumberLine(text) === undefined
  );
}

function beginsBody({ text, marker }: Paragraph): boolean {
  if (
    isOpening(text) ||
    isAddressee(text) ||
    isDateLine(text) ||
    readNumberLine(text) !== undefined
  )
    return true;
  if (marker !== undefined && marker.number === 1) return true;
  return (
    /^(?:表|目\s*录|附表|总\s*则|前\s*言|序\s*言)/u.test(text) ||
    /^[（(].{4,60}(?:通过|公布|修订|发布|印发).{0,10}[）)]$/u.test(text)
  );
}

/** What follows a title within a few lines: an addressee, a number, an opening, the first clause, or at least a whole sentence. */
function bodyFollows(paragraphs: readonly Paragraph[], after: number): boolean {
  const next = paragraphs.slice(after, after + 6);
  const begin = next.findIndex(beginsBody);
  if (begin >= 0)
    return next
      .slice(0, begin)
      .every(
        (each) =>
          canBePart(each) ||
          isOrganisation(each.text) ||
          isTitleBracket(each.text) ||
          each.text.length > 40,
      );
  return next[0] !== undefined && next[0].text.length > 40 && endsSentence(next[0].text);
}

/** Whether the paragraph before lets a title begin here: it ended its sentence, or is no running text itself. */
function mayBeginAfter(before: Paragraph | undefined): boolean {
  if (before === undefined) return true;
  const { text, cells } = before;
  return (
    endsSentence(text) ||
    cells !== undefined ||
    /[）)”》]$/u.test(text) ||
    isDateLine(text) ||
    isPrintedLine(text) ||
    isOrganisation(text) ||
    isLetterhead(text) ||
    readNumberLine(text) !== undefined ||
    readAnnexMark(text) !== undefined ||
    text.length < 40
  );
}

/** Authorities that issue together, each on a line of its own, stay apart. */
function join(parts: readonly Paragraph[]): string {
  const words = parts.map(({ text }, index) => {
    const before = parts[index - 1];
    const apart = before !== undefined && isOrganisation(before.text) && isOrganisation(text);
    return `${apart ? ' ' : ''}${text.replaceAll(/\s+/gu, ' ')}`;
  });
  return joinLines(words);
}

/** Authorities in front of 关于 or the name of a document are parted by blanks; blanks inside the rest are layout. */
function tidyTitle(text: string): string {
  const glued = text.replaceAll(/(?<=[^\x20-\x7e])\s+(?=[^\x20-\x7e])/gu, ' ');
  const about = glued.indexOf('关于');
  if (about <= 0) return withoutBlanks(glued);
  const issuers = glued.slice(0, about).trim();
  return `${issuers}${withoutBlanks(glued.slice(about))}`;
}

/** The line below 附件1 that names the annex, whatever it is called. */
export function findAnnexTitle(
  paragraphs: readonly Paragraph[],
  at: number,
): FoundTitle | undefined {
  const found = findTitle(paragraphs, at);
  const line = paragraphs[at];
  if (found !== undefined || line === undefined) return found;
  if (!canBePart(line) || line.text.length > 50 || line.marker !== undefined) return undefined;
  return { text: tidyTitle(line.text), count: 1, from: line.from, to: line.to };
}

/** The title that begins with a paragraph, if one does: its last word names a kind of document and a body follows. */
export function findTitle(paragraphs: readonly Paragraph[], at: number): FoundTitle | undefined {
  if (!mayBeginAfter(paragraphs[at - 1])) return undefined;
  const parts: Paragraph[] = [];
  let best: FoundTitle | undefined;
  for (let count = 1; count <= mostLines; count++) {
    const part = paragraphs[at + count - 1];
    if (part === undefined || !canBePart(part)) break;
    const whole = count > 1 && endsAsTitle(join(parts));
    if (whole && (part.startsPage || isOrganisation(part.text))) break;
    // A signature above the title of the next document is no part of it.
    const before = parts.at(-1);
    if (
      before !== undefined &&
      isOrganisation(before.text) &&
      !/^(?:关于|印发|转发)/u.test(part.text) &&
      !isOrganisation(part.text)
    )
      break;
    parts.push(part);
    const words = withoutBlanks(join(parts));
    if (words.length > longest) break;
    const bracketAfter = paragraphs[at + count];
    if (bracketAfter !== undefined && isTitleBracket(bracketAfter.text)) continue;
    const named =
      titleEnd.test(words) ||
      (parts.every(({ emphasised }) => emphasised) && /关于.{4,}/u.test(words));
    const longEnough =
      words.length >= 8 || (parts.every(({ emphasised }) => emphasised) && words.length >= 4);
    if (named && longEnough && bodyFollows(paragraphs, at + count))
      best = { text: tidyTitle(join(parts)), count, from: parts[0]?.from ?? 1, to: part.to };
  }
  return best;
}
