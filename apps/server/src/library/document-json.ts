import type { Json } from '@luodi/entitlement';
import { sourceText } from '@luodi/entitlement';
import { indicatorsOf, tasksOf } from '@luodi/language';
import type { Clause, Content, PolicyDocument, Relation } from '@luodi/language';
import { blockJson } from './block-json.ts';
import { readingsJson, validityJson } from './measure-json.ts';
import { departmentsIn, placedReadings } from './named-entries.ts';

type JsonObject = { readonly [key: string]: Json | undefined };

/** Documents that it is a draft of, or that are drafts of it. */
function comparableWith(document: PolicyDocument, { documents }: Content): readonly string[] {
  const draftsOf = ({ relations }: PolicyDocument) =>
    relations.flatMap(({ kind, other }) =>
      kind === 'draft_of' && other.kind === 'document' ? [other.id] : [],
    );
  const drafts = documents.filter((other) => draftsOf(other).includes(document.id));
  return [...draftsOf(document), ...drafts.map(({ id }) => id)];
}

/** What a list of documents says of each. */
export function documentJson(document: PolicyDocument, content: Content): JsonObject {
  const { documentOf } = content;
  return {
    id: document.id,
    title: document.title,
    titleEn: document.titleEn,
    titleInferred: document.titleInferred,
    number: document.number,
    issuer: document.issuer,
    issued: document.issued?.toString() ?? null,
    validity: validityJson(document),
    validityBasis: document.validityBasis,
    status: document.status,
    lead: document.lead,
    stacking: document.stacking,
    funding: document.funding,
    source: sourceText(document.source),
    copies: document.copies.map(sourceText),
    measures: [...documentOf.values()].filter(({ id }) => id === document.id).length,
    counts: {
      clauses: document.clauses.length,
      tasks: tasksOf(document).length,
      indicators: indicatorsOf(document).length,
      openReadings: placedReadings(document).length,
    },
    departments: departmentsIn(document),
    comparable: comparableWith(document, content),
  };
}

function clauseJson({ heading, section, source, passages }: Clause): Json {
  return {
    heading,
    section,
    source: sourceText(source),
    passages: passages.map(({ quote, blocks }) => ({
      quote: quote.text,
      source: sourceText(quote.source),
      blocks: blocks.map(blockJson),
    })),
  };
}

function relationJson({ kind, other, words }: Relation): Json {
  const outside = other.kind === 'outside';
  return {
    kind,
    document: outside ? null : other.id,
    title: outside ? other.title : null,
    number: outside ? other.number : null,
    words: words ?? null,
  };
}

/** A whole document: every clause with its words and what rests on them. */
export function documentDetailJson(document: PolicyDocument, content: Content): Json {
  return {
    ...documentJson(document, content),
    openReadings: readingsJson(document.openReadings),
    relations: document.relations.map(relationJson),
    clauses: document.clauses.map(clauseJson),
  };
}
