import type { ImportedDocument, ImportedFile } from './import-documents.ts';
import type { FoundLikeness } from './recognition/find-likenesses.ts';
import type { ImportRefusal } from './import-refusal.ts';
import { safeFigures } from './skeleton/clause-findings.ts';
import type { ClauseNode } from './structure/clause-tree.ts';
import type { Paragraph } from './structure/paragraph.ts';
import type { Doubt, NamedDocument, Stated, StatedDay } from './structure/recognised-document.ts';

/** JSON without numbers beyond what JSON readers hold. */
type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

function statedJson<T>(stated: Stated<T> | undefined, value: (value: T) => Json): Json {
  if (stated === undefined) return null;
  const { words, line, inferred } = stated;
  return { value: value(stated.value), words, line, inferred };
}

function same(value: string): string {
  return value;
}

function dayJson(day: StatedDay | undefined): Json {
  if (day === undefined) return null;
  const { date, words, line, basis, reading } = day;
  return {
    date: date?.toString() ?? null,
    words,
    line,
    basis,
    reading: reading?.zh ?? '',
    readingEn: reading?.en ?? '',
  };
}

function paragraphJson({ text, from, to, cells }: Paragraph): Json {
  return {
    text,
    from,
    to,
    ...(cells === undefined ? {} : { cells: [...cells] }),
    figures: safeFigures(text).map(({ kind, start, end }) => ({ kind, start, end })),
  };
}

function clauseJson({ numbering, number, label, name, paragraphs, children }: ClauseNode): Json {
  return {
    numbering,
    number,
    label,
    name,
    paragraphs: paragraphs.map(paragraphJson),
    children: children.map(clauseJson),
  };
}

function likenessJson<Key extends string | number>(found: FoundLikeness<Key>): JsonObject {
  const {
    key,
    title,
    kinship,
    wordsInCommon,
    clausesSame,
    clausesReworded,
    clausesAdded,
    clausesLost,
  } = found;
  return {
    document: key,
    title,
    kinship,
    wordsInCommonPerMille: wordsInCommon,
    clauses: {
      same: clausesSame,
      reworded: clausesReworded,
      added: clausesAdded,
      lost: clausesLost,
    },
  };
}

function doubtJson({ code, line, words, message }: Doubt): Json {
  return { code, line, words, message: message.zh, messageEn: message.en };
}

function namedJson({ kind, title, number, words, line }: NamedDocument): Json {
  return { kind, title, number, words, line };
}

function documentJson(document: ImportedDocument): Json {
  const {
    recognised: found,
    likeInLibrary,
    likeInFile,
    counts,
    skeleton,
    skeletonErrors,
  } = document;
  return {
    lines: { from: found.from, to: found.to },
    beginsWith: found.sign,
    title: statedJson(found.title, same),
    coverTitle: found.coverTitle ?? null,
    annexOf: found.annexOf ?? null,
    status: found.status,
    number: statedJson(found.number, same),
    issuer: statedJson(found.issuer, same),
    issued: statedJson(found.issued, (date) => date.toString()),
    addressees: statedJson(found.addressees, (names) => [...names]),
    effective: dayJson(found.effective),
    until: dayJson(found.until),
    lead: statedJson(found.lead, same),
    bestOfMatter: statedJson(found.bestOfMatter, (value) => value),
    funding: statedJson(found.funding, same),
    named: found.named.map(namedJson),
    annexes: found.annexes.map((each) => statedJson(each, same)),
    counts: { ...counts },
    doubts: found.doubts.map(doubtJson),
    likeInLibrary: likeInLibrary.map(likenessJson),
    likeInFile: likeInFile.map(likenessJson),
    head: found.head.map(paragraphJson),
    preface: found.preface.map(paragraphJson),
    clauses: found.clauses.map(clauseJson),
    closing: found.closing.map(paragraphJson),
    tail: found.tail.map(paragraphJson),
    skeleton: {
      id: skeleton.id,
      fileName: skeleton.fileName,
      errors: skeletonErrors,
      text: skeleton.text,
    },
  };
}

/** An import as JSON: what the command line prints and the server answers. Lines count from 1 in `text`; figures are offsets. */
export function importJson({
  text,
  textFile,
  textBody,
  documents,
  strays,
}: ImportedFile): JsonObject {
  return {
    file: {
      name: text.name,
      format: text.format,
      encoding: text.encoding ?? null,
      pages: text.pages ?? null,
      lines: text.lines.length,
      remarks: text.remarks.map(({ zh, en }) => ({ message: zh, messageEn: en })),
    },
    textFile,
    text: textBody,
    documents: documents.map(documentJson),
    strays: strays.map(({ line, text: words, kind }) => ({ line, words, kind })),
  };
}

/** A refusal as JSON. */
export function importRefusalJson({ code, message, mend }: ImportRefusal): JsonObject {
  return { code, message: message.zh, messageEn: message.en, mend: mend.zh, mendEn: mend.en };
}
