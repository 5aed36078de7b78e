import { endsAsTitle } from './document-title.ts';
import { nameOf } from './clause-tree.ts';
import { withoutBlanks } from './line-marks.ts';
import type { Paragraph } from './paragraph.ts';
import type { Stated } from './recognised-document.ts';

const purposes: readonly {
  readonly pattern: RegExp;
  readonly title: (match: RegExpExecArray) => string;
}[] = [
  {
    pattern:
      /现?就((?:(?!现就)[^。；]){4,90}?)[，,]?\s*(?:提出|制定|作出)(?:如下|以下)?([^。；：]{0,6}?(?:意见|措施|规定|办法|方案))/u,
    title: ([, matter = '', kind = '']) => `关于${matter}的${kind.replace(/^(?:如下|以下)/u, '')}`,
  },
  {
    pattern:
      /现?(?:将|就)((?:(?!现就|现将)[^。；]){4,90}?)(?:的?有关(?:事项|事宜|问题)|事项|事宜)?(?:通知|公告|通告)如下/u,
    title: ([, matter = '']) => `关于${matter}有关事项的通知`,
  },
  {
    pattern:
      /(?:制定|编制|梳理|起草|修订)了?(《[^》]{4,80}》(?:[^。；]{0,60}《[^》]{4,80}》)?)[^。]{0,60}(?:印发|公布|发布|下发)/u,
    title: ([, matter = '']) => `关于印发${matter}的通知`,
  },
  {
    pattern:
      /^为(?:了)?(?:进一步|深入|切实|加快)?([^，。；]{6,60})[，][\s\S]*(?:提出|制定)(?:如下|以下|本)?((?:指导|实施)?(?:意见|措施|政策|办法|方案))/u,
    title: ([, matter = '', kind = '']) => `关于${matter}的${kind}`,
  },
  {
    pattern:
      /[，、]((?:进一步)?[^，。；：]{8,60})[，,]\s*(?:经[^，。]{2,20}同意[，,]\s*)?提出(?:如下|以下)((?:指导|实施|若干)?(?:意见|措施|政策))/u,
    title: ([, matter = '', kind = '']) => `关于${matter}的${kind}`,
  },
];

/** The title that the first paragraphs suggest: the matter of 现就…提出如下意见. */
export function inferTitle(paragraphs: readonly Paragraph[]): Stated<string> | undefined {
  for (const { pattern, title } of purposes)
    for (const { text, from } of paragraphs.slice(0, 4)) {
      const match = pattern.exec(text.replaceAll(/（以下(?:简称|统称)[^）]*）/gu, ''));
      if (match === null) continue;
      const words = withoutBlanks(title(match));
      if (words.length <= 120 && endsAsTitle(words))
        return { value: words, words: match[0], line: from, inferred: true };
    }
  return undefined;
}

/** A name for a document whose title nothing suggests: its first heading or sentence. */
export function standInTitle(paragraphs: readonly Paragraph[]): Stated<string> {
  const [first] = paragraphs;
  const words =
    nameOf(first?.marker?.rest ?? first?.text ?? '') || (first?.text ?? '').slice(0, 30);
  return { value: `（无标题）${words}`, words: '', line: first?.from ?? 1, inferred: true };
}
