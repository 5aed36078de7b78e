import { z } from 'zod';
import { correctionErrorCodes } from './correction-errors.ts';
import { recoveryInterest } from './recovery.ts';

const fen = z
  .string()
  .regex(/^-?\d+$/)
  .meta({ description: 'Whole fen, as text' });
const words = z.object({ zh: z.string(), en: z.string() });
const version = z.string().regex(/^[0-9a-f]{64}$/);

/** Against what decisions are held: the facts held now, or another version of the rules. */
export const changedQuery = z.object({
  basis: z.enum(['facts', 'rules']),
  /** The other version of the rules; only with `rules`. */
  version: version.optional(),
  /** Where the last page ended. */
  after: z.string().max(300).optional(),
});
export const changedWorkbookQuery = changedQuery
  .omit({ after: true })
  .extend({ lang: z.enum(['zh', 'en']).optional() });

const reached = z.object({
  status: z.enum(['entitled', 'not_entitled', 'undetermined', 'not_in_force']),
  /** `exact`, `at_most`, … */
  kind: z.string(),
  lowerFen: fen,
  upperFen: fen.nullable(),
  formula: words,
  /** Conditions that fail, in the rule's words, and why. */
  failed: z.array(z.object({ text: z.string(), because: words })),
});

export const changedDecisionJson = z.object({
  decision: z.string(),
  case: z.string(),
  enterprise: z.string(),
  enterpriseName: z.string(),
  district: z.string(),
  lawDate: z.string(),
  knownAt: z.string(),
  /** How its money stands. */
  standing: z.enum(['paid', 'under_way', 'held', 'refused']),
  /** Whether the rule gave the sum or a body chose it within the rule. */
  amountBy: z.enum(['rule', 'body']),
  grantedFen: fen,
  was: reached,
  now: reached,
  change: z.enum(['same', 'overpaid', 'underpaid', 'room', 'lower_ceiling', 'undecided']),
  /** By how much what was granted is wrong; above zero is too little. `null`: it cannot be said, or only a bound moves. */
  differenceFen: fen.nullable(),
  /** For `room`: how much the body may add at most; `null`: no bound. */
  roomFen: fen.nullable(),
  consequence: z.enum(['recovery', 'reduction', 'supplement', 'increase', 'none', 'wait']),
  facts: z.array(
    z.object({
      fact: z.string(),
      label: words,
      year: z.number().nullable(),
      was: words.nullable(),
      now: words.nullable(),
      source: words.nullable(),
      asOf: z.string().nullable(),
    }),
  ),
  /** Why, in a sentence. */
  because: words,
  finding: z.string(),
  /** It was recorded that the decision stands all the same. */
  upheld: z.object({ reason: z.string(), at: z.string() }).nullable(),
});
export type ChangedDecisionJson = z.infer<typeof changedDecisionJson>;

export const changedDecisionsResponse = z.object({
  looked: z.number(),
  total: z.number(),
  next: z.string().nullable(),
  /** Decisions that these rules cannot reach. */
  unreachable: z.array(z.string()),
  changed: z.array(changedDecisionJson),
  /** In which fields the rule reads otherwise; `null`: it is gone. Empty where facts are compared. */
  rule: z
    .array(
      z.object({ field: z.string(), earlier: z.string().nullable(), later: z.string().nullable() }),
    )
    .nullable(),
  /** Whether the one who asks may act on it. */
  mine: z.boolean(),
  /** The clause that the measure stands in. */
  clause: z.string(),
});
export type ChangedDecisionsResponse = z.infer<typeof changedDecisionsResponse>;

export const correctionRequest = z.strictObject({
  basis: z.enum(['facts', 'rules']),
  version: version.nullable(),
  /** `open`: the money follows; `uphold`: the decision stands all the same. */
  follow: z.enum(['open', 'uphold']),
  decisions: z
    .array(
      z.strictObject({
        decision: z.string().min(1).max(300),
        finding: z.string().regex(/^[0-9a-f]{64}$/),
        /** The additional sum that the body names where the rule only lets it go higher. */
        addFen: z
          .string()
          .regex(/^[1-9]\d{0,17}$/)
          .nullable(),
      }),
    )
    .min(1)
    .max(200),
  reason: z.string().trim().min(1).max(500),
  clause: z.string().trim().min(1).max(200),
  /** Until when money is to be paid back. */
  dueOn: z.iso.date().nullable(),
  /** On what is asked back, where the rule states any. */
  interest: recoveryInterest.nullable().default(null),
});

/** What would be asked back, and on what terms interest would run. */
export const correctionInterestRequest = z.strictObject({
  decisions: z
    .array(
      z.strictObject({
        decision: z.string().min(1).max(300),
        fen: z.string().regex(/^[1-9]\d{0,17}$/),
      }),
    )
    .min(1)
    .max(200),
  interest: recoveryInterest,
});
export const correctionInterestResponse = z.object({
  from: z.string(),
  until: z.string(),
  /** From the first day, counted, to the last, not counted. */
  days: z.number(),
  principalFen: fen,
  interestFen: fen,
  decisions: z.array(z.object({ decision: z.string(), fen, interestFen: fen })),
});
export type CorrectionInterestResponse = z.infer<typeof correctionInterestResponse>;

const kind = z.enum(['recovery', 'reduction', 'supplement', 'increase', 'upheld']);

/** Each decision by itself: what was done, and what was refused and why. */
export const correctionsOutcome = z.object({
  done: z.array(
    z.object({
      decision: z.string(),
      correction: z.string(),
      kind,
      fen,
      grantedFen: fen,
      supplementCase: z.string().nullable(),
    }),
  ),
  refused: z.array(
    z.object({
      decision: z.string(),
      code: z.string().meta({
        description: `Among others ${correctionErrorCodes.map((code) => `\`${code}\``).join(', ')}`,
      }),
      message: z.string(),
      messageEn: z.string(),
    }),
  ),
});
export type CorrectionsOutcome = z.infer<typeof correctionsOutcome>;

export const correctionsResponse = z.object({
  corrections: z.array(
    z.object({
      id: z.string(),
      case: z.string(),
      decision: z.string(),
      successor: z.string().nullable(),
      supplementCase: z.string().nullable(),
      recoveries: z.array(z.string()),
      kind,
      fen,
      grantedFen: fen,
      reason: z.string(),
      clause: z.string(),
      at: z.string(),
      enterprise: z.string(),
      enterpriseName: z.string(),
    }),
  ),
});
export type CorrectionsResponse = z.infer<typeof correctionsResponse>;

export const keptVersionsResponse = z.object({
  versions: z.array(z.object({ version: z.string(), since: z.string(), current: z.boolean() })),
});
export type KeptVersionsResponse = z.infer<typeof keptVersionsResponse>;
