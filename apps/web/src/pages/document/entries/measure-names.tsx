import type { Content } from '@luodi/language';
import { usePageState } from '../../../state/page-state.ts';
import { Chinese } from './entry.tsx';

/** Measures by their names in the language of the page. */
export function MeasureNames({
  ids,
  content,
}: {
  readonly ids: readonly string[];
  readonly content: Content;
}) {
  const { language } = usePageState();
  const measures = ids.flatMap((id) => content.measures.get(id) ?? []);
  if (language === 'zh') return <Chinese>{measures.map(({ name }) => name).join('、')}</Chinese>;
  return <>{measures.map(({ nameEn }) => nameEn).join('; ')}</>;
}
