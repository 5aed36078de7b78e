import type { Words } from '../import-refusal.ts';

/** One line of a text as it was laid out. What the layout does not tell is absent. */
export interface PlainLine {
  readonly text: string;
  /** 1 for the highest level of heading. */
  readonly heading?: number;
  readonly bold?: boolean;
  readonly centred?: boolean;
  /** The cells of a row of a table; `text` is these, parted by tabs. */
  readonly cells?: readonly string[];
  readonly startsPage?: boolean;
  /** The layout breaks the paragraph here and it goes on in the next line. */
  readonly continues?: boolean;
}

export type TextFormat = 'docx' | 'pdf' | 'html' | 'txt';

/** A file as plain lines. */
export interface PlainText {
  readonly name: string;
  readonly format: TextFormat;
  /** Of html and txt: the encoding that was found. */
  readonly encoding: string | undefined;
  /** Of pdf: how many pages. */
  readonly pages: number | undefined;
  readonly lines: readonly PlainLine[];
  /** What the reader left out or found odd. */
  readonly remarks: readonly Words[];
}

/** The lines as one text, to be kept beside the policy files that cite it. */
export function textOf({ lines }: Pick<PlainText, 'lines'>): string {
  return `${lines.map(({ text }) => text).join('\n')}\n`;
}
