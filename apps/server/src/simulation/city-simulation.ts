import { join } from 'node:path';
import { loadCity, Simulator, syntheticCity } from '@luodi/batch';
import type { PlainDate } from '@luodi/kernel';
import type { CityContent } from '../content/city-content.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** How far a population is. */
export interface CityProgress {
  readonly state: 'waiting' | 'generating' | 'loading' | 'ready' | 'failed';
  readonly size: number;
  readonly done: number;
  readonly message: Words | null;
}

export interface CitySimulationOptions {
  readonly content: CityContent;
  /** The profile of the synthetic city: a YAML file. */
  readonly profile: string;
  /** Folder in which populations are kept. */
  readonly cache: string;
  readonly today: () => PlainDate;
  /** Numbers of enterprises, one city after the other: a small one that answers soon, then the large one. */
  readonly sizes?: readonly number[];
}

/** A question that waits or is being answered. */
export interface QuestionInHand {
  readonly signal: AbortSignal;
  /** To be called when it is answered, or will not be. */
  readonly end: () => void;
}

/** Questions in hand at a time: they are answered one after the other, and nobody is to wait for hours behind a crowd. */
export const mostQuestions = 32;

const usualSizes = [100_000, 1_000_000];
const seed = '1';

function words(error: unknown): Words {
  const text = error instanceof Error ? error.message : String(error);
  return { zh: text, en: text };
}

/** Synthetic cities that simulations run on: made in the background from the first question on, each taking the place of the one before. */
export class CitySimulation {
  private readonly options: CitySimulationOptions;
  private readonly stopping = new AbortController();
  private readonly asked = new Map<string, AbortController>();
  /** Who answers each question that waits or is being answered. */
  private readonly inHand = new Map<AbortSignal, Simulator | undefined>();
  /** Those whose place another took, while questions are still theirs. */
  private readonly leaving = new Set<Simulator>();
  private progresses: CityProgress[];
  private current: Simulator | undefined;
  private making: Promise<void> | undefined;

  constructor(options: CitySimulationOptions) {
    this.options = options;
    this.progresses = (options.sizes ?? usualSizes).map((size) => ({
      state: 'waiting',
      size,
      done: 0,
      message: null,
    }));
  }

  get progress(): readonly CityProgress[] {
    return this.progresses;
  }

  /** What answers now; `undefined`: nothing yet. */
  get simulator(): Simulator | undefined {
    return this.current;
  }

  /** Begins to make the cities if nobody has yet. */
  begin(): void {
    this.making ??= this.makeAll();
  }

  /** Ends with every city made, or given up. */
  async settled(): Promise<void> {
    await this.making;
  }

  /**
   * Takes a question of a caller in hand; `undefined` where too many wait already. Its signal ends when the caller is gone; the question
   * before under the same word ends now. A long one gives way to a quick one, not the other way round. Whoever takes one ends it.
   */
  take(client: string | undefined, gone: AbortSignal, isLong = false): QuestionInHand | undefined {
    const words = client === undefined ? [] : [client, `${client} (long)`];
    for (const word of isLong ? words.slice(1) : words)
      this.asked.get(word)?.abort(new Superseded());
    const waiting = [...this.inHand.keys()].filter(({ aborted }) => !aborted).length;
    if (waiting >= mostQuestions) return undefined;
    const mine = new AbortController();
    const word = words[isLong ? 1 : 0];
    if (word !== undefined) this.asked.set(word, mine);
    const signal = AbortSignal.any([mine.signal, gone, this.stopping.signal]);
    this.inHand.set(signal, this.current);
    const end = (): void => {
      this.inHand.delete(signal);
      void this.letGo();
      if (word !== undefined && this.asked.get(word) === mine) this.asked.delete(word);
    };
    return { signal, end };
  }

  async close(): Promise<void> {
    this.stopping.abort(new Superseded());
    await this.making;
    for (const each of [...this.leaving, this.current]) await each?.close();
    this.leaving.clear();
  }

  /** Closes those who leave and answer nothing any more. */
  private async letGo(): Promise<void> {
    const busy = new Set(this.inHand.values());
    for (const each of this.leaving)
      if (!busy.has(each)) {
        this.leaving.delete(each);
        await each.close();
      }
  }

  private tell(size: number, change: Partial<CityProgress>): void {
    this.progresses = this.progresses.map((each) =>
      each.size === size ? { ...each, ...change } : each,
    );
  }

  private async makeAll(): Promise<void> {
    for (const { size } of this.progresses) {
      if (this.stopping.signal.aborted) return;
      try {
        await this.make(size);
      } catch (error) {
        if (!this.stopping.signal.aborted) console.error(`simulation, ${size}:`, error);
        this.tell(size, { state: 'failed', message: words(error) });
      }
    }
  }

  private async make(size: number): Promise<void> {
    const { content, profile, cache, today } = this.options;
    const { signal } = this.stopping;
    const rules = content.evaluator.content;
    this.tell(size, { state: 'generating' });
    const folder = await syntheticCity({
      cache: join(cache, 'simulation'),
      profile,
      content: rules,
      size,
      seed,
      signal,
      onProgress: (done) => this.tell(size, { done }),
    });
    if (!folder.ok) {
      this.tell(size, { state: 'failed', message: folder.error[0]?.message ?? null });
      return;
    }
    this.tell(size, { state: 'loading', done: size });
    const city = await loadCity(folder.value, rules, today(), { signal });
    if (!city.ok) {
      this.tell(size, { state: 'failed', message: city.error[0]?.message ?? null });
      return;
    }
    const before = this.current;
    this.current = new Simulator(city.value, { content: rules, files: content.files });
    this.tell(size, { state: 'ready' });
    if (before !== undefined) this.leaving.add(before);
    await this.letGo();
  }
}

/** The reason of a question that another took the place of. */
class Superseded extends Error {}
