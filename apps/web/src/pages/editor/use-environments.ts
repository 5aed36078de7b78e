import { useEffect, useMemo, useRef } from 'react';
import type { Content } from '@luodi/language';
import { useEditorTexts } from '../../i18n/use-editor-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import type { Analysis } from './analysis.ts';
import type { Environment } from './codemirror/environment.ts';
import { knownNames } from './known-names.ts';

export interface Environments {
  readonly policy: Environment;
  readonly vocabulary: Environment;
}

/** What the two editors ask of the page. The objects stay the same, so that the editors do; the answers are those of now. */
export function useEnvironments(
  analysis: Analysis,
  base: Content,
  declare: Environment['declare'],
): Environments {
  const texts = useTexts();
  const editor = useEditorTexts();
  const { language } = usePageState();
  const now = {
    names: knownNames(analysis, base),
    wording: { language, texts, editor },
    declare,
  };
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  return useMemo(() => {
    const of = (file: Environment['file']): Environment => ({
      file,
      names: () => latest.current.names,
      wording: () => latest.current.wording,
      declare: (fix, type) => latest.current.declare(fix, type),
    });
    return { policy: of('policy'), vocabulary: of('vocabulary') };
  }, []);
}
