import { z } from 'zod';
import { Temporal, compareDates, fraction } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Measure } from '@luodi/language';
import { checkFunding, fundingSchema, isLevel, levels, sharesByLevel } from './funding.ts';
import type { LevelShare } from './funding.ts';
import { checkRoute, routeSchema } from './route.ts';
import type { RouteFault } from './route.ts';

const date = z.iso.date();

/** A round of a measure, as its department configures it. */
export const programmeSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  title: z.string().trim().min(1).max(80),
  titleEn: z.string().trim().min(1).max(160),
  measure: z.string().min(1).max(200),
  manner: z.enum(['application', 'automatic']),
  /** The day whose law applies; `null`: the day on which a case is submitted or listed. */
  lawDate: date.nullable(),
  windowFrom: date,
  windowUntil: date,
  route: routeSchema,
  funding: fundingSchema,
});

export type ProgrammeDraft = z.infer<typeof programmeSchema>;

/** Where a round does not agree with the rule that it carries out, or with itself. */
export type ProgrammeFault =
  | { readonly code: 'not_a_grant' }
  | { readonly code: 'window_reversed' }
  /** The law's day (or the window) lies outside the validity of the measure. */
  | { readonly code: 'outside_validity'; readonly from: string; readonly until: string | undefined }
  /** The rule fixes another window. */
  | { readonly code: 'outside_window'; readonly opens: string; readonly closes: string }
  | { readonly code: 'route_unsound'; readonly because: RouteFault }
  /** Papers that the rule asks for and no step of the round does. */
  | { readonly code: 'papers_missing'; readonly papers: readonly string[] }
  | { readonly code: 'shares_not_whole' }
  /** What a notice announces for certain cannot be reduced in proportion afterwards. */
  | { readonly code: 'notice_of_scaled_sum' }
  /** The rule says which level bears how much, and the round says otherwise. */
  | { readonly code: 'shares_depart'; readonly rule: readonly LevelShare[] };

function isOutside(day: PlainDate, from: PlainDate, until: PlainDate | undefined): boolean {
  return compareDates(day, from) < 0 || (until !== undefined && compareDates(day, until) > 0);
}

/** The days on which the measure must be in force: the law's day where it is fixed, else the whole window. */
function daysOfLaw(
  { lawDate, windowFrom, windowUntil, manner }: ProgrammeDraft,
  { window }: Measure,
): readonly PlainDate[] {
  if (lawDate !== null) return [Temporal.PlainDate.from(lawDate)];
  // Where the rule fixes its own window, that is what the round is held against.
  if (manner === 'application' && window !== undefined) return [];
  return [windowFrom, windowUntil].map((day) => Temporal.PlainDate.from(day));
}

function papersMissing({ route }: ProgrammeDraft, { papers }: Measure): readonly string[] {
  const asked = new Set(
    route.flatMap((step) =>
      step.kind === 'application' ? [...step.papers, ...step.laterPapers] : [],
    ),
  );
  return papers.filter((paper) => !asked.has(paper));
}

function windowFaults(draft: ProgrammeDraft, measure: Measure): readonly ProgrammeFault[] {
  const { from, until } = measure.validity;
  const opens = Temporal.PlainDate.from(draft.windowFrom);
  const closes = Temporal.PlainDate.from(draft.windowUntil);
  if (compareDates(opens, closes) > 0) return [{ code: 'window_reversed' }];
  const faults: ProgrammeFault[] = [];
  if (daysOfLaw(draft, measure).some((day) => isOutside(day, from, until)))
    faults.push({ code: 'outside_validity', from: from.toString(), until: until?.toString() });
  const { window } = measure;
  if (
    draft.manner === 'application' &&
    window !== undefined &&
    (isOutside(opens, window.opens, window.closes) ||
      isOutside(closes, window.opens, window.closes))
  )
    faults.push({
      code: 'outside_window',
      opens: window.opens.toString(),
      closes: window.closes.toString(),
    });
  return faults;
}

function shareFaults({ funding }: ProgrammeDraft, { shares }: Measure): readonly ProgrammeFault[] {
  if (!checkFunding(funding).ok) return [{ code: 'shares_not_whole' }];
  const rule = shares.flatMap(({ payer, share }): readonly LevelShare[] =>
    isLevel(payer) && share.kind === 'number' ? [{ level: payer, part: share.value }] : [],
  );
  // Shares of a risk between banks and guarantors are no shares of a budget.
  if (rule.length < shares.length || shares.length === 0) return [];
  const planned = sharesByLevel(funding);
  const agrees = levels.every((level) =>
    fraction.equal(
      rule.find((each) => each.level === level)?.part ?? fraction.zero,
      planned.get(level) ?? fraction.zero,
    ),
  );
  return agrees ? [] : [{ code: 'shares_depart', rule }];
}

/** Everything in which a round departs from the rule; nothing means that it can be published. */
export function checkProgramme(draft: ProgrammeDraft, measure: Measure): readonly ProgrammeFault[] {
  const faults: ProgrammeFault[] = [...windowFaults(draft, measure)];
  if (measure.kind !== 'grant') faults.push({ code: 'not_a_grant' });
  for (const because of checkRoute(draft.route, draft.manner))
    faults.push({ code: 'route_unsound', because });
  const papers = draft.manner === 'application' ? papersMissing(draft, measure) : [];
  if (papers.length > 0) faults.push({ code: 'papers_missing', papers });
  // The notice tells everybody a sum for certain, and no document lets it become less afterwards.
  if (draft.manner === 'automatic' && draft.funding.exhaustion === 'pro_rata')
    faults.push({ code: 'notice_of_scaled_sum' });
  return [...faults, ...shareFaults(draft, measure)];
}
