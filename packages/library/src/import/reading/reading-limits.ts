import { importRefusal } from '../import-refusal.ts';
import type { ImportRefusal } from '../import-refusal.ts';

/** How much one file may cost. Sizes in bytes unless named otherwise. */
export interface ReadingLimits {
  readonly file: number;
  /** All parts of a packed file together, once unpacked. */
  readonly unpacked: number;
  /** Unpacked size over packed size of one part, looked at from a megabyte on. */
  readonly ratio: number;
  readonly parts: number;
  readonly pages: number;
  readonly characters: number;
  readonly lines: number;
  readonly milliseconds: number;
}

const megabyte = 1024 * 1024;

export const readingLimits: ReadingLimits = {
  file: 30 * megabyte,
  unpacked: 200 * megabyte,
  ratio: 200,
  parts: 5000,
  pages: 2000,
  characters: 5_000_000,
  lines: 200_000,
  milliseconds: 60_000,
};

/** What a reader asks from time to time: may it go on? Throws `Stopped` when not. */
export interface Watch {
  check(): void;
}

/** Leaves the depths of a reader; caught where the file was opened. */
export class Stopped extends Error {
  readonly refusal: ImportRefusal;

  constructor(refusal: ImportRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Ends the work when its time is up or its owner has cancelled it. */
export function startWatch(limits: ReadingLimits, signal: AbortSignal | undefined): Watch {
  const deadline = performance.now() + limits.milliseconds;
  return {
    check() {
      if (signal?.aborted === true) throw new Stopped(importRefusal('cancelled'));
      if (performance.now() > deadline) throw new Stopped(importRefusal('too_slow'));
    },
  };
}
