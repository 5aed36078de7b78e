import { Temporal } from '@luodi/kernel';
import type { PolicyDocument } from '@luodi/language';
import type { Draft } from './draft.ts';
import { frontMatterText } from './draft.ts';
import { newPolicy, placeholderWords } from './skeleton.ts';

function freeId(): string {
  return crypto.randomUUID().slice(0, 8);
}

function draftOf(parts: Partial<Draft>): Draft {
  return {
    id: freeId(),
    policy: '',
    vocabulary: '',
    source: '',
    origin: undefined,
    savedAt: new Date().toISOString(),
    ...parts,
  };
}

/** The front matter of a new policy, with the clauses of its source text if there is one. */
export function freshPolicy(source: string): string {
  return newPolicy('new-policy', Temporal.Now.plainDateISO().toString(), source);
}

export function blankDraft(): Draft {
  return draftOf({ policy: freshPolicy('') });
}

/** A draft of a document of the library; there is one for each document, so that it is found again. */
export function draftOfDocument(document: PolicyDocument, text: string): Draft {
  return draftOf({ id: `library-${document.id}`, policy: text, origin: document.id });
}

/** A draft from a file that the user opens; `undefined` when it is neither rules nor vocabulary. */
export function draftOfFile(name: string, text: string): Draft | undefined {
  if (/\.ya?ml$/.test(name)) return draftOf({ policy: freshPolicy(''), vocabulary: text });
  if (!/\.(md|markdown|txt)$/.test(name)) return undefined;
  return frontMatterText(text, '编号') === ''
    ? draftOf({ policy: freshPolicy(text), source: text })
    : draftOf({ policy: text });
}

/** Whether a policy is still the template that a blank draft begins with. */
export function isTemplate(policy: string): boolean {
  return policy.endsWith(`\n> ${placeholderWords}\n`);
}
