import type { Measure } from '@luodi/language';
import type { SimulationOptions } from './simulation.ts';
import type { SimulationContext } from './simulation-context.ts';
import type { DocumentWorld } from './two-worlds.ts';
import { answerAll, payingMeasures, weighWorld } from './world-answers.ts';
import type { Answers } from './world-answers.ts';
import { worthCounted } from './worth-sql.ts';

/** Answers of a measure of the content as it stands, kept for the next question. */
export type StandingAnswers = (measure: Measure) => Promise<Answers | undefined>;

export interface AnsweredWorld extends DocumentWorld {
  readonly table: string;
  readonly ids: readonly string[];
  /** Of the document’s own measures. */
  readonly own: ReadonlyMap<string, Answers>;
  readonly worth: string;
}

/** Tables of answers that no other question needs. */
export class PassingTables {
  private readonly names: string[] = [];

  next(): string {
    const name = `memory.main.compared_${this.names.length}`;
    this.names.push(name);
    return name;
  }

  async drop({ city }: SimulationContext): Promise<void> {
    for (const name of this.names) await city.session.run(`DROP TABLE IF EXISTS ${name}`);
  }
}

/** Counts the steps of a comparison. */
export class Steps {
  private done = 0;
  private readonly steps: number;
  private readonly tell: SimulationOptions['onProgress'];

  constructor(steps: number, tell: SimulationOptions['onProgress']) {
    this.steps = steps;
    this.tell = tell;
    tell?.(0, steps);
  }

  next(): void {
    this.done++;
    this.tell?.(Math.min(this.done, this.steps), this.steps);
  }
}

export interface Asked {
  readonly context: SimulationContext;
  readonly standing: StandingAnswers;
  readonly tables: PassingTables;
  readonly steps: Steps;
}

/** Asks the document of a world and all that stand in its way. */
export async function answerWorld(
  world: DocumentWorld,
  rivals: ReadonlySet<string>,
  { context, standing, tables, steps }: Asked,
): Promise<AnsweredWorld> {
  const own = new Set(world.measures.map(({ id }) => id));
  const asked = payingMeasures(world.content, context).filter(({ id }) => rivals.has(id));
  const ids = asked.map(({ id }) => id).sort();
  const answers = new Map<string, Answers>();
  for (const measure of asked) {
    const found = own.has(measure.id)
      ? await answerAll(measure, tables.next(), context)
      : await standing(measure);
    if (found !== undefined) answers.set(measure.id, found);
    steps.next();
  }
  const table = tables.next();
  await weighWorld(table, ids, answers, world.content, context);
  steps.next();
  const ownAnswers = new Map([...answers].filter(([id]) => own.has(id)));
  const numbers = ids.flatMap((id, index) => (own.has(id) ? [index] : []));
  const worth = worthCounted([...ownAnswers.values()], table, numbers);
  return { ...world, table, ids, own: ownAnswers, worth };
}
