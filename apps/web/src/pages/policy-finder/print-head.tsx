import { parseReferenceKey, sayReference } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import { sayFactValue } from '../../components/fact-value.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './print-head.module.css';

/** On paper alone: what the answer rests on, so that a sheet can be read without the screen. */
export function PrintHead({ content }: { readonly content: Content }) {
  const texts = useTexts();
  const { facts, date, language } = usePageState();
  const said = Object.entries(facts).map(([key, value]) => {
    if (typeof value !== 'string') {
      const entity = content.vocabulary.entities.get(key);
      return `${(language === 'zh' ? entity?.name : entity?.nameEn) ?? key} × ${value.length}`;
    }
    const parsed = parseReferenceKey(key);
    if (parsed === undefined) return `${key} ${value}`;
    const reference = { name: parsed.inner, aspect: parsed.aspect };
    const label = sayReference(reference, content.vocabulary)[language];
    return `${label} ${sayFactValue(value, reference, content, language, texts)}`;
  });
  return (
    <div className={styles.head}>
      <p className={styles.title}>
        <strong>{texts.print.title}</strong>
        <span>
          {texts.asOf} {date.toString()} · {texts.print.version(content.version.slice(0, 12))}
        </span>
      </p>
      <p>
        <strong>{texts.print.facts}</strong>{' '}
        {said.length === 0 ? texts.print.noFacts : said.join(language === 'zh' ? '；' : '; ')}
      </p>
    </div>
  );
}
