import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { editorExtensions } from './codemirror/editor-extensions.ts';
import type { Environment } from './codemirror/environment.ts';

interface CodeEditorProps {
  /** The text it begins with; later texts go through the view. */
  readonly initial: string;
  readonly label: string;
  readonly environment: Environment;
  readonly onChange: (text: string) => void;
  /** Called with the view when it is there, and with `undefined` when it goes. */
  readonly onView: (view: EditorView | undefined) => void;
}

/** A CodeMirror editor of the language. It owns its text: React never writes into it, so that no keystroke is lost. */
export function CodeEditor({ initial, label, environment, onChange, onView }: CodeEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const told = useRef({ onChange, onView });
  useEffect(() => {
    told.current = { onChange, onView };
  });
  const begin = useRef(initial);
  useEffect(() => {
    if (box.current === null) return undefined;
    const view = new EditorView({
      parent: box.current,
      state: EditorState.create({
        doc: begin.current,
        extensions: [
          ...editorExtensions(environment, label),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            begin.current = update.state.doc.toString();
            told.current.onChange(begin.current);
          }),
        ],
      }),
    });
    told.current.onView(view);
    return () => {
      told.current.onView(undefined);
      view.destroy();
    };
  }, [environment, label]);
  return <div ref={box} style={{ height: '100%' }} />;
}

/** Replaces the whole text of an editor in one step that undo takes back. */
export function replaceText(view: EditorView | undefined, text: string): void {
  view?.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    userEvent: 'input.replace',
  });
}

/** Puts the cursor to a place and shows it. */
export function goTo(view: EditorView, offset: number): void {
  const at = Math.min(offset, view.state.doc.length);
  view.dispatch({
    selection: { anchor: at },
    effects: EditorView.scrollIntoView(at, { y: 'center' }),
  });
  view.focus();
}
