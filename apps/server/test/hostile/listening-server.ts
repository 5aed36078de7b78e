import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstration } from '../../src/identity/identity-settings.ts';
import type { IdentitySettings } from '../../src/identity/identity-settings.ts';
import { startServer } from '../../src/start-server.ts';
import type { Answering } from '../record-app.ts';
import { cityFolder } from '../record-app.ts';

/** A server that really listens, with the content of Hangzhou and its demonstration, and a file beside its pages that is nobody's to read. */
export interface ListeningServer extends Answering {
  readonly address: string;
  /** Sends bytes as they are, without a client that would mend them; what comes back until the other end closes. */
  sendRaw(words: string): Promise<string>;
  close(): Promise<void>;
}

export const secretFile = 'not-for-everybody.txt';
export const secretWords = 'a secret beside the pages';

async function makePages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-hostile-'));
  await mkdir(join(folder, 'dist/assets'), { recursive: true });
  await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>Luodi</title>');
  await writeFile(join(folder, secretFile), secretWords);
  return folder;
}

function sendRaw(address: string, words: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(words));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      answer += text;
    });
    // A server that cuts the line has answered as well.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(answer));
  });
}

/** Starts it on a free port, with everything in memory. */
export async function listeningServer(
  identity: IdentitySettings = demonstration,
): Promise<ListeningServer> {
  const folder = await makePages();
  const started = await startServer({
    host: '127.0.0.1',
    port: 0,
    storage: { kind: 'memory' },
    identity,
    contentFolder: cityFolder,
    webDist: join(folder, 'dist'),
    simulationSizes: [],
  });
  if (!started.ok) throw new Error(started.error.message.en);
  const { address } = started.value;
  return {
    address,
    request: (path, init) => fetch(address + path, init),
    sendRaw: (words) => sendRaw(address, words),
    async close() {
      await started.value.close();
      await rm(folder, { recursive: true });
    },
  };
}
