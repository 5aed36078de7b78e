import type { PlainDate } from '@luodi/kernel';
import { findDate, isDateLine } from './chinese-date.ts';
import {
  findNumbers,
  isAddressee,
  isLetterhead,
  isOrganisation,
  isPrintedLine,
  readNumberLine,
  withoutBlanks,
} from './line-marks.ts';
import type { Paragraph, Stray } from './paragraph.ts';
import type { Stated } from './recognised-document.ts';

function stated<T>({ text, from }: Paragraph, value: T, inferred = false): Stated<T> {
  return { value, words: text, line: from, inferred };
}

function first<T>(
  paragraphs: readonly Paragraph[],
  read: (each: Paragraph) => Stated<T> | undefined,
): Stated<T> | undefined {
  for (const paragraph of paragraphs) {
    const found = read(paragraph);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The document number: on a line of its own in the head, or in brackets below the title; else where a web page files it. */
export function findNumber(
  head: readonly Paragraph[],
  filed: readonly Stray[],
): Stated<string> | undefined {
  const found = first(head, (each) => {
    const number = readNumberLine(each.text);
    return number === undefined ? undefined : stated(each, number);
  });
  if (found !== undefined) return found;
  for (const { kind, text, line } of filed) {
    const [number] =
      kind === 'web_page' ? findNumbers(text.replaceAll(/文\s*号\s*[:：]/gu, ' ')) : [];
    if (number !== undefined) return { value: number, words: text, line, inferred: true };
  }
  return undefined;
}

function titleIssuers(
  titles: readonly { readonly text: string; readonly line: number }[],
): Stated<string> | undefined {
  for (const { text, line } of titles) {
    const before = /^(.{3,60}?)(?:关于|印发)/u.exec(text)?.[1]?.trim() ?? '';
    if (before !== '' && isOrganisation(before))
      return { value: before.replaceAll(/\s+/gu, '、'), words: text, line, inferred: false };
  }
  return undefined;
}

/** Who issued it: by the letterhead, the signature, the beginning of the title; else by who had it printed. */
export function findIssuer(
  head: readonly Paragraph[],
  tail: readonly Paragraph[],
  titles: readonly { readonly text: string; readonly line: number }[],
): Stated<string> | undefined {
  const letterhead = first(head, (each) =>
    isLetterhead(each.text)
      ? stated(each, withoutBlanks(each.text).replace(/文件$/u, ''))
      : undefined,
  );
  const joint = titleIssuers(titles);
  if (letterhead !== undefined && !(joint?.value.includes('、') ?? false)) return letterhead;
  if (joint !== undefined) return joint;
  const signature = first([...head, ...tail], (each) =>
    isOrganisation(each.text) && !isPrintedLine(each.text)
      ? stated(each, each.text.replaceAll(/\s+/gu, '、'))
      : undefined,
  );
  if (signature !== undefined) return signature;
  return first(tail, (each) => {
    if (!isPrintedLine(each.text)) return undefined;
    const office = each.text.slice(0, findDate(each.text)?.start ?? 0).trim();
    return office !== '' && isOrganisation(office) ? stated(each, office, true) : undefined;
  });
}

/** The day of issue: a date on a line of its own in head or signature; else the day of printing. */
export function findIssued(
  head: readonly Paragraph[],
  tail: readonly Paragraph[],
): Stated<PlainDate> | undefined {
  const alone = first([...head, ...tail], (each) => {
    const date = isDateLine(each.text) ? findDate(each.text)?.date : undefined;
    return date === undefined ? undefined : stated(each, date);
  });
  if (alone !== undefined) return alone;
  return first(tail, (each) => {
    const date = isPrintedLine(each.text) ? findDate(each.text)?.date : undefined;
    return date === undefined ? undefined : stated(each, date, true);
  });
}

/** Parted at commas; 各区、县（市）人民政府 is one, 中央组织部、中央宣传部 are two. */
function namesIn(text: string): readonly string[] {
  const list = text.replace(/^主送\s*[:：]/u, '').replace(/[:：。]$/u, '');
  return list
    .split(/[，,；;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) =>
      /各|区、县/u.test(part) || /（[^）]*、[^）]*）/u.test(part) ? [part] : part.split('、'),
    );
}

/** To whom it is addressed: below the title, or behind 主送 at the end. */
export function findAddressees(
  head: readonly Paragraph[],
  tail: readonly Paragraph[],
): Stated<readonly string[]> | undefined {
  return (
    first(head, (each) =>
      isAddressee(each.text) ? stated(each, namesIn(each.text)) : undefined,
    ) ??
    first(tail, (each) =>
      /^主送\s*[:：]/u.test(each.text) ? stated(each, namesIn(each.text)) : undefined,
    )
  );
}
