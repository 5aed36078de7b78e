import { z } from 'zod';

/** 分 as text: sums may be larger than a number holds. */
const fen = z
  .string()
  .regex(/^\d{1,18}$/)
  .meta({ description: 'Whole fen, as text' });
const optionalFen = fen.nullable();
const day = z.iso.date();
const words = z.string().trim().min(1).max(200);
const longWords = z.string().trim().min(1).max(2000);
const days = z.int().min(1).max(250);
const level = z.enum(['district', 'city']);
const bodies = z.array(words).min(1).max(12);

/** One station of a case's way. */
export const stepJson = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('application'),
    papers: z.array(words).max(30),
    laterPapers: z.array(words).max(30),
    commitment: words,
  }),
  z.strictObject({ kind: z.literal('notice'), workingDays: days }),
  z.strictObject({
    kind: z.literal('review'),
    name: words,
    nameEn: words,
    level,
    bodies,
    workingDays: days.nullable(),
  }),
  z.strictObject({
    kind: z.literal('scoring'),
    body: words,
    level,
    experts: z.int().min(1).max(15),
    passMark: z.int().min(0).max(100),
    workingDays: days.nullable(),
  }),
  z.strictObject({ kind: z.literal('meeting'), name: words, nameEn: words, level, body: words }),
  z.strictObject({ kind: z.literal('joint_document'), level, bodies }),
  z.strictObject({ kind: z.literal('publicity'), workingDays: days }),
  z.strictObject({
    kind: z.literal('claim'),
    workingDays: days.nullable(),
    until: day.nullable(),
    commitment: words,
  }),
  z.strictObject({ kind: z.literal('payment') }),
]);
export type StepJson = z.infer<typeof stepJson>;

export const fundingJson = z.strictObject({
  pool: words,
  year: z.int().min(2000).max(2100),
  shares: z
    .array(
      z.strictObject({ holder: words, part: z.string().regex(/^[1-9]\d{0,8}(\/[1-9]\d{0,8})?$/) }),
    )
    .min(1)
    .max(8),
  advance: words,
  exhaustion: z.enum(['first_come', 'pro_rata', 'queue']),
});

/** A round of a measure, as its department writes it. */
export const programmeRequest = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  title: z.string().trim().min(1).max(80),
  titleEn: z.string().trim().min(1).max(160),
  measure: z.string().min(1).max(200),
  manner: z.enum(['application', 'automatic']),
  lawDate: day.nullable(),
  windowFrom: day,
  windowUntil: day,
  route: z.array(stepJson).min(1).max(20),
  funding: fundingJson,
});
export type ProgrammeRequest = z.infer<typeof programmeRequest>;

export const caseState = z.enum([
  'draft',
  'open',
  'returned',
  'disputed',
  'queued',
  'completed',
  'rejected',
  'waived',
  'withdrawn',
]);
export type CaseState = z.infer<typeof caseState>;

export const programmeJson = programmeRequest.extend({
  measureLabel: z.string(),
  measureLabelEn: z.string(),
  matter: z.string(),
  /** The rules that it was configured by, frozen. */
  contentVersion: z.string(),
  owner: z.string(),
  ownerName: z.string(),
  ownerNameEn: z.string(),
  /** Of the pool that pays it. */
  poolName: z.string(),
  poolNameEn: z.string(),
  state: z.enum(['draft', 'published', 'closed']),
  publishedAt: z.string().nullable(),
  /** Whether it can be applied for today. */
  open: z.boolean(),
  /** Whether the one who asks may change it. */
  mine: z.boolean(),
  /** Cases by state, of those that the one who asks may see. */
  cases: z.partialRecord(caseState, z.number()),
});
export type ProgrammeJson = z.infer<typeof programmeJson>;

export const programmesResponse = z.object({ programmes: z.array(programmeJson) });
export type ProgrammesResponse = z.infer<typeof programmesResponse>;

export const programmeOutcome = z.object({ programme: z.string() });
export const closeRequest = z.strictObject({ reason: longWords });

/** Where a draft departs from its rule: what is wrong, in words. */
export const programmeCheckResponse = z.object({
  faults: z.array(z.object({ code: z.string(), message: z.string(), messageEn: z.string() })),
});
export type ProgrammeCheckResponse = z.infer<typeof programmeCheckResponse>;

export const automaticStanding = z.enum([
  'certain',
  'lacks_one',
  'sum_left_open',
  'lacks_several',
  'not_entitled',
  'excluded',
]);

export const automaticPreviewResponse = z.object({
  counts: z.record(automaticStanding, z.number()),
  certainFen: fen,
  /** The first two hundred that are not simply "no". */
  sample: z.array(
    z.object({
      enterprise: z.string(),
      name: z.string(),
      standing: automaticStanding,
      fen: optionalFen,
      /** The one fact that lacks. */
      fact: z.string().nullable(),
      factLabel: z.string().nullable(),
      factLabelEn: z.string().nullable(),
      because: z.enum(['has_case', 'listed_dishonest', 'same_matter']).nullable(),
    }),
  ),
});
export type AutomaticPreviewResponse = z.infer<typeof automaticPreviewResponse>;

export const automaticOutcome = z.object({ listed: z.number(), asked: z.number(), totalFen: fen });
export const allocationOutcome = z.object({
  served: z.number(),
  waiting: z.number(),
  totalFen: fen,
});

export const caseStep = z.object({
  index: z.number(),
  count: z.number(),
  kind: z.string(),
  name: z.string(),
  nameEn: z.string(),
});

export const caseSummary = z.object({
  id: z.string(),
  programme: z.string(),
  title: z.string(),
  titleEn: z.string(),
  manner: z.enum(['application', 'automatic']),
  enterprise: z.string(),
  enterpriseName: z.string(),
  district: z.string(),
  state: caseState,
  step: caseStep,
  askedFen: optionalFen,
  approvedFen: optionalFen,
  dueOn: day.nullable(),
  /** The deadline is over. */
  late: z.boolean(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  closing: z.object({ because: z.string(), failed: z.array(z.string()) }).nullable(),
});
export type CaseSummary = z.infer<typeof caseSummary>;

export const casesResponse = z.object({ cases: z.array(caseSummary), total: z.number() });
export type CasesResponse = z.infer<typeof casesResponse>;
export const casesQuery = z.object({
  programme: z.string().optional(),
  state: caseState.optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional(),
});

/** A fact as a form asks for it; `id` is the key of its answer (`prior_year(…)` where the rule asks for another year). */
export const askedFact = z.object({
  id: z.string(),
  label: z.string(),
  labelEn: z.string(),
  type: z.string(),
  unit: z.string().nullable(),
  annual: z.boolean(),
  question: z.string(),
  questionEn: z.string(),
  options: z.array(z.object({ label: z.string(), labelEn: z.string() })).nullable(),
});
export type AskedFact = z.infer<typeof askedFact>;

export const taskJson = z.object({
  id: z.string(),
  step: z.number(),
  stepName: z.string(),
  stepNameEn: z.string(),
  round: z.number(),
  organisation: z.string(),
  organisationName: z.string(),
  organisationNameEn: z.string(),
  expert: z.boolean(),
  state: z.enum(['waiting', 'approved', 'rejected', 'returned', 'scored', 'superseded']),
  score: z.number().nullable(),
  amountFen: optionalFen,
  reason: z.string().nullable(),
  failedCondition: z.string().nullable(),
  dueOn: day.nullable(),
  doneAt: z.string().nullable(),
  /** Whether the one who asks may do it now. */
  mine: z.boolean(),
});
export type TaskJson = z.infer<typeof taskJson>;

/** What the rule says about the case by what is known now: each condition beside the facts that it reads. */
export const caseStanding = z.object({
  status: z.enum(['entitled', 'not_entitled', 'undetermined', 'not_in_force']),
  amount: z.object({
    kind: z.string(),
    lowerFen: fen,
    upperFen: optionalFen,
    formula: z.string(),
    formulaEn: z.string(),
  }),
  conditions: z.array(
    z.object({
      text: z.string(),
      says: z.string(),
      saysEn: z.string(),
      outcome: z.enum(['holds', 'fails', 'unknown']),
    }),
  ),
  missing: z.array(askedFact),
  facts: z.array(
    z.object({
      fact: z.string(),
      label: z.string(),
      labelEn: z.string(),
      year: z.number().nullable(),
      /** As people say it. */
      value: z.object({ zh: z.string(), en: z.string() }),
      source: z.string(),
      sourceEn: z.string(),
      asOf: z.string().nullable(),
      disputed: z.boolean(),
    }),
  ),
  quote: z.string(),
  source: z.string(),
});
export type CaseStanding = z.infer<typeof caseStanding>;

export const caseDetail = caseSummary.extend({
  route: z.array(stepJson),
  commitment: z.string().nullable(),
  measure: z.string(),
  lawDate: day,
  contentVersion: z.string(),
  answers: z.record(z.string(), z.unknown()),
  papers: z.array(z.object({ paper: z.string(), attachment: z.string().nullable() })),
  /** The account number is masked. */
  account: z.object({ name: z.string(), bank: z.string(), number: z.string() }).nullable(),
  tasks: z.array(taskJson),
  objections: z.array(
    z.object({
      id: z.string(),
      /** Masked for others than the body that answers, where nobody was signed in. */
      byName: z.string(),
      /** For the body that answers alone. */
      contact: z.string().nullable(),
      words: z.string(),
      at: z.string(),
      upheld: z.boolean().nullable(),
      answer: z.string().nullable(),
    }),
  ),
  standing: caseStanding.nullable(),
  decision: z
    .object({
      id: z.string(),
      amountFen: fen,
      amountBy: z.enum(['rule', 'body']),
      lawDate: day,
      knownAt: z.string(),
      contentVersion: z.string(),
      hash: z.string(),
      /** Where it refuses: who, why, by which conditions, and what the facts say of each. */
      refusal: z
        .object({
          because: z.string(),
          by: z.string(),
          failed: z.array(
            z.object({
              condition: z.string(),
              byFacts: z.enum(['holds', 'fails', 'unknown', 'not_of_rule']),
            }),
          ),
          clause: z.string(),
        })
        .nullable(),
    })
    .nullable(),
  /** What followed from decisions of the case that came out otherwise, the latest first. */
  corrections: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['recovery', 'reduction', 'supplement', 'increase', 'upheld']),
      fen,
      grantedFen: fen,
      reason: z.string(),
      clause: z.string(),
      at: z.string(),
      /** The case whose decision was corrected. */
      case: z.string(),
      /** The case that pays the additional sum. */
      supplementCase: z.string().nullable(),
      recoveries: z.array(z.string()),
    }),
  ),
  payments: z.array(
    z.object({ fen, state: z.string(), orderedAt: z.string(), settledAt: z.string().nullable() }),
  ),
  /** What happened, the latest last. */
  history: z.array(
    z.object({ at: z.string(), who: z.string(), action: z.string(), reason: z.string() }),
  ),
  /** What the one who asks may do now. */
  may: z.array(
    z.enum([
      'confirm',
      'save',
      'submit',
      'complete',
      'withdraw',
      'claim',
      'answer',
      'object',
      'settle',
    ]),
  ),
});
export type CaseDetail = z.infer<typeof caseDetail>;

export const caseOutcome = z.object({ case: z.string(), state: caseState, step: z.number() });
export type CaseOutcome = z.infer<typeof caseOutcome>;

export const startRequest = z.strictObject({ programme: z.string().max(60) });
export const startResponse = z.object({ case: z.string() });

const answers = z.record(z.string().max(100), z.unknown());
const papers = z
  .array(z.strictObject({ paper: words, attachment: z.string().max(200).nullable() }))
  .max(30);
export const accountRequest = z.strictObject({
  name: z.string().trim().min(1).max(140),
  bank: z.string().trim().min(1).max(140),
  number: z.string().regex(/^\d{8,32}$/),
});

export const applicationRequest = z.strictObject({
  answers: answers.optional(),
  papers: papers.optional(),
  account: accountRequest.optional(),
});
export const submitRequest = applicationRequest.extend({ signed: words });
export const claimRequest = z.strictObject({ account: accountRequest, signed: words });
export const withdrawRequest = z.strictObject({ because: longWords });
export const answerRequest = z.strictObject({ answers });
export const objectionRequest = z.strictObject({ byName: words, words: longWords });
export const settleRequest = z.strictObject({
  objection: z.string().max(300),
  upheld: z.boolean(),
  answer: longWords,
  failedCondition: longWords.optional(),
});

export const taskRequest = z.strictObject({
  task: z.string().max(300),
  decision: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('approve'),
      reason: longWords.optional(),
      amountFen: fen.optional(),
    }),
    z.strictObject({ kind: z.literal('reject'), reason: longWords, failedCondition: longWords }),
    z.strictObject({ kind: z.literal('return'), reason: longWords }),
    z.strictObject({
      kind: z.literal('score'),
      score: z.int().min(0).max(100),
      reason: longWords.optional(),
    }),
  ]),
});
export type TaskRequest = z.infer<typeof taskRequest>;

/** What reaching a decision again finds. */
export const decisionFinding = z.object({
  kind: z.enum(['confirmed', 'altered', 'other_rules', 'differs', 'unreadable']),
  parts: z.array(z.string()),
});
export type DecisionFindingJson = z.infer<typeof decisionFinding>;

/** A paper that was handed in. */
export const attachmentResponse = z.object({
  attachment: z.string(),
  name: z.string(),
  bytes: z.number(),
});
export type AttachmentResponse = z.infer<typeof attachmentResponse>;

/** Takes no more than who asks. */
export const confirmRequest = z.strictObject({});

/** Demonstrations only: deadlines are held against this day, as if it were today. */
export const advanceRequest = z.strictObject({ day });
export const advanceResponse = z.object({
  moved: z.number(),
  failed: z.array(z.object({ case: z.string(), code: z.string() })),
});
