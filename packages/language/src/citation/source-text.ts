/** A source file as one run of characters without white space, each of which knows its line. */
export class SourceText {
  readonly lines: readonly string[];
  private joined = '';
  private readonly starts: number[] = [];

  constructor(lines: readonly string[]) {
    this.lines = lines.map(withoutSpace);
    const parts: string[] = [];
    let length = 0;
    for (const line of this.lines) {
      this.starts.push(length);
      parts.push(line);
      length += line.length;
    }
    this.joined = parts.join('');
  }

  /** Offset of the first character of a line (from 1); of the end of the text for the line after the last. */
  startOf(line: number): number {
    return this.starts[line - 1] ?? this.joined.length;
  }

  /** The words of some lines, both ends included. */
  wordsOf(from: number, to: number): string {
    return this.joined.slice(this.startOf(from), this.startOf(to + 1));
  }

  /** Where words stand at or after an offset, or -1. */
  find(words: string, after = 0): number {
    return this.joined.indexOf(words, after);
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}

/** Words without white space, for comparing quotation and source. */
export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
