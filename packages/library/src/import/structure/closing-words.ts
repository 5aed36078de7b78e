import { isClosing } from './line-marks.ts';
import type { Paragraph } from './paragraph.ts';
import type { Stated } from './recognised-document.ts';
import { lineOf } from './validity.ts';

const leadWords =
  /由([^，。；由]{2,80}?)(?:会同[^，。；]{2,60}?)?(?:负责)?(?:牵头)?(?:负责)?(?:组织实施|组织落实|牵头实施|贯彻实施)/u;

/** Who carries the document out: 由…负责牵头组织实施. */
export function findLead(paragraphs: readonly Paragraph[]): Stated<string> | undefined {
  for (const paragraph of paragraphs.toReversed()) {
    if (!isClosing(paragraph.text)) continue;
    const [words, who] = leadWords.exec(paragraph.text) ?? [];
    if (words !== undefined && who !== undefined)
      return {
        value: who.replace(/(?:负责|牵头)+$/u, ''),
        words,
        line: lineOf(paragraph, words),
        inferred: false,
      };
  }
  return undefined;
}

const best =
  /(?:[“"]?(?:从|择)[优高][、，]?)?(?:就高|从优|从高|就高从优|从优从高|择优)[、，]?(?:和)?(?:不|非)重[复叠]|从[优高][、，]就[高优][、，]不重复|不(?:得)?重复(?:享受|支持|补助|奖励|资助)/u;

/** Words by which of several benefits on one matter the best alone is paid. */
export function findBestOfMatter(paragraphs: readonly Paragraph[]): Stated<true> | undefined {
  for (const paragraph of paragraphs.toReversed()) {
    const words = best.exec(paragraph.text)?.[0];
    if (words !== undefined)
      return { value: true, words, line: lineOf(paragraph, words), inferred: false };
  }
  return undefined;
}

const funding =
  /[^。；]{0,80}(?:资金|经费|补助|奖励|资助)[^。；]{0,60}(?:承担|分担|列支|分级负担)[^。；]{0,40}/u;

/** Who bears the cost, as the document says it. */
export function findFunding(paragraphs: readonly Paragraph[]): Stated<string> | undefined {
  for (const paragraph of paragraphs.toReversed()) {
    const words = funding.exec(paragraph.text)?.[0];
    if (words !== undefined)
      return { value: words.trim(), words, line: lineOf(paragraph, words), inferred: false };
  }
  return undefined;
}
