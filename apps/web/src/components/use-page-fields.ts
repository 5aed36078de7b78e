import { referenceKey } from '@luodi/evaluation';
import type { FactReference } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import { withFact } from '../state/facts.ts';
import { useChangePageState, usePageState } from '../state/page-state.ts';
import type { FieldProps } from './field-props.ts';

/** Binds fields to the facts of the page: what stands under the key of a reference, and what a change makes of it. */
export function usePageFields(
  content: Content,
): (reference: FactReference, key?: string) => FieldProps {
  const { facts, language } = usePageState();
  const change = useChangePageState();
  return (reference, key = referenceKey(reference)) => {
    const value = facts[key];
    return {
      reference,
      value: typeof value === 'string' ? value : '',
      onChange: (next) => change({ facts: (now) => withFact(now, key, next) }),
      content,
      language,
    };
  };
}
