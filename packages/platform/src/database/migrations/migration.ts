/** One change of the tables: all its statements or none. */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}
