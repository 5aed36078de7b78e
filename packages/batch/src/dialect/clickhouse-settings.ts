/** Settings of a ClickHouse session by name. */
export type ClickHouseSettings = Readonly<Record<string, number | string>>;

/** The first version that knows the settings of `today`. */
const knowsPlanSettings = 24;

const always: ClickHouseSettings = {
  // A row without a partner has null, not zero.
  join_use_nulls: 1,
  // The text of a rule nests deeper and is longer than what people type.
  max_query_size: 4_194_304,
  max_ast_depth: 10_000,
  max_ast_elements: 2_000_000,
  max_expanded_ast_elements: 20_000_000,
};

const today: ClickHouseSettings = {
  // Merging nested steps into one expression takes time that doubles with each step.
  query_plan_merge_expressions: 0,
  short_circuit_function_evaluation: 'disable',
};

/** What a session needs to run rules, by what `SELECT version()` answers; a setting that a version does not know is an error. */
export function clickhouseSettings(version: string): ClickHouseSettings {
  const major = Number(version.split('.')[0]);
  return major >= knowsPlanSettings ? { ...always, ...today } : always;
}
