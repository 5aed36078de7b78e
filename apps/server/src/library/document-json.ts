import type { Json } from '@luodi/entitlement';
import { sourceText } from '@luodi/entitlement';
import type { Block, Clause, Content, PolicyDocument } from '@luodi/language';
import { readingsJson, validityJson } from './measure-json.ts';

type JsonObject = { readonly [key: string]: Json | undefined };

/** What a list of documents says of each. */
export function documentJson(document: PolicyDocument, { documentOf }: Content): JsonObject {
  return {
    id: document.id,
    title: document.title,
    titleEn: document.titleEn,
    titleInferred: document.titleInferred,
    number: document.number,
    issuer: document.issuer,
    issued: document.issued?.toString() ?? null,
    validity: validityJson(document),
    lead: document.lead,
    stacking: document.stacking,
    funding: document.funding,
    source: sourceText(document.source),
    copies: document.copies.map(sourceText),
    measures: [...documentOf.values()].filter(({ id }) => id === document.id).length,
  };
}

function blockJson(block: Block & { readonly source: string }): Json {
  const written = { kind: block.kind, text: block.source };
  switch (block.kind) {
    case 'measures':
      return { ...written, measures: block.measures.map(({ id }) => id) };
    case 'examples':
      return written;
    case 'inert':
      return { ...written, reason: block.reason, note: block.note };
  }
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

/** A whole document: every clause with its words and what rests on them. */
export function documentDetailJson(document: PolicyDocument, content: Content): Json {
  return {
    ...documentJson(document, content),
    openReadings: readingsJson(document.openReadings),
    clauses: document.clauses.map(clauseJson),
  };
}
