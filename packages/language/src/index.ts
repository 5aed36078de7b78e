/** The rules language: text to one immutable, typed tree, with positions and diagnostics. */
export type * from './tree/index.ts';
export { expressionsOfAmount, factsIn, partsOf, walkExpression } from './tree/walk-expression.ts';
export { measuresOf } from './tree/measures-of.ts';
export { loadContent } from './content/load-content.ts';
export { checkCitations } from './citation/check-citations.ts';
export { printExpression } from './expression/print-expression.ts';
export { parseExpression } from './editing/parse-expression.ts';
export { parsePolicyFile } from './editing/parse-policy-file.ts';
export type { NumericLiteral } from './editing/numeric-literals.ts';
export { numericLiterals } from './editing/numeric-literals.ts';
