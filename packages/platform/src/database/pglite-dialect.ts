import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type {
  DatabaseConnection,
  DatabaseIntrospector,
  Dialect,
  Driver,
  Kysely,
  QueryCompiler,
  QueryResult,
} from 'kysely';

class PGliteConnection implements DatabaseConnection {
  private readonly engine: PGlite;

  constructor(engine: PGlite) {
    this.engine = engine;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affectedRows = 0 } = await this.engine.query<Row>(sql, [...parameters]);
    return { rows, numAffectedRows: BigInt(affectedRows) };
  }

  // oxlint-disable-next-line require-yield -- the embedded engine has no cursors
  async *streamQuery<Row>(): AsyncGenerator<QueryResult<Row>> {
    throw new Error('PGlite: streaming is not supported');
  }
}

/** One connection, lent to one user at a time: the embedded engine has no second. */
class PGliteDriver implements Driver {
  private readonly engine: PGlite;
  private readonly connection: PGliteConnection;
  private readonly waiting: (() => void)[] = [];
  private lent = false;

  constructor(engine: PGlite) {
    this.engine = engine;
    this.connection = new PGliteConnection(engine);
  }

  async init(): Promise<void> {
    await this.engine.waitReady;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.lent) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.lent = true;
    return this.connection;
  }

  async releaseConnection(): Promise<void> {
    const next = this.waiting.shift();
    // The connection stays lent when it goes straight to the next user.
    if (next === undefined) this.lent = false;
    else next();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.engine.close();
  }
}

/** Kysely on the embedded PostgreSQL. Closing the one closes the other. */
export class PGliteDialect implements Dialect {
  private readonly engine: PGlite;

  constructor(engine: PGlite) {
    this.engine = engine;
  }

  createDriver(): Driver {
    return new PGliteDriver(this.engine);
  }

  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }

  createAdapter(): PostgresAdapter {
    return new PostgresAdapter();
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(database);
  }
}
