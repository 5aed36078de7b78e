import { withoutBlanks } from './line-marks.ts';
import type { Stretch } from './split-documents.ts';

/** A document with the notice that issues it, and the annexes that belong to it. */
export interface CoveredStretch extends Stretch {
  /** The notice in front; `undefined` where the document stands alone. */
  readonly notice: Stretch | undefined;
  readonly annexOf: number | undefined;
}

const issuing = /印发|转发|下发|予以(?:公布|发布)|现(?:将|予)?[^。]{0,120}(?:公布|发布)/u;
const longestNotice = 2500;
const mostNumbered = 12;

function wordsOf({ paragraphs }: Stretch): string {
  return withoutBlanks(paragraphs.map(({ text }) => text).join(''));
}

/** A title without the brackets at its end and without quotation marks, which notices change. */
function core(title: string): string {
  return withoutBlanks(title)
    .replace(/(?:[（(〔][^（）()]{1,30}[）)〕])+$/u, '')
    .replaceAll(/[《》〈〉“”"]/gu, '');
}

function isNotice(stretch: Stretch): boolean {
  const words = wordsOf(stretch);
  const numbered = stretch.paragraphs.filter(({ marker }) => marker !== undefined).length;
  return words.length <= longestNotice && numbered <= mostNumbered && issuing.test(words);
}

function names(notice: string, title: string): boolean {
  return notice.replaceAll(/[《》〈〉“”"]/gu, '').includes(core(title));
}

/** Whether a list or table below belongs to what stands above: the end of its title is named there. */
function belongsTo(above: string, title: string): boolean {
  const words = core(title);
  if (!/(?:清单|表|分工|目录|名单|标准|指标|说明|流程图?)$/u.test(words)) return false;
  return above.includes(words.slice(-6)) && words.length >= 6;
}

/** Puts notices in front of what they issue, and annexes behind what they belong to. */
export function joinNotices(stretches: readonly Stretch[]): readonly CoveredStretch[] {
  const joined: CoveredStretch[] = [];
  let notice: Stretch | undefined;
  let main: number | undefined;
  for (const [index, stretch] of stretches.entries()) {
    const next = stretches[index + 1];
    const title = next?.title?.text;
    const issues =
      notice === undefined &&
      title !== undefined &&
      isNotice(stretch) &&
      names(wordsOf(stretch), title) &&
      stretch.title?.text !== title;
    if (issues) {
      notice = stretch;
      continue;
    }
    const above = main === undefined ? undefined : joined[main];
    const annexed =
      notice === undefined &&
      above !== undefined &&
      (stretch.sign === 'annex' ||
        (stretch.title !== undefined &&
          above.notice !== undefined &&
          belongsTo(wordsOf(above.notice), stretch.title.text)));
    if (!annexed) main = joined.length;
    joined.push({ ...stretch, notice, annexOf: annexed ? main : undefined });
    notice = undefined;
  }
  return joined;
}
