import type { Position, Span } from '@luodi/kernel';

/** A file of a content folder with a table of its line starts, so that a place costs a binary search. */
export class SourceFile {
  readonly path: string;
  readonly text: string;
  private readonly lineStarts: readonly number[];

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.lineStarts = starts;
  }

  /** Line and column (from 1) of an offset; offsets outside the file are moved to its ends. */
  position(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (this.lineStarts[low] ?? 0) + 1, offset: inside };
  }

  span(start: number, end: number): Span {
    return {
      file: this.path,
      start: this.position(start),
      end: this.position(Math.max(start, end)),
    };
  }
}
