import { usePageState } from '../../../state/page-state.ts';
import styles from '../editor.module.css';
import { GuideEn } from './guide-en.tsx';
import { GuideZh } from './guide-zh.tsx';

/** The language on one page, for whoever writes the first rule. */
export function GuidePanel() {
  const { language } = usePageState();
  return <div className={styles.guide}>{language === 'zh' ? <GuideZh /> : <GuideEn />}</div>;
}
