import type { Json } from '@luodi/entitlement';
import type { PolicyDocument } from '@luodi/language';
import { coverDocument } from '@luodi/library';
import type { DocumentCoverage } from '@luodi/library';
import { placedReadings } from './named-entries.ts';

/** Coverage of documents, reckoned when it is first asked for. */
export class Coverages {
  private readonly known = new Map<string, DocumentCoverage>();

  of(document: PolicyDocument): DocumentCoverage {
    const coverage = this.known.get(document.id) ?? coverDocument(document);
    this.known.set(document.id, coverage);
    return coverage;
  }
}

function summaryJson(coverage: DocumentCoverage) {
  const { document, clauses, encodedClauses, entries, inert, openReadings } = coverage;
  return {
    document: document.id,
    title: document.title,
    titleEn: document.titleEn,
    status: document.status,
    clauses,
    encodedClauses,
    entries,
    notExecutable: Object.fromEntries(inert),
    openReadings,
  };
}

function figureCounts({ figures }: DocumentCoverage) {
  return { quoted: figures.length, carried: figures.filter(({ carried }) => carried).length };
}

/** The numbers of a document, as the command line prints them. */
export function coverageJson(coverage: DocumentCoverage): Json {
  return {
    ...summaryJson(coverage),
    figures: {
      ...figureCounts(coverage),
      notCarried: coverage.figures
        .filter(({ carried }) => !carried)
        .map(({ kind, text, clause, line }) => ({ kind, text, clause, line })),
    },
  };
}

/** The numbers of a document with everything that they stand for. */
export function coverageDetailJson(coverage: DocumentCoverage): Json {
  const { document } = coverage;
  return {
    ...summaryJson(coverage),
    figures: {
      ...figureCounts(coverage),
      notCarried: coverage.figures
        .filter(({ carried }) => !carried)
        .map(({ carried: _carried, ...figure }) => figure),
    },
    readings: placedReadings(document).map(({ clause, entry, words, reading, reason }) => ({
      clause: clause ?? null,
      entry: entry?.name ?? null,
      entryEn: entry?.nameEn ?? null,
      words,
      reading,
      reason,
    })),
    inert: document.clauses.flatMap(({ heading, passages }) =>
      passages.flatMap(({ quote, blocks }) =>
        blocks.flatMap((block) =>
          block.kind === 'inert'
            ? [
                {
                  clause: heading,
                  reason: block.reason,
                  note: block.note,
                  line: quote.source.from,
                },
              ]
            : [],
        ),
      ),
    ),
  };
}
