import { compareDiagnostics } from '@luodi/kernel';
import type { Diagnostic } from '@luodi/kernel';
import { Reporter } from '../diagnostic/reporter.ts';
import type { Vocabulary } from '../tree/index.ts';
import { resolveDerivations } from '../vocabulary/derivations.ts';
import { readVocabulary } from '../vocabulary/read-vocabulary.ts';
import { emptyDraft } from '../vocabulary/vocabulary-draft.ts';

/**
 * Reads one vocabulary file on top of a vocabulary that is already loaded, as an editor does while it is being written. A name
 * that the loaded vocabulary has is a fault, as it would be in a file beside the others.
 */
export function extendVocabulary(
  path: string,
  text: string,
  base: Vocabulary,
): { readonly vocabulary: Vocabulary; readonly diagnostics: readonly Diagnostic[] } {
  const reporter = new Reporter();
  const known = {
    ...emptyDraft(),
    entities: new Map(base.entities),
    lists: new Map(base.lists),
    matters: new Map(base.matters),
    facts: new Map(base.facts),
    factsById: new Map(base.factsById),
    departments: new Map(base.departments),
  };
  const files: [string, string][] = text.trim() === '' ? [] : [[path, text]];
  const draft = readVocabulary(files, reporter, known);
  resolveDerivations(draft, { names: { vocabulary: draft, measures: new Set() }, reporter });
  const { entities, lists, matters, facts, factsById, departments } = draft;
  return {
    vocabulary: { entities, lists, matters, facts, factsById, departments },
    diagnostics: [...reporter.diagnostics].sort(compareDiagnostics),
  };
}
