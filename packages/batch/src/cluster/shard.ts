import { randomUUID } from 'node:crypto';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import type { ClickHouseClient } from '@clickhouse/client';
import { clickhouseSettings } from '../dialect/index.ts';
import type { ClickHouseSettings } from '../dialect/index.ts';

/** A statement may take as long as it needs; a server that is gone is told by its connection. */
const longestStatement = 7 * 24 * 3600 * 1000;

/** How long the end of a cancelled statement is waited for. */
const killTimeout = 10_000;

/** Thrown where a shard does not do what it was asked: which one, and what it said. */
export class ShardFailure extends Error {
  readonly shard: string;
  /** Whether it could not be reached or went away, rather than refused. */
  readonly unreachable: boolean;

  constructor(shard: string, error: unknown) {
    const words = error instanceof Error ? error.message : String(error);
    super(words === '' && error instanceof Error ? error.name : words.slice(0, 500), {
      cause: error,
    });
    this.shard = shard;
    // 18.16 sends its errors as text: `Code: 60, e.displayText() = …`.
    this.unreachable = !/\bCode: \d+/.test(words) && !(error instanceof Error && 'type' in error);
  }
}

function unescaped(cell: string): string | null {
  if (cell === '\\N') return null;
  const signs: Readonly<Record<string, string>> = {
    t: '\t',
    n: '\n',
    r: '\r',
    b: '\b',
    f: '\f',
    0: '\0',
  };
  return cell.replaceAll(/\\(.)/g, (_, sign: string) => signs[sign] ?? sign);
}

/** A password in an address is nobody's business in messages. */
function shownAddress(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
  } catch {
    return url;
  }
}

/** One server of a cluster, over a connection of its own. */
export class Shard {
  /** The address without user and password. */
  readonly name: string;
  private readonly client: ClickHouseClient;
  private settings: ClickHouseSettings = {};

  private constructor(url: string) {
    this.name = shownAddress(url);
    this.client = createClient({
      url,
      request_timeout: longestStatement,
      log: { level: ClickHouseLogLevel.OFF },
    });
  }

  /** Connects, and finds out which settings the version knows. Throws a {@link ShardFailure}. */
  static async open(url: string): Promise<Shard> {
    let shard: Shard;
    try {
      shard = new Shard(url);
    } catch (error) {
      throw new ShardFailure(shownAddress(url), error);
    }
    const [[version] = []] = await shard.rows('SELECT version()');
    shard.settings = clickhouseSettings(version ?? '');
    return shard;
  }

  /** Runs a statement; once `signal` is given it is ended on the server too. */
  async run(query: string, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const query_id = randomUUID();
    const running = this.client.command({
      query,
      query_id,
      clickhouse_settings: { ...this.settings },
      ...(signal === undefined ? {} : { abort_signal: signal }),
    });
    try {
      await running;
    } catch (error) {
      if (signal?.aborted === true) {
        await this.kill(query_id);
        signal.throwIfAborted();
      }
      throw new ShardFailure(this.name, error);
    }
  }

  /** Closing a connection does not end what runs over it. */
  private async kill(query: string): Promise<void> {
    await this.client
      .command({
        query: `KILL QUERY WHERE query_id = '${query}' SYNC`,
        abort_signal: AbortSignal.timeout(killTimeout),
      })
      .catch(() => undefined);
  }

  /** The rows of a query as text, cell by cell; numbers keep all their digits. */
  async rows(query: string): Promise<readonly (readonly (string | null)[])[]> {
    try {
      const result = await this.client.query({
        query,
        format: 'TabSeparated',
        clickhouse_settings: { ...this.settings },
      });
      const text = await result.text();
      return text
        .split('\n')
        .slice(0, -1)
        .map((line) => line.split('\t').map(unescaped));
    } catch (error) {
      throw new ShardFailure(this.name, error);
    }
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
