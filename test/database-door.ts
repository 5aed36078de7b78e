import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A way to a database server that can be shut, as if the server had stopped, and opened again. */
export interface DatabaseDoor {
  /** Of the database, through the door. */
  readonly url: string;
  open(): Promise<void>;
  /** Cuts everybody off; whoever comes is refused. */
  shut(): Promise<void>;
  /** The next time that a client sends these words they reach the server, and the connection is cut before its answer. */
  cutAfter(words: string): void;
}

/** Passes on what the two sides send, until words come after which the far side is not heard any more. */
function join(near: Socket, far: Socket, isLast: (sent: Buffer) => boolean): void {
  let heard = true;
  near.on('data', (sent: Buffer) => {
    if (isLast(sent)) heard = false;
    far.write(sent);
  });
  far.on('data', (answer: Buffer) => {
    if (heard) near.write(answer);
    else near.destroy();
  });
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('a port was expected');
  return address.port;
}

/** An open door to the server that a URL names. */
export async function doorTo(target: string): Promise<DatabaseDoor> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let lastWords: string | undefined;
  let server: Server | undefined;
  let own = 0;
  const isLast = (sent: Buffer): boolean => {
    const last = lastWords !== undefined && sent.includes(lastWords);
    if (last) lastWords = undefined;
    return last;
  };
  const open = async (): Promise<void> => {
    const opened = createServer((near) => {
      sockets.add(near);
      near.on('close', () => sockets.delete(near));
      join(near, connect(Number(port === '' ? 5432 : port), hostname), isLast);
    });
    server = opened;
    await new Promise<void>((resolve) => opened.listen(own, '127.0.0.1', () => resolve()));
    own = portOf(opened);
  };
  await open();
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(own);
  return {
    url: url.href,
    open,
    shut: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server?.close(() => resolve());
      }),
    cutAfter(words) {
      lastWords = words;
    },
  };
}
