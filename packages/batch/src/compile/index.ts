/** Rules to SQL: what a measure says of one applicant as a query over all of them. */
export type { CompiledRule, RuleFault } from './compile-rule.ts';
export { compileRule } from './compile-rule.ts';
export { printRule } from './print-rule.ts';
export type { PopulationTables } from './query-columns.ts';
export { everyColumn } from './every-column.ts';
export type { RulesText } from './print-rules.ts';
export { printRules } from './print-rules.ts';
