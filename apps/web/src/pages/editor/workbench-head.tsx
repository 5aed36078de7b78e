import { App, Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useEditorTexts } from '../../i18n/use-editor-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { carryDraft } from '../simulation/carried-draft.ts';
import { downloadText } from './download.ts';
import { frontMatterText, policyPath } from './draft.ts';
import { untranslated } from './skeleton.ts';
import { savedTime } from './saved-time.ts';
import styles from './editor.module.css';

interface HeadProps {
  readonly policy: string;
  /** The texts as they are at the moment, for files. */
  readonly texts: () => { readonly policy: string; readonly vocabulary: string };
  readonly hasVocabulary: boolean;
  readonly kept: { readonly at: string; readonly ok: boolean };
  /** Back to the text of the library, where the draft began from it. */
  readonly onRevert: (() => void) | undefined;
}

/** Title, where the text is kept, and what can be done with it. */
export function WorkbenchHead({ policy, texts, hasVocabulary, kept, onRevert }: HeadProps) {
  const words = useEditorTexts();
  const { language } = usePageState();
  const search = useKeptSearch();
  const { message } = App.useApp();
  const titleEn = frontMatterText(policy, '英文标题');
  const inEnglish = language === 'en' && !['', untranslated].includes(titleEn);
  const title = inEnglish ? titleEn : frontMatterText(policy, '标题') || words.start.untitled;
  const name = policyPath(policy).replace('documents/', '');
  const navigate = useNavigate();
  const simulate = () => {
    if (!carryDraft(texts())) {
      void message.error(words.actions.saveFailed);
      return;
    }
    const address = new URLSearchParams(search);
    address.set('part', 'draft');
    void navigate(`/simulation?${address.toString()}`);
  };
  const copy = () => {
    navigator.clipboard.writeText(texts().policy).then(
      () => void message.success(words.actions.copied),
      () => void message.error(words.actions.copyFailed),
    );
  };
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <Link to={`/editor${search}`}>{words.start.back}</Link>
        <h1 lang={inEnglish ? 'en' : 'zh-CN'}>{title}</h1>
        <output className={kept.ok ? 'quiet figure' : (styles.bad ?? '')}>
          {kept.ok ? words.actions.saved(savedTime(kept.at, language)) : words.actions.saveFailed}
        </output>
      </div>
      <div className={styles.actions}>
        {onRevert !== undefined && <Button onClick={onRevert}>{words.actions.revert}</Button>}
        <Button onClick={simulate}>{words.actions.simulate}</Button>
        <Button onClick={copy}>{words.actions.copy}</Button>
        {hasVocabulary && (
          <Button
            onClick={() => downloadText(name.replace('.policy.md', '.yaml'), texts().vocabulary)}
          >
            {words.actions.downloadVocabulary}
          </Button>
        )}
        <Button type="primary" onClick={() => downloadText(name, texts().policy)}>
          {words.actions.download}
        </Button>
      </div>
    </header>
  );
}
