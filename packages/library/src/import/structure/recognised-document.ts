import type { PlainDate } from '@luodi/kernel';
import type { Words } from '../import-refusal.ts';
import type { ClauseNode } from './clause-tree.ts';
import type { Paragraph, Stray } from './paragraph.ts';
import type { StartSign } from './split-documents.ts';

/** Something the document says of itself, with the words that say it and their line. */
export interface Stated<T> {
  readonly value: T;
  readonly words: string;
  readonly line: number;
  /** Concluded, not said: from a signature, a date of printing, a sentence that names the purpose. */
  readonly inferred: boolean;
}

/** A day from which or until which the document holds. */
export interface StatedDay {
  /** `undefined` where the words name no day: from the day of issue, which the text does not give. */
  readonly date: PlainDate | undefined;
  readonly words: string;
  readonly line: number;
  readonly basis: 'stated' | 'inferred' | 'unstated';
  /** How the day was worked out, where it is not in the words. */
  readonly reading: Words | undefined;
}

export const doubtCodes = [
  'title_inferred',
  'title_missing',
  'title_damaged',
  'number_gap',
  'number_repeated',
  'no_effective_day',
  'effective_day_inferred',
  'ends_abruptly',
  'looks_like_commentary',
] as const;

/** Something a person should look at. */
export interface Doubt {
  readonly code: (typeof doubtCodes)[number];
  readonly line: number;
  readonly words: string;
  readonly message: Words;
}

/** Another document that this one names. */
export interface NamedDocument {
  readonly kind: 'rests_on' | 'carries_out' | 'repeals';
  readonly title: string;
  readonly number: string;
  readonly words: string;
  readonly line: number;
}

/** A document as recognised in a text. */
export interface RecognisedDocument {
  readonly sign: StartSign;
  readonly from: number;
  readonly to: number;
  readonly title: Stated<string>;
  /** Title of the notice that issues it, where that is part of the text. */
  readonly coverTitle: string | undefined;
  /** Place, in the list of documents, of the one that it is an annex of. */
  readonly annexOf: number | undefined;
  readonly status: 'final' | 'draft' | 'commentary';
  readonly number: Stated<string> | undefined;
  readonly issuer: Stated<string> | undefined;
  readonly issued: Stated<PlainDate> | undefined;
  readonly addressees: Stated<readonly string[]> | undefined;
  readonly effective: StatedDay | undefined;
  readonly until: StatedDay | undefined;
  readonly lead: Stated<string> | undefined;
  readonly bestOfMatter: Stated<true> | undefined;
  readonly funding: Stated<string> | undefined;
  readonly named: readonly NamedDocument[];
  readonly annexes: readonly Stated<string>[];
  /** Letterhead, number, title, addressees, and the notice that issues the document. */
  readonly head: readonly Paragraph[];
  /** What stands before the first number. */
  readonly preface: readonly Paragraph[];
  readonly clauses: readonly ClauseNode[];
  /** From when and until when it holds, where no clause says so. */
  readonly closing: readonly Paragraph[];
  /** Signature, date, annexes named, copies. */
  readonly tail: readonly Paragraph[];
  readonly strays: readonly Stray[];
  /** Words of other documents on its first and on its last line, where they share it. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly doubts: readonly Doubt[];
}
