import type { DraftText } from '@luodi/batch';
import { draftPath, draftVocabularyPath } from './draft-task.ts';
import type { DraftTask } from './draft-task.ts';

/** The texts of a draft as they are read. */
export function draftText({ text, vocabulary }: DraftTask): DraftText {
  return {
    path: draftPath,
    text,
    ...(vocabulary === undefined
      ? {}
      : { vocabulary: { path: draftVocabularyPath, text: vocabulary } }),
  };
}
