import type { EditorView } from '@codemirror/view';
import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ProposedExample } from '@luodi/evaluation';
import { declarableTypes, declareFact, declareMatter } from '@luodi/language';
import type { Content, Measure, QuickFix } from '@luodi/language';
import { useEditorTexts } from '../../i18n/use-editor-texts.ts';
import type { Analysis } from './analysis.ts';
import { goTo, replaceText } from './code-editor.tsx';
import { markFaults } from './codemirror/marking.ts';
import type { Draft } from './draft.ts';
import { insertExamples } from './insert-example.ts';
import { freshPolicy, isTemplate } from './new-draft.ts';
import { beginsWithTitle, clausesOf } from './skeleton.ts';
import { useAnalysis } from './use-analysis.ts';
import { useEnvironments } from './use-environments.ts';
import type { Environments } from './use-environments.ts';
import { useKeptDraft } from './use-kept-draft.ts';

/** The texts with an editor of their own. */
export type Editable = 'policy' | 'vocabulary';
export type Part = 'source' | Editable;
export type Panel = 'examples' | 'preview' | 'problems' | 'guide';

/** A draft being written: its texts, what came of them, and what can be done with both. */
export interface Bench {
  readonly draft: Draft;
  readonly analysis: Analysis;
  readonly outcomes: ReturnType<typeof useAnalysis>['outcomes'];
  readonly kept: ReturnType<typeof useKeptDraft>['kept'];
  readonly environments: Environments;
  readonly part: Part;
  readonly panel: Panel;
  readonly setPart: (part: Part) => void;
  readonly setPanel: (panel: Panel) => void;
  /** The texts as they stand, read or not. */
  readonly texts: () => Pick<Draft, 'policy' | 'vocabulary' | 'source'>;
  readonly write: (which: Part, text: string) => void;
  readonly takeView: (which: Editable, view: EditorView | undefined) => void;
  readonly view: (which: Editable) => EditorView | undefined;
  readonly show: (which: Editable, offset: number) => void;
  readonly replace: (which: Editable, text: string) => void;
  /** Turns a source text into clauses and quotations. */
  readonly makeClauses: (source: string) => void;
  readonly insert: (measure: Measure, proposals: readonly ProposedExample[]) => void;
}

/** Faults of a text that were found when it was read last. */
export function faultsOf(analysis: Analysis, which: Editable) {
  return which === 'policy' ? analysis.policyDiagnostics : analysis.vocabularyDiagnostics;
}

type Views = React.RefObject<Partial<Record<Editable, EditorView | undefined>>>;

function useDeclaration(views: Views, base: Content, vocabulary: () => string) {
  const words = useEditorTexts();
  const { message } = App.useApp();
  return (fix: Extract<QuickFix, { kind: 'declare' }>, type: string) => {
    const view = views.current.vocabulary;
    if (view === undefined) return;
    const factType = declarableTypes.find((each) => each === type) ?? '是否';
    const next =
      fix.what === 'fact'
        ? declareFact(vocabulary(), fix.name, factType, base.vocabulary.factsById)
        : declareMatter(vocabulary(), fix.name);
    replaceText(view, next);
    void message.success(words.fixes.declared(fix.name));
  };
}

/** Shows the faults in the editors whenever the draft was read anew. */
function useMarks(views: Views, analysis: Analysis): void {
  useEffect(() => {
    for (const which of ['policy', 'vocabulary'] as const) {
      const view = views.current[which];
      if (view !== undefined) markFaults(view, analysis[which], faultsOf(analysis, which));
    }
  }, [views, analysis]);
}

export function useBench(draft: Draft, base: Content): Bench {
  const { texts: written, write, kept } = useKeptDraft(draft);
  const { analysis, outcomes, changed } = useAnalysis(written, base);
  const views: Views = useRef({});
  const isBlank = isTemplate(draft.policy) && draft.source === '';
  const [part, setPart] = useState<Part>(isBlank ? 'source' : 'policy');
  const [panel, setPanel] = useState<Panel>(isBlank ? 'guide' : 'examples');
  const declare = useDeclaration(views, base, () => written.current.vocabulary);
  const environments = useEnvironments(analysis, base, declare);
  useMarks(views, analysis);
  const show = (which: Editable, offset: number) => {
    setPart(which);
    const go = () => {
      const view = views.current[which];
      if (view !== undefined) goTo(view, offset);
    };
    // The editor can only scroll once its tab is open.
    if (part === which) go();
    else window.setTimeout(go, 50);
  };
  const replace = (which: Editable, text: string) => replaceText(views.current[which], text);
  return {
    draft,
    analysis,
    outcomes,
    kept,
    environments,
    part,
    panel,
    setPart,
    setPanel,
    texts: () => written.current,
    write: (which, text) => {
      write({ [which]: text });
      if (which !== 'source') changed();
    },
    takeView: (which, view) => {
      views.current[which] = view;
      if (view !== undefined) markFaults(view, analysis[which], faultsOf(analysis, which));
    },
    view: (which) => views.current[which],
    show,
    replace,
    makeClauses: (source) => {
      const now = written.current.policy;
      const clauses = clausesOf(source, beginsWithTitle(source));
      replace('policy', isTemplate(now) ? freshPolicy(source) : `${now.trimEnd()}\n\n${clauses}`);
      setPanel('problems');
      show('policy', written.current.policy.indexOf('\n## ') + 1);
    },
    insert: (measure, proposals) => {
      const { at, text, cursor } = insertExamples(written.current.policy, measure, proposals);
      views.current.policy?.dispatch({
        changes: { from: at, insert: text },
        userEvent: 'input.example',
      });
      show('policy', cursor);
    },
  };
}
