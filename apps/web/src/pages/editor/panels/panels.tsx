import { Tabs } from 'antd';
import { useEditorTexts } from '../../../i18n/use-editor-texts.ts';
import { fixesOf, placeNow } from '../codemirror/marking.ts';
import { faultsOf } from '../use-bench.ts';
import type { Bench, Editable, Panel } from '../use-bench.ts';
import { ExamplesPanel } from './examples-panel.tsx';
import { GuidePanel } from './guide-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import type { ProblemGroup } from './problems-panel.tsx';
import styles from '../editor.module.css';

function isPanel(key: string): key is Panel {
  return key === 'examples' || key === 'preview' || key === 'problems' || key === 'guide';
}

function groupOf(bench: Bench, which: Editable, title: string): ProblemGroup {
  const { analysis, environments } = bench;
  return {
    title,
    diagnostics: faultsOf(analysis, which),
    go: (diagnostic) => bench.show(which, diagnostic.span.start.offset),
    fixes: (diagnostic) =>
      fixesOf(diagnostic, analysis[which], environments[which]).map(({ name, apply }) => ({
        name,
        run: () => {
          const view = bench.view(which);
          const at = view && placeNow(view, diagnostic);
          if (view === undefined || at === undefined) return;
          bench.setPart(which);
          apply(view, at, at);
        },
      })),
  };
}

/** What comes of it: examples, the card of an enterprise, faults; and the language on one page. */
export function Panels({ bench }: { readonly bench: Bench }) {
  const words = useEditorTexts();
  const { analysis, outcomes } = bench;
  const faults = faultsOf(analysis, 'policy').length + faultsOf(analysis, 'vocabulary').length;
  const passed = outcomes.filter(({ ok }) => ok).length;
  const counted = (label: string, count: string) => (count === '' ? label : `${label} ${count}`);
  return (
    <Tabs
      className={styles.side ?? ''}
      // Narrow enough that all tabs fit on a phone.
      tabBarGutter={14}
      aria-label={words.panels.label}
      activeKey={bench.panel}
      onChange={(key) => {
        if (isPanel(key)) bench.setPanel(key);
      }}
      items={[
        {
          key: 'examples',
          label: counted(
            words.panels.examples,
            outcomes.length === 0 ? '' : `${passed}/${outcomes.length}`,
          ),
          children: (
            <ExamplesPanel
              analysis={analysis}
              outcomes={outcomes}
              go={(outcome) => bench.show('policy', outcome.span.start.offset)}
              insert={bench.insert}
            />
          ),
        },
        {
          key: 'preview',
          label: words.panels.preview,
          children: <PreviewPanel analysis={analysis} />,
        },
        {
          key: 'problems',
          label: counted(words.panels.problems, faults === 0 ? '' : String(faults)),
          children: (
            <ProblemsPanel
              groups={[
                groupOf(bench, 'policy', words.problems.inPolicy),
                groupOf(bench, 'vocabulary', words.problems.inVocabulary),
              ]}
            />
          ),
        },
        { key: 'guide', label: words.panels.guide, children: <GuidePanel /> },
      ]}
    />
  );
}
