import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { ContentGate } from '../../content/content-gate.tsx';
import type { LoadedContent } from '../../content/use-content.ts';
import { useEditorTexts } from '../../i18n/use-editor-texts.ts';
import { keepDraft, readDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { blankDraft, draftOfDocument, draftOfFile } from './new-draft.ts';
import { StartView } from './start-view.tsx';
import { Workbench } from './workbench.tsx';

/** The draft of a document of the library: the one that was begun, else a new one from the library's text. */
function libraryDraft(id: string, { evaluator, files }: LoadedContent): Draft | undefined {
  const document = evaluator.content.documents.find((each) => each.id === id);
  const text = document === undefined ? undefined : files.get(document.file);
  if (document === undefined || text === undefined) return undefined;
  const fresh = draftOfDocument(document, text);
  return readDraft(localStorage, fresh.id) ?? fresh;
}

function EditorView({ loaded }: { loaded: LoadedContent }) {
  const texts = useEditorTexts();
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('draft');
  const document = search.get('document');
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  useEffect(() => {
    if (document === null) return;
    const begun = libraryDraft(document, loaded);
    if (begun !== undefined) keepDraft(localStorage, begun);
    setSearch(
      (now) => {
        now.delete('document');
        if (begun !== undefined) now.set('draft', begun.id);
        return now;
      },
      { replace: true },
    );
  }, [document, loaded, setSearch]);
  if (wanted !== null && draft?.id !== wanted) {
    const found = readDraft(localStorage, wanted);
    if (found !== undefined) setDraft(found);
  }
  const open = (next: Draft) => {
    keepDraft(localStorage, next);
    setSearch((now) => {
      now.set('draft', next.id);
      return now;
    });
  };
  const openFile = async (file: File) => {
    const next = draftOfFile(file.name, await file.text());
    if (next === undefined) {
      void message.error(texts.actions.unreadable(file.name));
      return;
    }
    open(next);
    void message.success(texts.actions.opened(file.name));
  };
  const content = loaded.evaluator.content;
  const drop = (event: React.DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void openFile(file);
  };
  return (
    // Dropping a file is the mouse's way to what the button does.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onDragOver={(event) => event.preventDefault()} onDropCapture={drop}>
      {wanted !== null && draft?.id === wanted ? (
        <Workbench key={draft.id} draft={draft} loaded={loaded} />
      ) : (
        <StartView
          content={content}
          onNew={() => open(blankDraft())}
          onFile={(file) => void openFile(file)}
          onDocument={(id) => {
            const begun = libraryDraft(id, loaded);
            if (begun !== undefined) open(begun);
          }}
        />
      )}
    </div>
  );
}

/** Write a policy: its words, the rules under them, examples as one types, the card that an enterprise will see. */
export function EditorPage() {
  return <ContentGate>{(loaded) => <EditorView loaded={loaded} />}</ContentGate>;
}
