/** A place in a text file. Lines and columns count from 1, offsets from 0 (UTF-16 code units). */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a file, `end` exclusive. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

export type Severity = 'error' | 'warning';

/** What is wrong with a piece of content: where, what was found, what was expected, how to mend it. */
export interface Diagnostic {
  /** Stable code, e.g. `LD1203`; the table of codes is in the package that reports it. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** How to mend it, as an instruction. Empty when the message says it all. */
  readonly hint: string;
  readonly span: Span;
  readonly related: readonly { readonly message: string; readonly span: Span }[];
}

/** One line for a terminal: `file:line:column code message — hint`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { span, code, message, hint } = diagnostic;
  const place = `${span.file}:${span.start.line}:${span.start.column}`;
  return hint === '' ? `${place} ${code} ${message}` : `${place} ${code} ${message} — ${hint}`;
}

/** Order for reports: by file, then by place. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  if (a.span.file !== b.span.file) return a.span.file < b.span.file ? -1 : 1;
  return a.span.start.offset - b.span.start.offset;
}
