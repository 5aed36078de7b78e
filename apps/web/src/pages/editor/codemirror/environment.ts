import { Facet } from '@codemirror/state';
import type { EditorState } from '@codemirror/state';
import type { FileKind, QuickFix } from '@luodi/language';
import type { KnownNames } from '../completions.ts';
import type { Wording } from '../fact-words.ts';

/** What the editor asks of the page around it, as things stand when it asks. */
export interface Environment {
  readonly file: FileKind;
  readonly names: () => KnownNames;
  readonly wording: () => Wording;
  /** Declares a fact (as one of the types of `declarableTypes`) or a matter in the vocabulary of the draft. */
  readonly declare: (fix: Extract<QuickFix, { kind: 'declare' }>, type: string) => void;
}

/** The environment of an editor, given once when it is made. */
export const environmentOf = Facet.define<Environment, Environment | undefined>({
  combine: ([first]) => first,
});

export function environmentIn(state: EditorState): Environment {
  const environment = state.facet(environmentOf);
  if (environment === undefined) throw new Error('the editor was made without an environment');
  return environment;
}
