import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';

/** Says for how long somebody is on the list. */
export function useTerm() {
  const { dishonesty: texts } = useRecoveryTexts();
  return ({ since, until }: { readonly since: string; readonly until: string | null }): string =>
    texts.term(since, until === null ? texts.untilLifted : texts.until(until));
}
