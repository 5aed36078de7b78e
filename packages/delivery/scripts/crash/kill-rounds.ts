import { spawn } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { bundleWorker } from './bundle-worker.ts';
import type { WorkerProgram } from './bundle-worker.ts';
import { lineSchema, textOf } from './line.ts';

/** Where the data are: a folder, or a PostgreSQL server. */
interface Place {
  readonly kind: 'folder' | 'server';
  readonly path: string;
}

/** What the rounds came to. */
export interface Survived {
  readonly rounds: number;
  /** Commands that were answered. */
  readonly answered: number;
  /** Commands that were refused, by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** How things stand at the end: cases, payments and commands of each kind. */
  readonly tally: Readonly<Record<string, number>>;
  /** What was wrong after a crash. */
  readonly damage: readonly string[];
}

interface Life {
  readonly what: 'seed' | 'work' | 'look';
  readonly number: number;
  /** Milliseconds after so many answers; or, without a number of answers, after the process was started. */
  readonly death?: Death;
}

interface Death {
  readonly answers: number | undefined;
  readonly milliseconds: number;
}

class Rounds {
  private readonly worker: WorkerProgram;
  private readonly place: Place;
  private readonly record: string;
  answered = 0;
  readonly refused: Record<string, number> = {};
  readonly damage: string[] = [];
  tally: Readonly<Record<string, number>> = {};

  constructor(worker: WorkerProgram, place: Place, record: string) {
    this.worker = worker;
    this.place = place;
    this.record = record;
  }

  /** Lets a process work on the data and kills it with SIGKILL, or waits for its end. */
  live({ what, number, death }: Life): Promise<void> {
    const { kind, path } = this.place;
    const child = spawn(
      process.execPath,
      [this.worker.path, kind, path, this.record, what, String(number)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const kill = () => setTimeout(() => child.kill('SIGKILL'), death?.milliseconds);
    if (death !== undefined && death.answers === undefined) kill();
    let answers = 0;
    createInterface({ input: child.stdout }).on('line', (text) => {
      const answersBefore = answers;
      answers += this.take(text, number);
      if (
        death?.answers !== undefined &&
        answers >= death.answers &&
        answersBefore <= death.answers
      )
        kill();
    });
    return new Promise((resolve) => {
      child.once('close', (code) => {
        if (death === undefined ? code !== 0 : code !== null)
          this.damage.push(`round ${number}: the process ended by itself with ${code}`);
        resolve();
      });
    });
  }

  /** Takes what a process says; how many answers that is. */
  private take(text: string, number: number): 0 | 1 {
    const line = lineSchema.parse(JSON.parse(text));
    if ('damage' in line)
      this.damage.push(...line.damage.map((words) => `round ${number}: ${words}`));
    else if ('tally' in line) this.tally = line.tally;
    else appendFileSync(this.record, `${textOf(line)}\n`);
    if ('refused' in line) this.refused[line.code] = (this.refused[line.code] ?? 0) + 1;
    if (!('answered' in line)) return 0;
    this.answered += 1;
    return 1;
  }
}

/** Most die while they work; every tenth before it has said anything, while it opens the database. */
function someDeath(busy: number): Death {
  const upTo = (bound: number) => Math.floor(Math.random() * bound);
  return upTo(10) === 0
    ? { answers: undefined, milliseconds: upTo(2_000) }
    : { answers: upTo(busy), milliseconds: upTo(100) };
}

/**
 * Rounds of work, each ended by SIGKILL at a random instant, and a check of the data at the beginning of the next.
 *
 * @param record A file that keeps what was answered.
 * @param busy A process answers at most so many commands before it is killed.
 */
export async function killRounds(
  place: Place,
  record: string,
  { rounds, busy }: { readonly rounds: number; readonly busy: number },
  report: (round: number, answered: number) => void = () => {},
): Promise<Survived> {
  writeFileSync(record, '');
  const worker = await bundleWorker();
  const all = new Rounds(worker, place, record);
  const { damage } = all;
  try {
    await all.live({ what: 'seed', number: 0 });
    for (let number = 1; number <= rounds && damage.length === 0; number += 1) {
      await all.live({ what: 'work', number, death: someDeath(busy) });
      report(number, all.answered);
    }
    if (damage.length === 0) await all.live({ what: 'look', number: rounds + 1 });
  } finally {
    await worker.remove();
  }
  const { answered, refused, tally } = all;
  return { rounds, answered, refused, tally, damage };
}
