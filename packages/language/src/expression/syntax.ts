import type { ArithmeticOperator, ComparisonOperator } from '../tree/index.ts';

interface Place {
  /** Offsets into the text that was parsed. */
  readonly start: number;
  readonly end: number;
}

/** An expression as written: names and units are not yet looked up. */
export type Syntax = Place &
  (
    | { readonly kind: 'quantity' | 'date' | 'string' | 'name'; readonly text: string }
    | { readonly kind: 'truth'; readonly value: boolean }
    | {
        readonly kind: 'call';
        readonly name: string;
        readonly nameEnd: number;
        readonly args: readonly Syntax[];
      }
    | { readonly kind: 'not'; readonly of: Syntax }
    | { readonly kind: 'negative'; readonly of: Syntax }
    | {
        readonly kind: 'arithmetic';
        readonly operator: ArithmeticOperator;
        readonly left: Syntax;
        readonly right: Syntax;
      }
    | {
        readonly kind: 'comparison';
        readonly operator: ComparisonOperator;
        readonly left: Syntax;
        readonly right: Syntax;
      }
    | {
        readonly kind: 'member';
        readonly of: Syntax;
        readonly options: readonly (Place & { readonly text: string })[];
      }
    | { readonly kind: 'and' | 'or'; readonly items: readonly Syntax[] }
  );

/** The value of 给 as written. */
export type GrantSyntax =
  | {
      readonly kind: 'pay';
      readonly manner: 'exact' | 'at_most' | 'at_least';
      readonly value: Syntax;
    }
  | { readonly kind: 'discretionary'; readonly ceiling: Syntax | undefined }
  | { readonly kind: 'by_reference'; readonly words: string }
  | { readonly kind: 'decision'; readonly words: string };

/** Where and why a text is no expression. */
export interface SyntaxFault extends Place {
  readonly message: string;
  readonly hint: string;
}
