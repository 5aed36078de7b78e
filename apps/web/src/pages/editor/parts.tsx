import { Tabs } from 'antd';
import { useEditorTexts } from '../../i18n/use-editor-texts.ts';
import { CodeEditor } from './code-editor.tsx';
import { isTemplate } from './new-draft.ts';
import { SourcePart } from './source-part.tsx';
import type { Bench, Editable, Part } from './use-bench.ts';
import styles from './editor.module.css';

function isPart(key: string): key is Part {
  return key === 'source' || key === 'policy' || key === 'vocabulary';
}

function EditorPart({
  bench,
  which,
  label,
  hint,
}: {
  bench: Bench;
  which: Editable;
  label: string;
  hint: string;
}) {
  return (
    <div className={styles.editor}>
      <p className={styles.keys}>{hint}</p>
      <div className={styles.code}>
        <CodeEditor
          initial={bench.draft[which]}
          label={label}
          environment={bench.environments[which]}
          onChange={(text) => bench.write(which, text)}
          onView={(view) => bench.takeView(which, view)}
        />
      </div>
    </div>
  );
}

/** What is written: the source text, the rules, the vocabulary they need. */
export function Parts({ bench }: { readonly bench: Bench }) {
  const words = useEditorTexts();
  return (
    <Tabs
      className={styles.side ?? ''}
      // Narrow enough that all tabs fit on a phone.
      tabBarGutter={14}
      aria-label={words.parts.label}
      activeKey={bench.part}
      onChange={(key) => {
        if (isPart(key)) bench.setPart(key);
      }}
      items={[
        {
          key: 'source',
          label: words.parts.source,
          children: (
            <SourcePart
              initial={bench.draft.source}
              isFresh={isTemplate(bench.analysis.policy)}
              onChange={(source) => bench.write('source', source)}
              onMake={bench.makeClauses}
            />
          ),
        },
        {
          key: 'policy',
          label: words.parts.policy,
          forceRender: true,
          children: (
            <EditorPart
              bench={bench}
              which="policy"
              label={words.editor.policyLabel}
              hint={words.editor.keys}
            />
          ),
        },
        {
          key: 'vocabulary',
          label: words.parts.vocabulary,
          forceRender: true,
          children: (
            <EditorPart
              bench={bench}
              which="vocabulary"
              label={words.editor.vocabularyLabel}
              hint={words.editor.vocabularyHint}
            />
          ),
        },
      ]}
    />
  );
}
