import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { singleQuoted } from '../../dialect/quoting.ts';

export interface SessionOptions {
  /** As DuckDB writes it: `2GB`. What does not fit goes to the folder for overflow. */
  readonly memory: string;
  readonly threads: number | undefined;
  readonly overflow: string;
}

/** What a row of an answer holds. */
export type SqlCell = string | number | bigint | boolean | null;

/** A DuckDB in the process, in memory, that can be interrupted. */
export class DuckSession {
  readonly connection: DuckDBConnection;

  private constructor(connection: DuckDBConnection) {
    this.connection = connection;
  }

  static async open({ memory, threads, overflow }: SessionOptions): Promise<DuckSession> {
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: memory,
      temp_directory: overflow,
      preserve_insertion_order: 'false',
      ...(threads === undefined ? {} : { threads: String(threads) }),
    });
    return new DuckSession(await instance.connect());
  }

  /** Runs a statement; throws what DuckDB says, or the reason of the signal if that stopped it. */
  async run(sql: string, signal?: AbortSignal): Promise<void> {
    await this.#interruptible(() => this.connection.run(sql), signal);
  }

  /** The rows of a query; whole numbers of 64 bits and more are bigint. Throws as `run` does. */
  async rows(sql: string, signal?: AbortSignal): Promise<readonly (readonly SqlCell[])[]> {
    const reader = await this.#interruptible(() => this.connection.runAndReadAll(sql), signal);
    return reader.getRows().map((row) => row.map(cellOf));
  }

  /** Adds rows of names and whole numbers to a table. */
  async insert(table: string, rows: readonly (readonly SqlCell[])[]): Promise<void> {
    const many = 1_000;
    for (let from = 0; from < rows.length; from += many) {
      const values = rows
        .slice(from, from + many)
        .map((row) => `(${row.map(literalOf).join(', ')})`);
      await this.connection.run(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
    }
  }

  close(): void {
    this.connection.closeSync();
  }

  async #interruptible<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    signal?.throwIfAborted();
    const interrupt = (): void => this.connection.interrupt();
    signal?.addEventListener('abort', interrupt);
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', interrupt);
    }
  }
}

function cellOf(value: DuckDBValue): SqlCell {
  if (value === null || typeof value !== 'object') return value;
  return value.toString();
}

function literalOf(cell: SqlCell): string {
  if (cell === null) return 'NULL';
  return typeof cell === 'string' ? singleQuoted(cell) : String(cell);
}
