import { expressionsOfAmount, walkExpression } from '@luodi/language';
import type { Content, Expression, Fact, Measure, Vocabulary } from '@luodi/language';
import { historyTopics } from '../src/facts/history-topics.ts';
import { referenceKey } from '../src/index.ts';
import type { FactReference } from '../src/index.ts';

/** What a measure reads, and the values written in it. */
export interface Readings {
  /** Facts, aspects and histories by their spelling; those of items by entity. */
  readonly references: ReadonlyMap<string, FactReference>;
  readonly entities: ReadonlySet<string>;
  readonly literals: readonly Extract<Expression, { kind: 'literal' }>[];
}

function roots(measure: Measure): readonly Expression[] {
  return [
    ...measure.conditions,
    ...measure.exclusions,
    ...expressionsOfAmount(measure.amount),
    ...(measure.totalCap === undefined ? [] : [measure.totalCap]),
  ];
}

function referenceOf(node: Expression, shift: number): FactReference | undefined {
  switch (node.kind) {
    case 'fact': {
      const back = node.yearsBefore + shift;
      if (back > 2) return undefined;
      const years = back === 1 ? 1 : 2;
      return {
        name: node.fact,
        aspect: back === 0 ? { kind: 'itself' } : { kind: 'years_before', years },
      };
    }
    case 'window':
      return {
        name: node.fact,
        aspect: { kind: 'window', combine: node.combine, years: node.years },
      };
    case 'past_highest':
      return { name: node.fact, aspect: { kind: 'past_highest' } };
    case 'history':
      return { name: node.about, aspect: { kind: 'received', measure: node.measure } };
    case 'literal':
    case 'today':
    case 'arithmetic':
    case 'comparison':
    case 'member':
    case 'not':
    case 'and':
    case 'or':
    case 'least':
    case 'greatest':
    case 'aggregate':
      return undefined;
  }
}

/** A history under one of its names where a matter and its only measure are the same. */
export function oneName(reference: FactReference, content: Content): FactReference {
  if (reference.aspect.kind !== 'received') return reference;
  const [name = reference.name] = historyTopics(content).synonyms(reference.name);
  return { ...reference, name };
}

/** Collects what an expression reads, through derivations. */
class Collector {
  readonly references = new Map<string, FactReference>();
  readonly entities = new Set<string>();
  readonly literals: Extract<Expression, { kind: 'literal' }>[] = [];
  private readonly content: Content;
  private readonly vocabulary: Vocabulary;

  constructor(content: Content) {
    this.content = content;
    this.vocabulary = content.vocabulary;
  }

  add(root: Expression, shift: number): void {
    for (const node of walkExpression(root)) {
      if (node.kind === 'literal') this.literals.push(node);
      if (node.kind === 'aggregate') this.entities.add(node.entity);
      this.reference(node, shift);
    }
  }

  private reference(node: Expression, shift: number): void {
    const fact = node.kind === 'fact' ? this.vocabulary.facts.get(node.fact) : undefined;
    const named = referenceOf(node, fact?.annual === false ? 0 : shift);
    const reference = named && oneName(named, this.content);
    if (reference === undefined || this.references.has(referenceKey(reference))) return;
    this.references.set(referenceKey(reference), reference);
    if (node.kind === 'window') this.years(node.fact);
    if (node.kind === 'fact' && fact?.derivation !== undefined)
      this.add(fact.derivation, shift + node.yearsBefore);
  }

  private years(name: string): void {
    const single: readonly FactReference[] = [
      { name, aspect: { kind: 'itself' } },
      { name, aspect: { kind: 'years_before', years: 1 } },
      { name, aspect: { kind: 'years_before', years: 2 } },
    ];
    for (const reference of single) this.references.set(referenceKey(reference), reference);
  }
}

export function readingsOf(measure: Measure, content: Content): Readings {
  const { vocabulary } = content;
  const collector = new Collector(content);
  for (const root of roots(measure)) collector.add(root, 0);
  if (measure.mostTimes !== undefined) {
    for (const name of [measure.matter, measure.name]) {
      const aspect = { kind: 'received', measure: 'total' } as const;
      const received = oneName({ name, aspect }, content);
      collector.references.set(referenceKey(received), received);
    }
  }
  if (vocabulary.entities.get(measure.subject)?.belongsTo !== undefined)
    collector.entities.add(measure.subject);
  return collector;
}

/** The item entity that a reference belongs to; `undefined` for the applicant's own. */
export function entityOf(reference: FactReference, vocabulary: Vocabulary): string | undefined {
  const fact: Fact | undefined = vocabulary.facts.get(reference.name);
  if (fact === undefined || reference.aspect.kind === 'received') return undefined;
  return vocabulary.entities.get(fact.entity)?.belongsTo === undefined ? undefined : fact.entity;
}
