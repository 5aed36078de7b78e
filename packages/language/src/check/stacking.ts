import { compareDates } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import type { Measure, PolicyDocument } from '../tree/index.ts';
import { measuresOf } from '../tree/measures-of.ts';

interface Placed {
  readonly measure: Measure;
  readonly document: PolicyDocument;
}

function overlap(a: Measure, b: Measure): boolean {
  const begins = (one: Measure, other: Measure) =>
    other.validity.until === undefined ||
    compareDates(one.validity.from, other.validity.until) <= 0;
  return begins(a, b) && begins(b, a);
}

function names(one: Measure, other: Measure): boolean {
  const { excludes, addsTo, topsUp } = one.stacking;
  return excludes.includes(other.id) || addsTo.includes(other.id) || topsUp === other.id;
}

/** Whether something says how two measures of one matter go together. */
function settled(a: Placed, b: Placed): boolean {
  if (a.document.stacking === 'best_of_matter' || b.document.stacking === 'best_of_matter')
    return true;
  return names(a.measure, b.measure) || names(b.measure, a.measure);
}

function checkAgainst(placed: Placed, others: readonly Placed[], reporter: Reporter): void {
  const { measure } = placed;
  const open = others.find(
    (other) => overlap(measure, other.measure) && !settled(placed, other),
  )?.measure;
  if (open === undefined) return;
  const message = `与“${open.name}”同属事项“${measure.matter}”、同时有效，没有写明怎样叠加`;
  const related = [{ message: open.name, span: open.span }];
  reporter.report('noStackingRule', measure.span, message, { related });
}

/** Two payments of one matter that are in force on one day need a rule for how they go together. */
export function checkStacking(documents: readonly PolicyDocument[], reporter: Reporter): void {
  const byMatter = new Map<string, Placed[]>();
  for (const document of documents) {
    // Nobody gets anything under a draft or a commentary.
    if (document.status !== 'final') continue;
    for (const measure of measuresOf(document)) {
      if (measure.kind !== 'grant' && measure.kind !== 'relief') continue;
      const others = byMatter.get(measure.matter) ?? [];
      byMatter.set(measure.matter, others);
      checkAgainst({ measure, document }, others, reporter);
      others.push({ measure, document });
    }
  }
}
