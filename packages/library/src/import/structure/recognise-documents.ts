import type { Watch } from '../reading/reading-limits.ts';
import type { PlainLine } from '../reading/plain-text.ts';
import { growClauses, walkClauses } from './clause-tree.ts';
import type { ClauseNode } from './clause-tree.ts';
import { joinNotices } from './covering-notice.ts';
import type { CoveredStretch } from './covering-notice.ts';
import { findAddressees, findIssued, findIssuer, findNumber } from './document-header.ts';
import { annexesNamed, partDocument } from './document-parts.ts';
import { findDoubts } from './find-doubts.ts';
import { findBestOfMatter, findFunding, findLead } from './closing-words.ts';
import { ownParagraphs, partContents } from './leftover-lines.ts';
import { findBases, findRepeals } from './named-documents.ts';
import { readParagraphs } from './paragraph.ts';
import type { Paragraph, Stray } from './paragraph.ts';
import type { RecognisedDocument, Stated } from './recognised-document.ts';
import { splitDocuments } from './split-documents.ts';
import type { Stretch } from './split-documents.ts';
import { endsSentence } from './line-marks.ts';
import { inferTitle, standInTitle } from './title-reading.ts';
import { findValidity } from './validity.ts';

function titleOf({ title, notice }: CoveredStretch, body: readonly Paragraph[]): Stated<string> {
  if (title !== undefined)
    return { value: title.text, words: title.text, line: title.from, inferred: false };
  const cover = notice?.title;
  if (cover !== undefined)
    return { value: cover.text, words: cover.text, line: cover.from, inferred: false };
  return inferTitle(body) ?? standInTitle(body);
}

function statusOf(
  title: string,
  clauses: readonly string[],
  closed: boolean,
): RecognisedDocument['status'] {
  if (/解读|答记者问|评论文章|(?:起草|编制|制定|修订|情况)说明$/u.test(title)) return 'commentary';
  if (/征求意见|草案|送审稿|讨论稿|公开征求/u.test(title)) return 'draft';
  const essay = clauses.filter((name) =>
    /^结语$|出台的?背景|政策解读|实施过程中的挑战/u.test(name),
  ).length;
  return !closed && essay >= 1 ? 'commentary' : 'final';
}

function recognise(
  stretch: CoveredStretch,
  strays: readonly Stray[],
  neighbours: Neighbours,
): RecognisedDocument {
  const { notice, sign, annexOf } = stretch;
  const own = partDocument(stretch);
  const head = [...(notice?.paragraphs ?? []), ...own.head];
  const { tail } = own;
  const first = notice?.paragraphs[0]?.from ?? stretch.paragraphs[0]?.from ?? 1;
  // Where a web page files a document stands above its title.
  const filed = strays.filter(({ line }) => line < first + 8 && line > first - 20);
  const { preface, clauses, closing, faults } = growClauses(own.body);
  const title = titleOf(stretch, own.body);
  const issued = findIssued(head, tail);
  const { effective, until } = findValidity([...head, ...own.body], issued?.value);
  const titles = [notice?.title, stretch.title].flatMap((each) =>
    each === undefined ? [] : [{ text: each.text, line: each.from }],
  );
  const names = walkClauses(clauses).map(({ name }) => name);
  const all = [...(notice?.paragraphs ?? []), ...stretch.paragraphs];
  const [from, to] = [all[0]?.from ?? 1, all.at(-1)?.to ?? 1];
  const found = {
    sign,
    from,
    to,
    title,
    coverTitle: stretch.title === undefined ? undefined : notice?.title?.text,
    annexOf,
    status: statusOf(title.value, names, effective !== undefined),
    number: findNumber(head, filed),
    issuer: findIssuer(head, tail, titles),
    issued,
    addressees: findAddressees(head, tail),
    effective,
    until,
    lead: findLead([...head, ...own.body]),
    bestOfMatter: findBestOfMatter(own.body),
    funding: findFunding(own.body),
    named: [
      ...findBases([...head, ...preface, ...firstArticle(clauses)]),
      ...findRepeals(own.body),
    ],
    annexes: annexesNamed(tail),
    head,
    preface,
    clauses,
    closing,
    tail,
    strays: strays.filter(({ line }) => line >= from && line <= to),
    before: neighbours.before,
    after: neighbours.after,
  };
  return { ...found, doubts: findDoubts(found, faults) };
}

/** An annex has the number, the issuer and the day of issue of what it belongs to. */
function inherit(
  document: RecognisedDocument,
  documents: readonly RecognisedDocument[],
): RecognisedDocument {
  const above = document.annexOf === undefined ? undefined : documents[document.annexOf];
  if (above === undefined) return document;
  const inferred = <T>(stated: Stated<T> | undefined) =>
    stated === undefined ? undefined : { ...stated, inferred: true };
  return {
    ...document,
    number: document.number ?? inferred(above.number),
    issuer: document.issuer ?? inferred(above.issuer),
    issued: document.issued ?? inferred(above.issued),
  };
}

/** A regulation says in its first article what it rests on. */
function firstArticle(clauses: readonly ClauseNode[]): readonly Paragraph[] {
  const article = walkClauses(clauses).find(({ numbering }) => numbering === 'article');
  return article?.number === 1 ? article.paragraphs : [];
}

/** Words of the documents before and after on the lines that one shares with them. */
interface Neighbours {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function neighboursOf(stretches: readonly CoveredStretch[], index: number): Neighbours {
  const firstOf = (at: number) => stretches[at]?.paragraphs[0]?.pieces[0];
  const lastOf = (at: number) => stretches[at]?.paragraphs.at(-1)?.pieces.at(-1);
  const [first, last] = [firstOf(index), lastOf(index)];
  const [before, after] = [lastOf(index - 1), firstOf(index + 1)];
  return {
    before: first !== undefined && before?.line === first.line ? before.text : undefined,
    after: last !== undefined && after?.line === last.line ? after.text : undefined,
  };
}

/** Menus and tables of a web page above the first title: no sentence, no number, no addressee. */
function isPageTop({ sign, paragraphs }: Stretch): boolean {
  return (
    sign === 'file' &&
    paragraphs.every(
      ({ text, marker }) =>
        marker === undefined && !endsSentence(text.replace(/[:：]$/u, '')) && text.length < 200,
    )
  );
}

/** What a text holds: its documents, in their order, and lines that belong to none. */
export interface RecognisedText {
  readonly documents: readonly RecognisedDocument[];
  readonly strays: readonly Stray[];
}

/**
 * Recognises the documents in the lines of a text: separates what runs together, and reads of each title, number, issuer, dates,
 * addressees and clauses, after GB/T 9704 and what becomes of it on the way through web pages and conversions. Nothing is mended:
 * what is inferred is said to be, what does not fit is a doubt.
 */
export function recogniseDocuments(lines: readonly PlainLine[], watch?: Watch): RecognisedText {
  const { paragraphs: read, strays } = readParagraphs(lines);
  const { text: paragraphs, contents } = partContents(read);
  watch?.check();
  const own = ownParagraphs(paragraphs);
  const bookmarks = paragraphs
    .slice(own)
    .map(({ text, from }): Stray => ({ line: from, text, kind: 'bookmark' }));
  const split = splitDocuments(paragraphs.slice(0, own));
  const [top] = split;
  const isTop = top !== undefined && split.length > 1 && isPageTop(top);
  const above = isTop
    ? top.paragraphs.map(({ text, from }): Stray => ({ line: from, text, kind: 'web_page' }))
    : [];
  const listed = contents.map(({ text, from }): Stray => ({ line: from, text, kind: 'contents' }));
  const all = [...above, ...strays, ...listed, ...bookmarks];
  const stretches = joinNotices(isTop ? split.slice(1) : split);
  const documents = stretches.map((stretch, index) => {
    watch?.check();
    return recognise(stretch, all, neighboursOf(stretches, index));
  });
  return { documents: documents.map((each) => inherit(each, documents)), strays: all };
}
