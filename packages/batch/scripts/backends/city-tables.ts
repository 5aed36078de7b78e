import { join } from 'node:path';
import type { PlainDate } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import type { CompiledRule, PopulationTables } from '../../src/compile/index.ts';
import { doubleQuoted, singleQuoted } from '../../src/dialect/quoting.ts';
import { attachPopulation, describePopulation } from '../../src/population/index.ts';
import type { ColumnKind } from '../../src/population/columns.ts';
import { tableMeaning } from '../../src/population/read/column-meaning.ts';
import { neededColumns } from '../../src/run/duckdb/needed-columns.ts';
import { DuckSession } from '../../src/run/duckdb/session.ts';
import { rulesFor } from '../../src/run/rules.ts';

/** A table with the columns that rules read. */
export interface CityTable {
  readonly name: string;
  readonly columns: readonly (readonly [string, ColumnKind])[];
}

/** A population as every backend is given it: the same rows, and only the columns that rules read. */
export interface CityTables {
  readonly size: number;
  readonly tables: readonly CityTable[];
  readonly population: PopulationTables;
  readonly rules: readonly CompiledRule[];
  /** Where the tables stand as views, under their names. */
  readonly session: DuckSession;
  /** Writes a table as CSV (null is `\\N`), each column as `cell` says, and gives the file. */
  csv(table: CityTable, cell: (column: string, kind: ColumnKind) => string): Promise<string>;
}

/** Opens a folder of a population; what is written goes to the folder `into`. Throws where it is none. */
export async function openCityTables(
  folder: string,
  into: string,
  content: Content,
  date: PlainDate,
): Promise<CityTables> {
  const session = await DuckSession.open({
    memory: '4GB',
    threads: undefined,
    overflow: join(into, 'overflow'),
  });
  const attached = await attachPopulation(session.connection, folder, content.vocabulary);
  if (!attached.ok) throw new Error(attached.error[0]?.message.en);
  const described = await describePopulation(session.connection, content.vocabulary);
  const { queries } = rulesFor(content, date, described.tables);
  const population = neededColumns(queries, described.tables);
  const tables = [...population].map(([name, columns]): CityTable => {
    const meaning = tableMeaning(name, content.vocabulary);
    return {
      name,
      columns: [...columns].map((column) => [column, meaning?.of(column)?.kind ?? 'text']),
    };
  });
  return {
    size: described.size,
    tables,
    population,
    rules: queries,
    session,
    async csv({ name, columns }, cell) {
      const file = join(into, `${name}.csv`);
      const cells = columns.map(([column, kind]) => cell(column, kind)).join(', ');
      await session.run(
        `COPY (SELECT ${cells} FROM ${doubleQuoted(name)}) TO ${singleQuoted(file)} (FORMAT csv, HEADER false, NULLSTR '\\N')`,
      );
      return file;
    },
  };
}
