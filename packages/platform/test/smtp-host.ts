import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

/** A mail that was taken: to whom, and as it came. */
export interface TakenMail {
  readonly to: string;
  readonly source: string;
}

/** A small mail host on this machine: takes everything, unless told to answer a recipient otherwise. */
export class SmtpHost {
  readonly taken: TakenMail[] = [];
  /** Answers to the next recipients, one after the other: `451 try later`. */
  answers: string[] = [];
  private readonly server: Server = createServer((socket) => this.talk(socket));
  private readonly sockets = new Set<Socket>();

  async listen(): Promise<URL> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('a port was expected');
    return new URL(`smtp://127.0.0.1:${address.port}`);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => socket.destroy());
    let [rest, to, isData] = ['', '', false];
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 test');
    socket.on('data', (bytes) => {
      rest += bytes.toString('utf8');
      for (;;) {
        const end = rest.indexOf(isData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = rest.slice(0, end);
        rest = rest.slice(end + (isData ? 5 : 2));
        if (isData) {
          this.taken.push({ to, source: line });
          isData = false;
          say('250 taken');
        } else if (/^RCPT TO/iu.test(line)) {
          to = /<(.*)>/u.exec(line)?.[1] ?? '';
          say(this.answers.shift() ?? '250 ok');
        } else if (/^DATA/iu.test(line)) {
          isData = true;
          say('354 go on');
        } else {
          say(/^QUIT/iu.test(line) ? '221 bye' : '250 ok');
        }
      }
    });
  }
}
