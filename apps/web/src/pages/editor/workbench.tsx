import { App } from 'antd';
import type { LoadedContent } from '../../content/use-content.ts';
import { useEditorTexts } from '../../i18n/use-editor-texts.ts';
import type { Draft } from './draft.ts';
import { Panels } from './panels/panels.tsx';
import { Parts } from './parts.tsx';
import { useBench } from './use-bench.ts';
import { WorkbenchHead } from './workbench-head.tsx';
import styles from './editor.module.css';

/** A draft on the bench: text, rules and vocabulary on the left, what comes of them on the right. */
export function Workbench({
  draft,
  loaded,
}: {
  readonly draft: Draft;
  readonly loaded: LoadedContent;
}) {
  const words = useEditorTexts();
  const { message } = App.useApp();
  const bench = useBench(draft, loaded.evaluator.content);
  const { analysis } = bench;
  const libraryText =
    draft.origin === undefined
      ? undefined
      : loaded.files.get(`documents/${draft.origin}.policy.md`);
  const revert = (text: string) => {
    bench.replace('policy', text);
    void message.success(words.actions.reverted);
  };
  return (
    <>
      <WorkbenchHead
        policy={analysis.policy}
        texts={bench.texts}
        hasVocabulary={analysis.vocabulary.trim() !== ''}
        kept={bench.kept}
        onRevert={
          libraryText === undefined || libraryText === analysis.policy
            ? undefined
            : () => revert(libraryText)
        }
      />
      <div className={styles.bench}>
        <Parts bench={bench} />
        <Panels bench={bench} />
      </div>
    </>
  );
}
