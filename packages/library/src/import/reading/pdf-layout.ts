import type { PlainLine } from './plain-text.ts';

/** A run of characters and where it stands on its page, in points; y grows upwards. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PlacedText[];
}

interface LaidLine {
  readonly text: string;
  readonly cells: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly page: number;
}

const wide = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’—…]/u;

/** Runs of one line from left to right: a wide gap parts cells, a small one Latin words. */
function joinRuns(runs: readonly PlacedText[], page: number): LaidLine {
  const cells: string[] = [''];
  let end = Number.NEGATIVE_INFINITY;
  for (const { text, x, width, size } of runs) {
    const before = cells.at(-1) ?? '';
    const gap = x - end;
    const last = before.at(-1) ?? '';
    if (before.trim() !== '' && gap > size * 2) cells.push(text);
    else if (
      gap > size * 0.25 &&
      before !== '' &&
      !(wide.test(last) && wide.test(text[0] ?? '')) &&
      last !== ' '
    )
      cells[cells.length - 1] = `${before} ${text}`;
    else cells[cells.length - 1] = before + text;
    end = x + width;
  }
  const first = runs[0];
  const trimmed = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return {
    text: trimmed.join('\t'),
    cells: trimmed,
    left: first?.x ?? 0,
    right: end,
    y: first?.y ?? 0,
    size: Math.max(...runs.map(({ size }) => size)),
    page,
  };
}

/** The lines of a page from top to bottom: runs whose feet stand within half a character of each other. */
function linesOfPage({ runs }: PdfPage, page: number): readonly LaidLine[] {
  const rows: PlacedText[][] = [];
  const sorted = runs
    .filter(({ text }) => text.trim() !== '')
    .toSorted((a, b) => b.y - a.y || a.x - b.x);
  for (const run of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (
      row !== undefined &&
      first !== undefined &&
      first.y - run.y < Math.max(first.size, run.size) * 0.5
    )
      row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) =>
    joinRuns(
      row.toSorted((a, b) => a.x - b.x),
      page,
    ),
  );
}

const pageNumber =
  /^[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*\d{1,4}\s*页?)?[-—–·\s]*$/u;

/** Page numbers, and what stands at the same edge of most pages. */
function runningHeads(pages: readonly (readonly LaidLine[])[]): ReadonlySet<LaidLine> {
  const heads = new Set<LaidLine>();
  const counts = new Map<string, LaidLine[]>();
  for (const lines of pages) {
    const edges = [...new Set([lines[0], lines.at(-1)])];
    for (const line of edges) {
      if (line === undefined) continue;
      if (pageNumber.test(line.text)) heads.add(line);
      const bare = line.text.replaceAll(/\d+/gu, '#');
      counts.set(bare, [...(counts.get(bare) ?? []), line]);
    }
  }
  for (const same of counts.values())
    if (
      pages.length >= 3 &&
      same.length * 2 > pages.length &&
      same.every(({ text }) => text.length < 60)
    )
      for (const line of same) heads.add(line);
  return heads;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

interface Measures {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly leading: number;
}

function measure(lines: readonly LaidLine[]): Measures {
  const gaps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before?.page === line.page ? [before.y - line.y] : [];
  });
  const rights = lines.map(({ right }) => right).toSorted((a, b) => a - b);
  const lefts = lines.map(({ left }) => left).toSorted((a, b) => a - b);
  return {
    // Titles and stray marks stand outside; most lines do not.
    left: lefts[Math.floor(lefts.length * 0.1)] ?? 0,
    right: rights[Math.floor(rights.length * 0.9)] ?? 0,
    size: median(lines.map(({ size }) => size)),
    leading: median(gaps),
  };
}

/** Whether the paragraph of a line goes on in the next: the line is full and the next neither indented nor set apart. */
function goesOn(
  line: LaidLine,
  next: LaidLine | undefined,
  { left, right, size, leading }: Measures,
): boolean {
  if (next === undefined || line.cells.length > 1 || next.cells.length > 1) return false;
  if (Math.abs(line.size - next.size) > size * 0.15) return false;
  const full = line.right > right - size * 1.6;
  const indented = next.left > left + size * 1.2;
  const apart = line.page === next.page && line.y - next.y > leading * 1.35;
  return full && !indented && !apart;
}

/** The pages of a PDF as lines: without page numbers and running heads, with what the layout says of paragraphs and titles. */
export function layOut(pages: readonly PdfPage[]): readonly PlainLine[] {
  const byPage = pages.map(linesOfPage);
  const heads = runningHeads(byPage);
  const lines = byPage.flat().filter((line) => !heads.has(line));
  const measures = measure(lines);
  return lines.map((line, index) => {
    const width = pages[line.page]?.width ?? 0;
    const middle = (measures.left + measures.right) / 2 || width / 2;
    const centred =
      line.left > measures.left + line.size * 1.5 &&
      Math.abs((line.left + line.right) / 2 - middle) < line.size * 1.2 &&
      line.right < measures.right - line.size * 1.5;
    return {
      text: line.text,
      ...(line.size > measures.size * 1.25 ? { heading: 1 } : {}),
      ...(centred ? { centred: true } : {}),
      ...(line.cells.length > 1 ? { cells: line.cells } : {}),
      ...(index > 0 && lines[index - 1]?.page !== line.page ? { startsPage: true } : {}),
      ...(goesOn(line, lines[index + 1], measures) ? { continues: true } : {}),
    };
  });
}
