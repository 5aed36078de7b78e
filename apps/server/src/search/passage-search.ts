import { setImmediate } from 'node:timers/promises';
import type { Evaluator } from '@luodi/evaluation';
import { findPassages, indexPassages, passagesOf } from '@luodi/library';
import type { SearchQuestion, SearchResult } from '@luodi/library';
import type { Database } from '@luodi/platform';
import { logText } from '../errors/log-text.ts';

export type SearchState = 'ready' | 'preparing' | 'unavailable';

/** Finds passages of the current version; questions wait until they are all there. */
export interface PassageSearch {
  readonly state: SearchState;
  /** Rejects when the passages could not be made findable or the database does not answer. */
  find(question: SearchQuestion): Promise<SearchResult>;
}

/** Search in the database. What fails is said at once and tried again with the next question. */
export class DatabaseSearch implements PassageSearch {
  private readonly queries: Database['queries'];
  private readonly evaluator: Evaluator;
  private prepared: Promise<void> | undefined;
  private now: SearchState = 'preparing';

  constructor({ queries }: Database, evaluator: Evaluator) {
    this.queries = queries;
    this.evaluator = evaluator;
  }

  get state(): SearchState {
    return this.now;
  }

  /** Makes the passages findable, once; rejects when that fails. */
  prepare(): Promise<void> {
    this.prepared ??= this.index();
    return this.prepared;
  }

  private async index(): Promise<void> {
    const { version } = this.evaluator.content;
    this.now = 'preparing';
    try {
      // Requests that are there already are answered first.
      await setImmediate();
      await indexPassages(this.queries, version, () => passagesOf(this.evaluator));
      this.now = 'ready';
    } catch (error) {
      this.now = 'unavailable';
      this.prepared = undefined;
      console.error('search index:', logText(error));
      throw error;
    }
  }

  async find(question: SearchQuestion): Promise<SearchResult> {
    await this.prepare();
    return findPassages(this.queries, this.evaluator.content.version, question);
  }
}
