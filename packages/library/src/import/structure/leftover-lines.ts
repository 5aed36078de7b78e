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

/** Below 目录 the headings stand once as contents before they stand in the text: the paragraphs without the former. */
export function partContents(paragraphs: readonly Paragraph[]): {
  readonly text: readonly Paragraph[];
  readonly contents: readonly Paragraph[];
} {
  const contents = new Set<Paragraph>();
  for (const [index, { text }] of paragraphs.entries()) {
    if (withoutBlanks(text) !== '目录') continue;
    const first = paragraphs[index + 1];
    if (first === undefined) continue;
    const near = paragraphs.slice(index + 2, index + 2 + most);
    const again = near.findIndex((each) => withoutBlanks(each.text) === withoutBlanks(first.text));
    if (again < 0) continue;
    for (const each of paragraphs.slice(index, index + 2 + again)) contents.add(each);
  }
  return { text: paragraphs.filter((each) => !contents.has(each)), contents: [...contents] };
}
