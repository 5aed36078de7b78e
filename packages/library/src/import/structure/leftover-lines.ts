import { isAddressee, isClosing } from './line-marks.ts';
import type { Paragraph } from './paragraph.ts';

const fewest = 3;
const shortest = 4;

/**
 * Where, at the end of a file, lines stand that only repeat beginnings of earlier paragraphs: bookmarks that a conversion left
 * behind. The number of paragraphs that are the document's own.
 */
export function ownParagraphs(paragraphs: readonly Paragraph[]): number {
  const beginnings = new Set(paragraphs.map(({ text }) => text.slice(0, shortest)));
  let own = paragraphs.length;
  for (let at = paragraphs.length - 1; at > 0; at--) {
    const { text } = paragraphs[at] ?? { text: '' };
    if (
      text.length < shortest ||
      isClosing(text) ||
      isAddressee(text) ||
      !beginnings.has(text.slice(0, shortest))
    )
      break;
    const bare = text.replaceAll(/\s/gu, '');
    if (!paragraphs.slice(0, at).some((each) => each.text.replaceAll(/\s/gu, '').startsWith(bare)))
      break;
    own = at;
  }
  const repeated = paragraphs.length - own;
  // A second copy of a whole document repeats everything; bookmarks repeat a little, and numbers among it.
  const numbered = paragraphs.slice(own).filter(({ marker }) => marker !== undefined).length;
  return repeated >= fewest && numbered >= 2 && repeated * 4 < own ? own : paragraphs.length;
}
