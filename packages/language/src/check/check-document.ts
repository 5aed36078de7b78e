import type { Reporter } from '../diagnostic/reporter.ts';
import type { PolicyDocument, Vocabulary } from '../tree/index.ts';
import { measuresOf } from '../tree/measures-of.ts';
import { checkMeasureKind } from './measure-kind.ts';
import { checkTiers } from './tiers.ts';

/** Checks the rules of one document, as far as they can be judged by themselves. */
export function checkDocument(
  document: PolicyDocument,
  vocabulary: Vocabulary,
  reporter: Reporter,
): void {
  for (const measure of measuresOf(document)) {
    checkTiers(measure, vocabulary, reporter);
    checkMeasureKind(measure, reporter);
  }
}
