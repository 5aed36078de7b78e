import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clusterName, serverConfig, usersConfig } from './clickhouse-config.ts';
import type { ServerPlace } from './clickhouse-config.ts';
import { findExecutable } from './executable.ts';
import { freePorts } from './free-ports.ts';

const startLimitMs = 30_000;

/** How one shard is reached: over HTTP at `url`, by other servers at `host` and `tcpPort`. */
export interface ShardAddress {
  readonly url: string;
  readonly host: string;
  readonly httpPort: number;
  readonly tcpPort: number;
}

export interface ClickHouseCluster {
  /** The name of the cluster in the servers' configuration. */
  readonly name: string;
  /** One server for each shard, in the order of the shards. */
  readonly addresses: readonly ShardAddress[];
  /** The ids of the servers that run. */
  processes(): readonly number[];
  /** Ends the server of the shard (from 0) at once, as a failing machine would; its data stay. */
  killShard(index: number): Promise<void>;
  /** Starts the server of a killed shard again, on the same port and data. */
  reviveShard(index: number): Promise<void>;
  /** Ends all servers and removes their data. */
  stop(): Promise<void>;
}

/** Why no ClickHouse can be started here, or `undefined` if one can. */
export function clickHouseMissing(): string | undefined {
  return serverFile() === undefined
    ? 'there is no clickhouse-server here; install the Debian package of this name'
    : undefined;
}

function serverFile(): string | undefined {
  return findExecutable('clickhouse-server', ['/usr/sbin', '/usr/bin']);
}

class Shard {
  readonly place: ServerPlace;
  readonly #file: string;
  #process: ChildProcess | undefined;
  readonly #killOnExit = () => this.#process?.kill('SIGKILL');

  constructor(place: ServerPlace, file: string) {
    this.place = place;
    this.#file = file;
  }

  get address(): ShardAddress {
    const { httpPort, tcpPort } = this.place;
    return { url: `http://127.0.0.1:${httpPort}`, host: '127.0.0.1', httpPort, tcpPort };
  }

  get processId(): number | undefined {
    return this.#process?.pid;
  }

  async configure(cluster: readonly ServerPlace[]): Promise<void> {
    const { folder } = this.place;
    for (const name of ['data', 'tmp', 'files', 'schemas'])
      await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, 'config.xml'), serverConfig(this.place, cluster));
    await writeFile(join(folder, 'users.xml'), usersConfig);
  }

  async start(): Promise<void> {
    const { folder } = this.place;
    const server = spawn(this.#file, [`--config-file=${join(folder, 'config.xml')}`], {
      cwd: folder,
      stdio: 'ignore',
    });
    this.#process = server;
    process.on('exit', this.#killOnExit);
    const limit = Date.now() + startLimitMs;
    while (!(await this.#answers())) {
      if (server.exitCode !== null || server.signalCode !== null || Date.now() > limit) {
        const log = await readFile(join(folder, 'error.log'), 'utf8').catch(() => '');
        await this.kill();
        throw new Error(`clickhouse-server did not start:\n${log.slice(-2000)}`);
      }
      await pause(50);
    }
  }

  async #answers(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.address.url}/ping`, {
        signal: AbortSignal.timeout(1000),
      });
      await answer.text();
      return true;
    } catch {
      return false;
    }
  }

  async kill(): Promise<void> {
    const server = this.#process;
    this.#process = undefined;
    process.off('exit', this.#killOnExit);
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  }
}

/**
 * Starts one server for each shard on free loopback ports, with data in a new temporary folder, and waits until
 * all answer. Throws with the server's own log if one does not.
 */
export async function startClickHouseCluster(shardCount = 2): Promise<ClickHouseCluster> {
  const file = serverFile();
  if (file === undefined) throw new Error(clickHouseMissing());
  const folder = await mkdtemp(join(tmpdir(), 'luodi-clickhouse-'));
  const ports = await freePorts(2 * shardCount);
  const shards = Array.from({ length: shardCount }, (_, index) => {
    const place = {
      folder: join(folder, `shard${index + 1}`),
      httpPort: ports[2 * index]!,
      tcpPort: ports[2 * index + 1]!,
    };
    return new Shard(place, file);
  });
  const stop = async () => {
    await Promise.all(shards.map((shard) => shard.kill()));
    await rm(folder, { recursive: true, force: true });
  };
  const numbered = (index: number): Shard => {
    const shard = shards[index];
    if (shard === undefined) throw new Error(`there is no shard ${index}`);
    return shard;
  };
  try {
    await Promise.all(shards.map((shard) => shard.configure(shards.map(({ place }) => place))));
    await Promise.all(shards.map((shard) => shard.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    name: clusterName,
    addresses: shards.map(({ address }) => address),
    processes: () => shards.flatMap(({ processId }) => processId ?? []),
    killShard: (index) => numbered(index).kill(),
    reviveShard: (index) => numbered(index).start(),
    stop,
  };
}
