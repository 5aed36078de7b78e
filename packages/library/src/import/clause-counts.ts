import { findInClause } from './skeleton/clause-findings.ts';
import { walkClauses } from './structure/clause-tree.ts';
import type { RecognisedDocument } from './structure/recognised-document.ts';

/** How much there is to encode in a document. */
export interface ClauseCounts {
  readonly clauses: number;
  readonly figures: number;
  readonly deadlines: number;
  readonly departments: number;
  /** Sentences that look like measures, indicators and tasks. */
  readonly measures: number;
  readonly indicators: number;
  readonly tasks: number;
}

export function countClauses({ clauses }: RecognisedDocument): ClauseCounts {
  const nodes = walkClauses(clauses);
  const findings = nodes.flatMap(({ paragraphs }) =>
    paragraphs.map(({ text }) => findInClause(text)),
  );
  const proposals = findings.flatMap((each) => each.proposals);
  const ofKind = (wanted: string) => proposals.filter(({ kind }) => kind === wanted).length;
  return {
    clauses: nodes.length,
    figures: findings.reduce((sum, { figures }) => sum + figures.length, 0),
    deadlines: findings.reduce((sum, { deadlines }) => sum + deadlines.length, 0),
    departments: new Set(findings.flatMap(({ departments }) => departments)).size,
    measures: ofKind('measure'),
    indicators: ofKind('indicator'),
    tasks: ofKind('task'),
  };
}
