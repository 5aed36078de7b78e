/** The rules language: text to one immutable, typed tree, with positions and diagnostics. */
export type * from './tree/index.ts';
export { expressionsOfAmount, factsIn, partsOf, walkExpression } from './tree/walk-expression.ts';
export { loadContent } from './content/load-content.ts';
