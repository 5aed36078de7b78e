/** The rules language: text to one immutable, typed tree, with positions and diagnostics. */
export type * from './tree/index.ts';
export { expressionsOfAmount, factsIn, partsOf, walkExpression } from './tree/walk-expression.ts';
export { bindingMeasures, measuresOf } from './tree/measures-of.ts';
export type { UnclearMeasure } from './tree/measure-named.ts';
export { measureNamed } from './tree/measure-named.ts';
export type { BlockEntry, BlockEntryKind } from './tree/entries-of.ts';
export {
  contractsOf,
  entriesIn,
  entriesOf,
  indicatorsOf,
  inspectionsOf,
  listsOf,
  proceduresOf,
  tasksOf,
} from './tree/entries-of.ts';
export { quotedQuantities } from './check/quoted-quantities.ts';
export { loadContent } from './content/load-content.ts';
export type { Extent } from './policy/source-document.ts';
export { checkCitations } from './citation/check-citations.ts';
export { SourceText, withoutSpace } from './citation/source-text.ts';
export { quantitiesIn } from './check/words.ts';
export { printExpression } from './expression/print-expression.ts';
export { parseExpression } from './editing/parse-expression.ts';
export { parsePolicyFile } from './editing/parse-policy-file.ts';
export type { NumericLiteral } from './editing/numeric-literals.ts';
export { numericLiterals } from './editing/numeric-literals.ts';
export { extendVocabulary } from './editing/extend-vocabulary.ts';
export type { FileKind } from './editing/line-kinds.ts';
export { lineKinds } from './editing/line-kinds.ts';
export type { LineTokenKind } from './editing/line-tokens.ts';
export { lineTokens } from './editing/line-tokens.ts';
export type { EditingPlace } from './editing/place-at.ts';
export { editingPlaceAt } from './editing/place-at.ts';
export { blockKeywords } from './editing/block-schema.ts';
export type { QuickFix } from './editing/quick-fixes.ts';
export { quickFixesFor } from './editing/quick-fixes.ts';
export { declareFact, declareMatter, declarableTypes } from './editing/declare.ts';
