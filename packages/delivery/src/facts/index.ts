/** Facts held about enterprises: from whom, since when, which prevails; imports and disputes. */
export type { FactAsked, FactContext } from './context.ts';
export type { FactSource, FactSources } from './domain/fact-sources.ts';
export { answersFor, speaksFor } from './domain/fact-sources.ts';
export { readFactSources } from './domain/read-fact-sources.ts';
export { readBankAccount, readPhone } from './domain/contact-numbers.ts';
export { readCreditCode } from './domain/credit-code.ts';
export { readIdNumber } from './domain/id-number.ts';
export { maskAccount, maskIdNumber, maskPersonName, maskPhone } from './domain/mask.ts';
export { shownValue } from './domain/shown-value.ts';
export { nameOfHeld } from './domain/held-facts.ts';
export type { NumberFault } from './domain/number-fault.ts';
export type {
  EnterpriseFacts,
  FactRules,
  HeldFact,
  HeldValue,
  Prevailing,
} from './domain/held-facts.ts';
export { everybodysFacts, heldFacts } from './store/held-values.ts';
export type { TracedValues } from './store/corrected-facts.ts';
export { factsAbout, tracedValues } from './store/corrected-facts.ts';
export type { CellFault } from './domain/import/cell-fault.ts';
export type {
  ColumnMeaning,
  MappingProblem,
  SheetMapping,
} from './domain/import/column-meaning.ts';
export { cellText, columnLetters } from './domain/import/sheet.ts';
export type { Sheet } from './domain/import/sheet.ts';
export { storedValue } from './domain/import/stored-value.ts';
export { readSheet } from './reading/read-sheet.ts';
export { sheetLimits } from './reading/sheet-limits.ts';
export { readSheetApart } from './reading/sheet-reader.ts';
export { faultyWorkbook } from './reading/faulty-workbook.ts';
export type { ImportInput, SourceFault } from './commands/prepare-import.ts';
export type { AcceptedImport, AcceptFault, AcceptInput } from './commands/accept-import.ts';
export { acceptImport } from './commands/accept-import.ts';
export type { UndoFault, UndoneImport } from './commands/undo-import.ts';
export { undoImport } from './commands/undo-import.ts';
export type { RaiseDisputeFault } from './commands/raise-dispute.ts';
export { raiseDispute } from './commands/raise-dispute.ts';
export type { SettledDispute, SettleDisputeFault } from './commands/settle-dispute.ts';
export { settleDispute } from './commands/settle-dispute.ts';
export type { OwnStatement } from './commands/state-own-facts.ts';
export { stateOwnFacts } from './commands/state-own-facts.ts';
export type { EnterpriseFile, FactDispute } from './queries/enterprise-file.ts';
export { enterpriseFile, openDisputes } from './queries/enterprise-file.ts';
export type { FoundEnterprise } from './queries/search-enterprises.ts';
export { searchEnterprises } from './queries/search-enterprises.ts';
export type { ListedImport } from './queries/import-list.ts';
export { faultyRowsOf, listImports } from './queries/import-list.ts';
export type { PlannedValue } from './domain/import/plan-import.ts';
export type { ImportConflict, ImportPreview } from './queries/preview-import.ts';
export { previewImport } from './queries/preview-import.ts';
