import type { Json } from '@luodi/entitlement';
import type { Diagnostic, Span } from '@luodi/kernel';

/** Where something stands in a file of the content: lines and columns from 1. */
export function spanJson({ file, start, end }: Span): Json {
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** A fault with its place and the mend, for scripts. */
export function diagnosticJson({ code, severity, message, hint, span, related }: Diagnostic): Json {
  return {
    code,
    severity,
    message,
    hint,
    place: spanJson(span),
    related: related.map((other) => ({ message: other.message, place: spanJson(other.span) })),
  };
}
