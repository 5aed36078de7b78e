import type { Diagnostic, Span } from '@luodi/kernel';
import { codes } from './codes.ts';
import type { Fault } from './codes.ts';

/** Collects what is wrong; nothing stops at the first fault. */
export class Reporter {
  private readonly collected: Diagnostic[] = [];
  private errors = 0;

  /** `hint` replaces the one of the table where a better one is known, e.g. a near name. */
  report(
    fault: Fault,
    span: Span,
    message: string,
    detail: { readonly hint?: string | undefined; readonly related?: Diagnostic['related'] } = {},
  ): void {
    const entry = codes[fault];
    if (entry.severity === 'error') this.errors++;
    this.collected.push({
      code: entry.code,
      severity: entry.severity,
      message,
      hint: detail.hint ?? entry.hint,
      span,
      related: detail.related ?? [],
    });
  }

  get errorCount(): number {
    return this.errors;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.collected;
  }
}
