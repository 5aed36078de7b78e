import type { PlainLine } from './plain-text.ts';

/** The lines of a plain text as they stand; form feeds begin a page, tabs part the cells of a row. */
export function textLines(text: string): readonly PlainLine[] {
  let startsPage = false;
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((raw) => {
    const feed = raw.includes('\f');
    const line: PlainLine = {
      text: raw.replaceAll('\f', ''),
      ...(startsPage || raw.startsWith('\f') ? { startsPage: true } : {}),
    };
    startsPage = feed && !raw.startsWith('\f');
    const cells = line.text.split('\t').map((cell) => cell.trim());
    return cells.filter((cell) => cell !== '').length > 1 ? { ...line, cells } : line;
  });
}
