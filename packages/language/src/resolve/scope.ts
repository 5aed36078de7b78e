import type { Span } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import type { Syntax } from '../expression/syntax.ts';
import type { Expression, ValueType, Vocabulary } from '../tree/index.ts';

/** Everything a name in an expression can mean. */
export interface Names {
  readonly vocabulary: Vocabulary;
  /** Names of all measures of all documents, for 已获. */
  readonly measures: ReadonlySet<string>;
}

/** Whose facts an expression may name: the applicant's, the subject's, and inside 合计 … the items'. */
export interface Scope {
  readonly subject: string;
  readonly items: string | undefined;
}

/** One expression on its way from syntax to tree. */
export interface Resolution {
  readonly names: Names;
  readonly reporter: Reporter;
  readonly text: string;
  /** Offsets in `text` to a place in the file. */
  span(start: number, end: number): Span;
  /** Reports what is wrong and yields nothing then. */
  resolve(syntax: Syntax, scope: Scope): Expression | undefined;
}

export type NodeBase = { readonly type: ValueType; readonly span: Span; readonly text: string };

/** The fields that every node of the tree carries. */
export function nodeBase(resolution: Resolution, syntax: Syntax, type: ValueType): NodeBase {
  return {
    type,
    span: resolution.span(syntax.start, syntax.end),
    text: resolution.text.slice(syntax.start, syntax.end),
  };
}
