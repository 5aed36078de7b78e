import type { CodeList, Department, Entity, Fact, Matter } from '../tree/index.ts';
import type { DataNode, Entry } from '../read/data-node.ts';

/** The vocabulary while its files are read; names must be unique over all files. */
export interface VocabularyDraft {
  readonly entities: Map<string, Entity>;
  readonly lists: Map<string, CodeList>;
  readonly matters: Map<string, Matter>;
  readonly facts: Map<string, Fact>;
  readonly factsById: Map<string, Fact>;
  readonly departments: Map<string, Department>;
  /** 推算 as written, resolved when all facts are known. */
  readonly derivations: Map<string, DataNode>;
  /** Facts as written, read when all entities and lists are known. */
  readonly pendingFacts: Entry[];
}

export function emptyDraft(): VocabularyDraft {
  return {
    entities: new Map(),
    lists: new Map(),
    matters: new Map(),
    facts: new Map(),
    factsById: new Map(),
    departments: new Map(),
    derivations: new Map(),
    pendingFacts: [],
  };
}
