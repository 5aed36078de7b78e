import { z } from 'zod';

const strings = z.array(z.string());
const fen = z.int().meta({ description: 'Fen (CNY 0.01)' });
const day = z.string().meta({ description: 'YYYY-MM-DD' });
const factIds = strings.meta({
  description: 'Fact ids, with their aspect: prior_year(annual_rd_expenditure)',
});

const measureStatus = z.enum(['entitled', 'not_entitled', 'undetermined', 'not_in_force']);
export const measureKind = z.enum(['grant', 'relief', 'limit', 'obligation', 'decision']);

const amount = z
  .strictObject({
    kind: z.enum(['exact', 'at_most', 'at_least', 'discretionary', 'by_reference', 'none']),
    fen: fen.nullable(),
    formula: z.string(),
    formulaEn: z.string(),
    lowerFen: fen,
    upperFen: fen.nullable(),
  })
  .meta({ id: 'Amount' });

const gap = z
  .strictObject({
    fact: z.string(),
    by: z.string(),
    byEn: z.string(),
    limit: z.string(),
    limitEn: z.string(),
    direction: z.enum(['short', 'over']),
  })
  .meta({ id: 'Gap' });

const failed = z
  .strictObject({
    kind: z.enum(['condition', 'exclusion', 'amount', 'one_off', 'nothing_to_pay']),
    text: z.string(),
    because: z.string(),
    becauseEn: z.string(),
    facts: factIds,
    gaps: z.array(gap),
  })
  .meta({ id: 'FailedCondition' });

const step = z
  .strictObject({
    kind: z.enum(['validity', 'condition', 'exclusion', 'one_off', 'amount', 'item']),
    text: z.string(),
    says: z.string(),
    saysEn: z.string(),
    outcome: z.enum(['holds', 'fails', 'unknown', 'value']),
    facts: factIds,
    get children() {
      return z.array(step);
    },
  })
  .meta({ id: 'TraceStep' });

export const openReading = z
  .strictObject({ words: z.string(), reading: z.string(), reason: z.string() })
  .meta({
    id: 'OpenReading',
    description: 'Words that can be read in two ways, and the reading chosen',
  });
export const validity = z.strictObject({ from: day, until: day.nullable() });
export const applicationWindow = z.strictObject({ opens: day, closes: day });

const measureResult = z
  .strictObject({
    measure: z.string(),
    label: z.string(),
    labelEn: z.string(),
    summaryEn: z.string(),
    document: z.string().nullable(),
    documentTitle: z.string().nullable(),
    documentTitleEn: z.string().nullable(),
    clause: z.string(),
    kind: measureKind,
    matter: z.string(),
    subject: z.string(),
    status: measureStatus,
    amount,
    failed: z.array(failed),
    missing: factIds,
    missingLabels: strings,
    missingLabelsEn: strings,
    assumptions: strings,
    assumptionsEn: strings,
    used: factIds,
    items: z.array(
      z.strictObject({
        label: z.string(),
        status: measureStatus,
        amount,
        failed: z.array(failed),
        missing: factIds,
      }),
    ),
    departments: strings,
    papers: strings,
    channel: z.string().nullable(),
    validity,
    window: applicationWindow.optional(),
    openReadings: z.array(openReading),
    quote: z.string(),
    source: z.string(),
    trace: z.array(step).optional(),
  })
  .meta({ id: 'MeasureResult' });

const best = z
  .strictObject({
    total: z.strictObject({ exactFen: fen, upperBoundFen: fen }),
    chosen: strings,
    setAside: z.array(
      z.strictObject({
        measure: z.string(),
        because: z.string(),
        becauseEn: z.string(),
        kind: z.string(),
      }),
    ),
    counted: z.array(
      z.strictObject({
        measure: z.string(),
        exactFen: fen,
        upperBoundFen: fen,
        because: z.string().optional(),
        becauseEn: z.string().optional(),
      }),
    ),
    openAbove: strings,
    withoutFigure: strings,
  })
  .meta({ id: 'BestCombination' });

const question = z
  .strictObject({
    fact: z.string(),
    label: z.string(),
    labelEn: z.string(),
    question: z.string(),
    questionEn: z.string(),
    decides: z.strictObject({
      measures: z.int(),
      settles: z.int(),
      upperFen: fen,
      unboundedMeasures: z.int(),
    }),
    measures: strings,
  })
  .meta({ id: 'Question' });

/** `POST /api/match`, the same document as `luodi match --json`. */
export const matchResponse = z
  .strictObject({
    date: day,
    contentVersion: z.string(),
    results: z.array(measureResult),
    best,
    undecided: z.strictObject({ measures: strings, upperFen: fen, openMeasures: strings }),
    nearMisses: z.array(
      z.strictObject({
        measure: z.string(),
        met: z.int(),
        unmet: z.int(),
        lacking: strings,
        lackingEn: strings,
      }),
    ),
    next: z.array(question),
  })
  .meta({ id: 'Match' });

/** `POST /api/ask` */
export const askResponse = z
  .strictObject({
    date: day,
    contentVersion: z.string(),
    next: z.array(question),
    questions: z.int().meta({ description: 'How many there are in all' }),
  })
  .meta({ id: 'Questions' });

/** `POST /api/explain` */
export const explainResponse = z
  .strictObject({
    date: day,
    contentVersion: z.string(),
    result: measureResult,
    explanation: strings,
    explanationEn: strings,
    text: z.string(),
  })
  .meta({ id: 'Explanation' });
