import type { BlockEntryKind, Clause, PolicyDocument } from '@luodi/language';
import { alignClauses } from './align-clauses.ts';
import { comparedEntries } from './entry-fields.ts';
import type { ComparedEntry } from './entry-fields.ts';
import { compareLetters, compareWords } from './word-differences.ts';
import type { WordRun } from './word-differences.ts';

/** A field of an entry that reads otherwise; `undefined` where a version does not have it. */
export interface FieldChange {
  readonly field: string;
  readonly earlier: string | undefined;
  readonly later: string | undefined;
  /** Where both have it: how the later came from the earlier, word by word. */
  readonly words: readonly WordRun[] | undefined;
}

/** An entry that only one version has, or that says something else. Unchanged entries are not listed. */
export interface EntryChange {
  readonly kind: BlockEntryKind;
  readonly change: 'added' | 'removed' | 'changed';
  readonly name: string;
  readonly nameEn: string;
  /** Headings of the clauses that it stands in. */
  readonly earlierClause: string | undefined;
  readonly laterClause: string | undefined;
  /** Of an added or removed entry all its fields. */
  readonly fields: readonly FieldChange[];
}

export interface ClauseChange {
  readonly change: 'same' | 'reworded' | 'added' | 'removed';
  readonly earlier: Clause | undefined;
  readonly later: Clause | undefined;
  readonly words: readonly WordRun[];
}

/** What became of a document: clause by clause in words, entry by entry in rules. */
export interface DocumentDifferences {
  readonly earlier: PolicyDocument;
  readonly later: PolicyDocument;
  /** What the front matter says differently: dates, lead, funding, stacking. */
  readonly header: readonly FieldChange[];
  readonly clauses: readonly ClauseChange[];
  readonly entries: readonly EntryChange[];
}

function wordsOf(clause: Clause | undefined): string {
  return clause === undefined
    ? ''
    : clause.passages.map(({ quote }) => quote.text.replace(/\s+/gu, '')).join('');
}

function clauseChange(earlier: Clause | undefined, later: Clause | undefined): ClauseChange {
  const words = compareWords(wordsOf(earlier), wordsOf(later));
  if (earlier === undefined) return { change: 'added', earlier, later, words };
  if (later === undefined) return { change: 'removed', earlier, later, words };
  const same = words.every(({ kind }) => kind === 'same');
  return { change: same ? 'same' : 'reworded', earlier, later, words };
}

function fieldWords(earlier: string | undefined, later: string | undefined) {
  return earlier === undefined || later === undefined ? undefined : compareLetters(earlier, later);
}

function changesOf(
  earlier: ReadonlyMap<string, string>,
  later: ReadonlyMap<string, string>,
): readonly FieldChange[] {
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map((field) => ({ field, earlier: earlier.get(field), later: later.get(field) }))
    .filter((change) => change.earlier !== change.later)
    .map((change) => ({ ...change, words: fieldWords(change.earlier, change.later) }));
}

const nothing: ReadonlyMap<string, string> = new Map();

/** The entry of the later version that an earlier one became: of its name, else the only measure of its matter. */
function successorOf(
  entry: ComparedEntry,
  later: readonly ComparedEntry[],
  earlier: readonly ComparedEntry[],
): ComparedEntry | undefined {
  const named = later.find(({ kind, name }) => kind === entry.kind && name === entry.name);
  if (named !== undefined || entry.matter === undefined) return named;
  const hasName = (all: readonly ComparedEntry[], { name }: ComparedEntry) =>
    all.some((each) => each.kind === 'measures' && each.name === name);
  const [only, ...others] = later.filter(
    (each) => each.matter === entry.matter && !hasName(earlier, each),
  );
  return others.length === 0 ? only : undefined;
}

function compareEntries(
  earlier: readonly ComparedEntry[],
  later: readonly ComparedEntry[],
): readonly EntryChange[] {
  const changes: EntryChange[] = [];
  const kept = new Set<ComparedEntry>();
  for (const entry of earlier) {
    const { kind, name, nameEn } = entry;
    const next = successorOf(entry, later, earlier);
    if (next === undefined || kept.has(next)) {
      const fields = changesOf(entry.fields, nothing);
      changes.push({ kind, change: 'removed', name, nameEn, ...between(entry, undefined), fields });
      continue;
    }
    kept.add(next);
    const fields = changesOf(entry.fields, next.fields);
    if (fields.length > 0)
      changes.push({
        kind,
        change: 'changed',
        name: next.name,
        nameEn: next.nameEn,
        ...between(entry, next),
        fields,
      });
  }
  for (const entry of later) {
    if (kept.has(entry)) continue;
    const { kind, name, nameEn } = entry;
    const fields = changesOf(nothing, entry.fields);
    changes.push({ kind, change: 'added', name, nameEn, ...between(undefined, entry), fields });
  }
  return changes;
}

function between(earlier: ComparedEntry | undefined, later: ComparedEntry | undefined) {
  return { earlierClause: earlier?.clause, laterClause: later?.clause };
}

const stackingWords = {
  best_of_matter: '从优就高不重复',
  cumulative: '可叠加',
  unstated: '未规定',
} as const;
const statusWords = { final: '正式', draft: '征求意见稿', commentary: '解读' } as const;

function headerFields(document: PolicyDocument): ReadonlyMap<string, string> {
  const { validity } = document;
  const fields: readonly (readonly [string, string])[] = [
    ['标题', document.title],
    ['状态', statusWords[document.status]],
    ['文号', document.number],
    ['发布机关', document.issuer],
    ['施行', document.validityBasis === 'unstated' ? '未载' : validity.from.toString()],
    ['有效期至', validity.until?.toString() ?? '长期'],
    ['牵头', document.lead],
    ['叠加', stackingWords[document.stacking]],
    ['资金', document.funding],
  ];
  return new Map(fields.filter(([, words]) => words !== ''));
}

/** Compares two versions of a document, or two documents on one thing: words clause by clause, rules entry by entry. */
export function compareDocuments(
  earlier: PolicyDocument,
  later: PolicyDocument,
): DocumentDifferences {
  return {
    earlier,
    later,
    header: changesOf(headerFields(earlier), headerFields(later)),
    clauses: alignClauses(earlier.clauses, later.clauses).map((pair) =>
      clauseChange(pair.earlier, pair.later),
    ),
    entries: compareEntries(comparedEntries(earlier), comparedEntries(later)),
  };
}
