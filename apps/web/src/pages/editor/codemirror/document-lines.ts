import type { EditorState, Text } from '@codemirror/state';
import { lineKinds } from '@luodi/language';
import type { FileKind } from '@luodi/language';

interface Lines {
  readonly texts: readonly string[];
  readonly kinds: ReturnType<typeof lineKinds>;
}

const read = new WeakMap<Text, Lines>();

/** The lines of a document with what each is, worked out once for each state of it. Lines count from 0. */
export function linesOf({ doc }: EditorState, file: FileKind): Lines {
  const known = read.get(doc);
  if (known !== undefined) return known;
  const texts = doc.toString().split('\n');
  const lines = { texts, kinds: lineKinds(texts, file) };
  read.set(doc, lines);
  return lines;
}
