import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { useJournalTexts } from '../../i18n/use-journal-texts.ts';

/** Everything that may be done, by its code in the journal, in the words of the page. */
export function useActionNames(): Readonly<Record<string, string>> {
  const { actions } = useJournalTexts();
  return { ...useCaseTexts().history.actions, ...actions };
}
