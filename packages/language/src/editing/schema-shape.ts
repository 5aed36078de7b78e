/** What may be written at a place of a policy or vocabulary file: what completion offers there. */
export type Shape =
  | { readonly kind: ScalarKind }
  | { readonly kind: 'one_of'; readonly options: readonly string[] }
  | { readonly kind: 'mapping'; readonly keys: () => KeyTable }
  /** Free names, each with the same shape under it. */
  | { readonly kind: 'entries'; readonly of: Shape }
  | { readonly kind: 'list'; readonly of: Shape }
  /** One row for each choice of the list that the expression under 按 yields. */
  | { readonly kind: 'grades'; readonly of: Shape }
  /** Facts with values, as an applicant states them. */
  | { readonly kind: 'facts' };

type ScalarKind =
  | 'condition'
  | 'grant'
  | 'expression'
  | 'rate'
  | 'matter'
  | 'entity'
  | 'measure'
  | 'department'
  | 'document'
  | 'fact'
  | 'choice_list'
  | 'unit'
  | 'date'
  | 'expected'
  | 'words';

/** A key with one line on what it is for, in both languages. */
export interface KeyInfo {
  readonly zh: string;
  readonly en: string;
  readonly shape: Shape;
}

export type KeyTable = Readonly<Record<string, KeyInfo>>;

export const words: Shape = { kind: 'words' };
export const date: Shape = { kind: 'date' };
export const yesNo: Shape = { kind: 'one_of', options: ['是', '否'] };
export const departments: Shape = { kind: 'list', of: { kind: 'department' } };
export const measures: Shape = { kind: 'list', of: { kind: 'measure' } };
export const conditions: Shape = { kind: 'list', of: { kind: 'condition' } };
export const wordList: Shape = { kind: 'list', of: words };

export function oneOf(...options: readonly string[]): Shape {
  return { kind: 'one_of', options };
}

export function mapping(keys: KeyTable): Shape {
  return { kind: 'mapping', keys: () => keys };
}

export function listOf(of: Shape): Shape {
  return { kind: 'list', of };
}

export function key(zh: string, en: string, shape: Shape = words): KeyInfo {
  return { zh, en, shape };
}
