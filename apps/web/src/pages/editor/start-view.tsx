import { DeleteOutlined, FileAddOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { App, Button, Select } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Content } from '@luodi/language';
import { useEditorTexts } from '../../i18n/use-editor-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { frontMatterText, keepDraft, listDrafts, removeDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { savedTime } from './saved-time.ts';
import styles from './editor.module.css';

interface StartProps {
  readonly content: Content;
  readonly onNew: () => void;
  readonly onFile: (file: File) => void;
  readonly onDocument: (id: string) => void;
}

function DraftRow({ draft, onRemove }: { draft: Draft; onRemove: () => void }) {
  const texts = useEditorTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const title = frontMatterText(draft.policy, '标题') || texts.start.untitled;
  const search = new URLSearchParams(kept);
  search.set('draft', draft.id);
  return (
    <li className={styles.draft}>
      <Link to={`/editor?${search.toString()}`} lang="zh-CN">
        {title}
      </Link>
      <span className="quiet figure">{texts.start.saved(savedTime(draft.savedAt, language))}</span>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={texts.start.remove(title)}
        onClick={onRemove}
      />
    </li>
  );
}

function Drafts() {
  const texts = useEditorTexts();
  const { notification } = App.useApp();
  const [drafts, setDrafts] = useState(() => listDrafts(localStorage));
  const refresh = () => setDrafts(listDrafts(localStorage));
  const remove = (draft: Draft) => {
    removeDraft(localStorage, draft.id);
    refresh();
    const title = frontMatterText(draft.policy, '标题') || texts.start.untitled;
    notification.info({
      key: draft.id,
      title: texts.start.removed(title),
      actions: (
        <Button
          onClick={() => {
            keepDraft(localStorage, draft);
            notification.destroy(draft.id);
            refresh();
          }}
        >
          {texts.start.undo}
        </Button>
      ),
    });
  };
  return (
    <section aria-label={texts.start.drafts}>
      <h2>{texts.start.drafts}</h2>
      {drafts.length === 0 ? (
        <p className="quiet">{texts.start.noDrafts}</p>
      ) : (
        <ul className={styles.plain}>
          {drafts.map((draft) => (
            <DraftRow key={draft.id} draft={draft} onRemove={() => remove(draft)} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where writing begins: a new policy, a file, a document of the library, or a draft of before. */
export function StartView({ content, onNew, onFile, onDocument }: StartProps) {
  const texts = useEditorTexts();
  const { language } = usePageState();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.intro}</p>
      <div className={styles.ways}>
        <section>
          <Button type="primary" icon={<FileAddOutlined />} onClick={onNew}>
            {texts.start.new}
          </Button>
          <p className="quiet">{texts.start.newNote}</p>
        </section>
        <section>
          <Button icon={<FolderOpenOutlined />} onClick={() => picker.current?.click()}>
            {texts.start.open}
          </Button>
          <input
            ref={picker}
            type="file"
            accept=".md,.yaml,.yml"
            hidden
            aria-label={texts.start.open}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file !== undefined) onFile(file);
            }}
          />
          <p className="quiet">{texts.start.openNote}</p>
        </section>
        <section>
          <Select
            className={styles.wide ?? ''}
            aria-label={texts.start.fromLibrary}
            placeholder={texts.start.fromLibrary}
            showSearch={{ optionFilterProp: 'label' }}
            value={null}
            options={content.documents.map(({ id, title, titleEn }) => ({
              value: id,
              label: language === 'zh' ? title : titleEn,
            }))}
            onChange={(id: string | null) => {
              if (id !== null) onDocument(id);
            }}
          />
          <p className="quiet">{texts.start.fromLibraryNote}</p>
        </section>
      </div>
      <Drafts />
    </>
  );
}
