import type { FactReference, Language } from '@luodi/evaluation';
import type { Content } from '@luodi/language';

/** One fact to be stated: which, what stands now, and what to do with a change. */
export interface FieldProps {
  readonly reference: FactReference;
  /** As stated; empty = unknown. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly content: Content;
  readonly language: Language;
  /** Shows the question of the vocabulary instead of the name, and its definition. */
  readonly asQuestion?: boolean;
  /** Stands beside the control. */
  readonly beside?: React.ReactNode;
  /** Called when a typed value stands: accepted or unchanged. */
  readonly onSettled?: (byEnter: boolean) => void;
}
