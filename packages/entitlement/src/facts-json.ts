import type { Fact, Vocabulary } from '@luodi/language';
import type { Json } from './json-text.ts';

function factJson(fact: Fact, { lists, entities }: Vocabulary): Json {
  const list = fact.type.kind === 'choice' ? lists.get(fact.type.list) : undefined;
  return {
    id: fact.id,
    label: fact.name,
    labelEn: fact.nameEn,
    entity: entities.get(fact.entity)?.id ?? fact.entity,
    entityLabel: fact.entity,
    type: fact.factKind,
    unit: fact.unit ?? null,
    period: fact.annual ? 'year' : null,
    definition: fact.definition,
    definitionEn: fact.definitionEn,
    source: fact.source,
    question: fact.question,
    questionEn: fact.questionEn,
    options: list?.members.map(({ name, nameEn }) => ({ label: name, labelEn: nameEn })),
    ordered: list?.ordered,
    derivation: fact.derivation?.text,
    mayBeNegative: fact.mayBeNegative,
    common: fact.common ?? null,
  };
}

/** All facts that can be stated about an applicant: those that most enterprises know first, then in the order of the vocabulary. */
export function factsInOrder({ facts }: Vocabulary): readonly Fact[] {
  const last = Number.MAX_SAFE_INTEGER;
  return [...facts.values()].toSorted((a, b) => (a.common ?? last) - (b.common ?? last));
}

/** All facts in order as plain data: what the command line prints and the server answers. */
export function factsJson(vocabulary: Vocabulary): Json {
  return factsInOrder(vocabulary).map((fact) => factJson(fact, vocabulary));
}
