import { isAddressee, isClosing, withoutBlanks } from './line-marks.ts';
import type { Paragraph } from './paragraph.ts';

const fewest = 3;
const shortest = 4;
/** More than this are no bookmarks of a document. */
const most = 100;

/**
 * Where, at the end of a file, lines stand that only repeat beginnings of earlier paragraphs: bookmarks that a conversion left
 * behind. The number of paragraphs that are the document's own.
 */
export function ownParagraphs(paragraphs: readonly Paragraph[]): number {
  const bare = paragraphs.map(({ text }) => withoutBlanks(text));
  let own = paragraphs.length;
  for (let at = paragraphs.length - 1; at > 0 && paragraphs.length - own <= most; at--) {
    const words = bare[at] ?? '';
    if (words.length < shortest || isClosing(words) || isAddressee(words)) break;
    if (!bare.slice(0, at).some((each) => each.startsWith(words))) break;
    own = at;
  }
  const repeated = paragraphs.length - own;
  // A second copy of a whole document repeats everything; bookmarks repeat a little, and numbers among it.
  const numbered = paragraphs.slice(own).filter(({ marker }) => marker !== undefined).length;
  const isLeftover = repeated >= fewest && repeated <= most && numbered >= 2 && repeated * 4 < own;
  return isLeftover ? own : paragraphs.length;
}
