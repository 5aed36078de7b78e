import type { Diagnostic } from '@luodi/kernel';

/** The rules that drafts are read against. */
export interface DraftGround {
  readonly files: ReadonlyMap<string, string>;
  readonly version: string;
}

/** A policy that somebody wrote, with a vocabulary of its own if it needs one; the date that its rules are worked out for. */
export interface DraftTask {
  readonly text: string;
  readonly vocabulary: string | undefined;
  /** YYYY-MM-DD */
  readonly date: string;
}

/** What the thread is given. */
export type DraftErrand = DraftGround & DraftTask;

/** What the thread says of a draft. */
export interface DraftTrial {
  /** Everything that the checker finds. */
  readonly diagnostics: readonly Diagnostic[];
  /** How long reading it and making SQL of its rules took. */
  readonly milliseconds: number;
  readonly measures: number;
}

/** Where the texts of a draft stand, for messages. */
export const draftPath = 'draft.policy.md';
export const draftVocabularyPath = 'draft.yaml';
