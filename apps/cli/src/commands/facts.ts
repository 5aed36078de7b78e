import { printJson } from '@luodi/entitlement';
import type { Json } from '@luodi/entitlement';
import type { Fact, Vocabulary } from '@luodi/language';
import { usableContent } from '../content.ts';
import { done, inputFault } from '../outcome.ts';
import type { CommandOutcome } from '../outcome.ts';
import { factLines } from '../render/fact-lines.ts';
import type { CommandContext } from '../terminal.ts';

export interface FactsOptions {
  readonly content?: string;
  readonly json?: boolean;
}

function optionsOf({ type }: Fact, { lists }: Vocabulary): Json | undefined {
  if (type.kind !== 'choice') return undefined;
  return (lists.get(type.list)?.members ?? []).map(({ name, nameEn }) => ({
    label: name,
    labelEn: nameEn,
  }));
}

function factJson(fact: Fact, vocabulary: Vocabulary): Json {
  const list = fact.type.kind === 'choice' ? vocabulary.lists.get(fact.type.list) : undefined;
  return {
    id: fact.id,
    label: fact.name,
    labelEn: fact.nameEn,
    entity: vocabulary.entities.get(fact.entity)?.id ?? fact.entity,
    entityLabel: fact.entity,
    type: fact.factKind,
    unit: fact.unit ?? null,
    period: fact.annual ? 'year' : null,
    definition: fact.definition,
    definitionEn: fact.definitionEn,
    source: fact.source,
    question: fact.question,
    questionEn: fact.questionEn,
    options: optionsOf(fact, vocabulary),
    ordered: list?.ordered,
    derivation: fact.derivation?.text,
    mayBeNegative: fact.mayBeNegative,
    common: fact.common ?? null,
  };
}

/** Facts that most enterprises know first, then in the order of the vocabulary. */
function inOrder(vocabulary: Vocabulary): readonly Fact[] {
  const last = Number.MAX_SAFE_INTEGER;
  return [...vocabulary.facts.values()].toSorted((a, b) => (a.common ?? last) - (b.common ?? last));
}

/** `luodi facts`: every fact that can be stated about an applicant. */
export async function runFacts(
  options: FactsOptions,
  { terminal, language }: CommandContext,
): Promise<CommandOutcome> {
  const content = await usableContent(options.content);
  if (!content.ok) return inputFault(content.error);
  const { vocabulary } = content.value;
  const facts = inOrder(vocabulary);
  if (options.json === true)
    terminal.print(printJson(facts.map((fact) => factJson(fact, vocabulary))));
  else for (const line of factLines(facts, vocabulary, language)) terminal.print(line);
  return done;
}
