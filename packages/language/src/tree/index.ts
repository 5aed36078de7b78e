/** The one tree that every reader reads: values, expressions, amounts, documents, vocabulary. */
export type * from './value.ts';
export type * from './expression.ts';
export type * from './amount.ts';
export type * from './quote.ts';
export type * from './blocks.ts';
export type * from './document.ts';
export type * from './vocabulary.ts';
export type * from './content.ts';
