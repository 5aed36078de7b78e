/** One replacement in a text; `start === end` inserts. Offsets are places in the text before the edit. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
