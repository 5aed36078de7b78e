import { forEachDiagnostic, setDiagnostics } from '@codemirror/lint';
import type { Action, Diagnostic as Mark } from '@codemirror/lint';
import type { Extension, TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Diagnostic } from '@luodi/kernel';
import { declarableTypes, quickFixesFor } from '@luodi/language';
import type { QuickFix } from '@luodi/language';
import { environmentIn } from './environment.ts';
import type { Environment } from './environment.ts';

type Edit = Exclude<QuickFix, { kind: 'declare' }>;

/** An edit as it is now: the text may have changed since the fault was found, so it is moved with its mark. */
function editSpec({ kind, edit }: Edit, found: number, from: number): TransactionSpec {
  const moved = from - found;
  const [start, end] = [edit.start + moved, edit.end + moved];
  // In a new block the author goes on in its first line.
  const written = kind === 'add_block' ? edit.text.indexOf('\n', 3) + 1 : edit.text.length;
  return {
    changes: { from: start, to: end, insert: edit.text },
    selection: { anchor: start + written },
    userEvent: 'input.fix',
    scrollIntoView: true,
  };
}

function nameOf(fix: Edit, { fixes }: ReturnType<Environment['wording']>['editor']): string {
  switch (fix.kind) {
    case 'replace':
      return fixes.replace(fix.with);
    case 'add_key':
      return fixes.addKey(fix.key);
    case 'add_lines':
      return fixes.addLines;
    case 'add_block':
      return fixes.addBlock(fix.keyword);
  }
}

function actionsOf(fix: QuickFix, found: number, environment: Environment): readonly Action[] {
  const { editor } = environment.wording();
  if (fix.kind !== 'declare')
    return [
      {
        name: nameOf(fix, editor),
        apply: (view, from) => {
          view.dispatch(editSpec(fix, found, from));
          view.focus();
        },
      },
    ];
  const types = fix.what === 'fact' ? declarableTypes : [''];
  return types.map((type) => ({
    name: fix.what === 'fact' ? editor.fixes.declareFact(type) : editor.fixes.declareMatter,
    apply: () => environment.declare(fix, type),
  }));
}

/** The ways to mend a fault, each with its words. */
export function fixesOf(
  diagnostic: Diagnostic,
  text: string,
  environment: Environment,
): readonly Action[] {
  const found = diagnostic.span.start.offset;
  return quickFixesFor(diagnostic, text).flatMap((fix) => actionsOf(fix, found, environment));
}

function markOf(diagnostic: Diagnostic, text: string, environment: Environment): Mark {
  const { span, severity } = diagnostic;
  const from = Math.min(span.start.offset, text.length);
  // A mark of many lines hides the text: its first line is enough.
  const lineEnd = text.indexOf('\n', from);
  const to = Math.min(span.end.offset, lineEnd < 0 ? text.length : lineEnd);
  return {
    from,
    to: Math.max(from, to),
    severity,
    source: diagnostic.code,
    message: wordsOf(diagnostic),
    renderMessage: () => {
      const box = document.createElement('span');
      box.lang = 'zh-CN';
      box.textContent = wordsOf(diagnostic);
      return box;
    },
    actions: fixesOf(diagnostic, text, environment),
  };
}

function wordsOf({ message, hint }: Diagnostic): string {
  return hint === '' ? message : `${message}。${hint}`;
}

/** Where a fault stands now: the text may have grown above it since it was found. */
export function placeNow(view: EditorView, fault: Diagnostic): number | undefined {
  const found = fault.span.start.offset;
  let nearest: number | undefined;
  forEachDiagnostic(view.state, ({ source, message }, from) => {
    if (source !== fault.code || message !== wordsOf(fault)) return;
    if (nearest === undefined || Math.abs(from - found) < Math.abs(nearest - found)) nearest = from;
  });
  return nearest;
}

/**
 * Takes away the marks of lines that are being written: what was found there is no longer what stands there, and a mend of it would
 * spoil the new words. The next reading marks what is still wrong.
 */
export const withdrawTouchedMarks: Extension = EditorView.updateListener.of(
  ({ docChanged, changes, state, view }) => {
    if (!docChanged) return;
    const touched = new Set<number>();
    changes.iterChangedRanges((_fromBefore, _toBefore, from, to) => {
      const last = state.doc.lineAt(to).number;
      for (let line = state.doc.lineAt(from).number; line <= last; line++) touched.add(line);
    });
    const kept: Mark[] = [];
    let all = 0;
    forEachDiagnostic(state, (mark, from, to) => {
      all++;
      if (!touched.has(state.doc.lineAt(from).number)) kept.push({ ...mark, from, to });
    });
    if (kept.length < all) view.dispatch(setDiagnostics(state, kept));
  },
);

/** Shows faults found in a text, unless the text has changed since. */
export function markFaults(view: EditorView, text: string, faults: readonly Diagnostic[]): void {
  if (view.state.doc.toString() !== text) return;
  const environment = environmentIn(view.state);
  const marks = faults.map((fault) => markOf(fault, text, environment));
  view.dispatch(setDiagnostics(view.state, marks));
}
