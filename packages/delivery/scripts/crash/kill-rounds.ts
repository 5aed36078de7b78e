import { spawn } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Where the data are: a folder, or a PostgreSQL server. */
export interface Place {
  readonly kind: 'folder' | 'server';
  readonly path: string;
}

/** What the rounds came to. */
export interface Survived {
  readonly rounds: number;
  /** Commands that were answered. */
  readonly answered: number;
  /** What was wrong after a crash. */
  readonly damage: readonly string[];
}

const worker = fileURLToPath(new URL('../crash-worker.ts', import.meta.url));
const lineSchema = z.union([
  z.object({ damage: z.array(z.string()) }),
  z.object({ key: z.string(), outcome: z.string() }),
]);

interface Life {
  readonly answered: number;
  readonly damage: readonly string[];
}

/** When a process is killed: some milliseconds after it has answered so many commands. */
interface Death {
  readonly answers: number;
  readonly milliseconds: number;
}

/**
 * Lets a process work on the data and kills it with SIGKILL.
 *
 * @param life Its number; 0 fills the empty database and ends by itself.
 */
function live(place: Place, record: string, life: number, death: Death): Promise<Life> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', worker, place.kind, place.path, record, String(life)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let answered = 0;
  let damage: readonly string[] | undefined;
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = lineSchema.parse(JSON.parse(text));
    if ('damage' in line) damage = line.damage;
    else {
      answered += 1;
      appendFileSync(record, `${text}\n`);
    }
    if (answered === death.answers) setTimeout(() => child.kill('SIGKILL'), death.milliseconds);
  });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const ended = life === 0 ? code === 0 : code === null;
      const trouble = ended ? [] : [`the process ended by itself with ${code}`];
      resolve({ answered, damage: [...(damage ?? []), ...trouble] });
    });
  });
}

/**
 * Rounds of work, each ended by SIGKILL at a random instant, and a check of the data at the beginning of the next.
 *
 * @param record A file that keeps what was answered.
 */
export async function killRounds(
  place: Place,
  record: string,
  rounds: number,
  report: (round: number, answered: number) => void = () => {},
): Promise<Survived> {
  writeFileSync(record, '');
  const seeded = await live(place, record, 0, { answers: 0, milliseconds: 0 });
  let answered = 0;
  const damage = [...seeded.damage];
  for (let round = 1; round <= rounds + 1 && damage.length === 0; round += 1) {
    // The last life only looks for damage.
    const upTo = (bound: number) => (round > rounds ? 0 : Math.floor(Math.random() * bound));
    const death = { answers: upTo(30), milliseconds: upTo(100) };
    const lived = await live(place, record, round, death);
    answered += lived.answered;
    damage.push(...lived.damage.map((words) => `round ${round}: ${words}`));
    report(round, answered);
  }
  return { rounds, answered, damage };
}
