import {
  acceptCompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  toggleComment,
} from '@codemirror/commands';
import { codeFolding, foldGutter, foldKeymap } from '@codemirror/language';
import {
  forEachDiagnostic,
  lintGutter,
  nextDiagnostic,
  previousDiagnostic,
} from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Command } from '@codemirror/view';
import { completing } from './completing.ts';
import { withdrawTouchedMarks } from './marking.ts';
import { editorTheme } from './editor-theme.ts';
import { environmentOf } from './environment.ts';
import type { Environment } from './environment.ts';
import { explaining } from './explaining.ts';
import { folding } from './folding.ts';
import { highlighting } from './highlighting.ts';
import { continueLine, indentOrSpace } from './typing.ts';

/** Ctrl+. takes the first way to mend the fault at the cursor or, failing that, on its line. */
const mend: Command = (view) => {
  const { head } = view.state.selection.main;
  const line = view.state.doc.lineAt(head);
  let best: (() => void) | undefined;
  forEachDiagnostic(view.state, ({ actions }, from, to) => {
    const [action] = actions ?? [];
    if (action === undefined || to < line.from || from > line.to) return;
    if (best === undefined || (from <= head && head <= to))
      best = () => action.apply(view, from, to);
  });
  best?.();
  return best !== undefined;
};

/** Everything that makes a plain editor one of this language. */
export function editorExtensions(environment: Environment, label: string): readonly Extension[] {
  return [
    environmentOf.of(environment),
    lineNumbers(),
    highlightActiveLineGutter(),
    codeFolding(),
    foldGutter(),
    folding,
    lintGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    closeBrackets(),
    EditorView.lineWrapping,
    EditorState.tabSize.of(2),
    EditorState.languageData.of(() => [
      {
        commentTokens: { line: '#' },
        closeBrackets: { brackets: ['(', '（', '[', '{', '"', '“'] },
      },
    ]),
    EditorView.contentAttributes.of({
      'aria-label': label,
      // Editable text takes the focus anyway; checkers want to see it said.
      tabindex: '0',
      lang: 'zh-CN',
      autocapitalize: 'off',
      spellcheck: 'false',
    }),
    completing,
    withdrawTouchedMarks,
    explaining,
    highlighting,
    editorTheme,
    keymap.of([
      { key: 'Tab', run: acceptCompletion },
      { key: 'Tab', run: indentOrSpace, shift: indentLess },
      { key: 'F8', run: nextDiagnostic, shift: previousDiagnostic },
      { key: 'Mod-.', run: mend },
      { key: 'Mod-/', run: toggleComment },
      ...closeBracketsKeymap,
      ...completionKeymap,
      { key: 'Enter', run: continueLine },
      ...defaultKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...searchKeymap,
    ]),
  ];
}
