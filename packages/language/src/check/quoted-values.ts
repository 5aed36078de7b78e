import type { Reporter } from '../diagnostic/reporter.ts';
import type { ReadMeasure } from '../policy/read-measure.ts';

export function checkQuotedValues(
  _read: ReadMeasure,
  _allWords: string,
  _reporter: Reporter,
): void {}
