import { z } from 'zod';
import { validity } from './match.ts';

const fen = z.int().meta({ description: 'Fen (CNY 0.01)' });
const count = z.int().meta({ description: 'Enterprises' });
const day = z.string().meta({ description: 'YYYY-MM-DD' });
const strings = z.array(z.string());

const words = { zh: z.string(), en: z.string() };
const bilingual = z.strictObject(words);

/** What the figures are counted on. */
const population = z
  .strictObject({
    title: z.string(),
    titleEn: z.string(),
    synthetic: z
      .boolean()
      .meta({ description: 'true: nobody in it exists; say so beside every figure' }),
    size: z.int().meta({ description: 'Enterprises that were counted' }),
    standsFor: z.int().meta({
      description:
        'Enterprises of the whole city. All counts and sums of answers are already multiplied by standsFor ÷ size, cut down to whole ones',
    }),
    seed: z.string(),
    day: day.meta({ description: 'The day that its facts are of, YYYY-MM-DD' }),
  })
  .meta({ id: 'SimulationPopulation' });
export type SimulationPopulation = z.infer<typeof population>;

const progress = z.strictObject({
  state: z.enum(['waiting', 'generating', 'loading', 'ready', 'failed']),
  size: z.int(),
  done: z.int().meta({ description: 'Enterprises generated so far' }),
  message: bilingual.nullable().meta({ description: 'Why it failed' }),
});

export const parameterKinds = [
  'rate',
  'threshold',
  'cap',
  'amount',
  'validity',
  'stacking',
] as const;

const slider = z
  .strictObject({
    min: z.number(),
    max: z.number(),
    step: z.number(),
    value: z.number(),
    decimals: z.int().meta({ description: 'Decimal places to write a value with' }),
    unit: z.string().meta({ description: 'Write a value as number and unit: `6%`, `300万元`' }),
  })
  .meta({ id: 'ParameterRange' });

const parameter = z
  .strictObject({
    id: z.string().meta({ description: 'Unique within its measure', example: 'rate-1' }),
    kind: z.enum(parameterKinds),
    value: z.string().meta({ description: 'As the rule has it now', example: '5%' }),
    words: z.string().meta({
      description: 'The expression of the rule that it stands in; of stacking and validity the key',
    }),
    start: z
      .int()
      .nullable()
      .meta({ description: 'Where in `words` the value begins; null: not in them' }),
    label: z.string(),
    labelEn: z.string(),
    range: slider.nullable().meta({ description: 'null: dates and choices' }),
    choices: z
      .array(z.strictObject({ value: z.string(), label: z.string(), labelEn: z.string() }))
      .nullable()
      .meta({ description: 'The values of a choice (stacking); null: free' }),
  })
  .meta({ id: 'SimulationParameter' });
export type SimulationParameter = z.infer<typeof parameter>;

const adjustable = z
  .strictObject({
    measure: z.string(),
    label: z.string(),
    labelEn: z.string(),
    document: z.string(),
    documentTitle: z.string(),
    documentTitleEn: z.string(),
    clause: z.string(),
    quote: z.string(),
    matter: z.string(),
    validity,
    parameters: z.array(parameter),
  })
  .meta({ id: 'AdjustableMeasure' });
export type AdjustableMeasure = z.infer<typeof adjustable>;

/** `GET /api/simulation`: the first call starts the making of a population in the background. */
export const simulationResponse = z
  .strictObject({
    population: population
      .nullable()
      .meta({ description: 'What is answered from now; null: none is ready' }),
    progress: z.array(progress).meta({
      description:
        'Populations in the making, the one answered from included; poll until all are ready',
    }),
    measures: z
      .array(adjustable)
      .meta({ description: 'Grants and reliefs, whether or not in force today' }),
    documents: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          titleEn: z.string(),
          draft: z.boolean(),
          draftOf: z
            .string()
            .nullable()
            .meta({ description: 'Id of the document that it is a draft of' }),
        }),
      )
      .meta({ description: 'Documents with money measures, for comparing two' }),
  })
  .meta({ id: 'Simulation' });
export type SimulationResponse = z.infer<typeof simulationResponse>;

const asked = {
  date: z
    .string()
    .optional()
    .meta({ description: 'YYYY-MM-DD; today in China if left out', example: '2026-11-21' }),
  budget: z
    .string()
    .optional()
    .meta({ description: 'Money set aside for a year', example: '5亿元' }),
  client: z.string().max(64).optional().meta({
    description:
      'Any word of the caller’s own (one a browser tab): a new question ends the one before it under the same word, which is then refused as simulation_superseded',
  }),
};

/** `POST /api/simulation/run` */
export const simulationRunRequest = z
  .strictObject({
    changes: z
      .array(
        z.strictObject({
          measure: z.string().min(1),
          parameter: z.string().min(1).meta({ example: 'rate-1' }),
          value: z.string().min(1).meta({ example: '6%' }),
        }),
      )
      .min(1)
      .max(32),
    ...asked,
    marginal: z.boolean().optional().meta({
      description:
        'With what a step of every parameter costs, which takes longer: leave it out while a slider moves. Under the same client word it gives way to a question without',
    }),
    quick: z.boolean().optional().meta({
      description:
        'For a slider: leaves out the interaction where best combinations have to be searched enterprise by enterprise (interactionLater)',
    }),
  })
  .meta({ id: 'SimulationRunRequest' });
export type SimulationRunRequest = z.infer<typeof simulationRunRequest>;

/** `POST /api/simulation/compare` */
export const simulationCompareRequest = z
  .strictObject({
    earlier: z.string().min(1).meta({ example: 'hz-producer-services-draft' }),
    later: z.string().min(1).meta({ example: 'hz-producer-services-2024' }),
    ...asked,
  })
  .meta({ id: 'SimulationCompareRequest' });
export type SimulationCompareRequest = z.infer<typeof simulationCompareRequest>;

/** Characters of a draft: more than any document of the library has. */
const longestDraft = 300_000;

/** `POST /api/simulation/draft` */
export const simulationDraftRequest = z
  .strictObject({
    text: z.string().min(1).max(longestDraft).meta({ description: 'A policy file' }),
    vocabulary: z
      .string()
      .max(longestDraft)
      .optional()
      .meta({ description: 'A vocabulary file with the facts and matters that it adds' }),
    against: z.string().min(1).optional().meta({
      description:
        'Id of the document that it replaces; left out: the one of its own id, if there is one',
    }),
    ...asked,
  })
  .meta({ id: 'SimulationDraftRequest' });

const standing = z
  .strictObject({
    entitled: count,
    undetermined: count.meta({ description: 'Enterprises whose answer hangs on missing facts' }),
    certainFen: fen.meta({
      description: 'Owed whatever is decided within the words: exact sums and floors',
    }),
    upToFen: fen.meta({ description: 'With every ceiling reached; contains certainFen' }),
    openAbove: count.meta({
      description: 'Entitled to a sum without an upper end, counted by what is known',
    }),
    undecidedUpToFen: fen.meta({ description: 'What the undetermined can add at most' }),
  })
  .meta({ id: 'SimulatedStanding' });
export type SimulatedStanding = z.infer<typeof standing>;

const sides = { before: standing, after: standing };

const moved = {
  newcomers: count.meta({ description: 'Entitled only after' }),
  winners: count.meta({ description: 'Entitled before and after, to more' }),
  losers: count.meta({ description: 'Entitled before and after, to less' }),
  droppedOut: count.meta({ description: 'Entitled only before' }),
};

const movement = z
  .strictObject({
    ...moved,
    unchanged: count.meta({ description: 'Entitled before and after, to the same' }),
    gainedFen: fen.meta({
      description: 'By newcomers and winners, each by what it can get at most',
    }),
    lostFen: fen.meta({ description: 'By losers and those dropped out, not negative' }),
    bands: z.array(
      z
        .strictObject({
          fromFen: fen.meta({ description: 'Gain or loss of more than this' }),
          toFen: fen.nullable().meta({ description: 'and up to this; null: no end' }),
          ...moved,
          gainedFen: fen,
          lostFen: fen,
        })
        .meta({ id: 'GainBand' }),
    ),
  })
  .meta({ id: 'SimulatedMovement' });

const group = z
  .strictObject({ name: z.string(), nameEn: z.string(), ...sides, ...moved })
  .meta({ id: 'SimulatedGroup' });
export type SimulatedGroup = z.infer<typeof group>;

const groups = z.strictObject({
  district: z.array(group),
  industry: z.array(group),
  size: z.array(group),
});

const counted = z.strictObject({ enterprises: count, certainFen: fen, upToFen: fen });

const interaction = z
  .strictObject({
    measures: z.array(
      z.strictObject({
        measure: z.string(),
        label: z.string(),
        labelEn: z.string(),
        document: z.string(),
        changed: z.boolean(),
        before: counted.meta({
          description: 'What of it counts beside the others (从优、就高、不重复)',
        }),
        after: counted,
      }),
    ),
    total: z.strictObject({ before: counted, after: counted }).meta({
      description: 'The best lawful combination of these measures: the net cost of the change',
    }),
  })
  .meta({ id: 'SimulatedInteraction', description: 'Measures that stand in each other’s way' });

const uncertainty = z
  .strictObject({
    certain: count.meta({ description: 'Entitled to an exact sum or a floor' }),
    upTo: count.meta({
      description: 'Entitled to a sum of which the words name only the ceiling, or none',
    }),
    undecided: count,
    lacking: z
      .array(
        z.strictObject({
          fact: z.string(),
          label: z.string(),
          labelEn: z.string(),
          enterprises: count.meta({
            description: 'Undecided ones that lack it; one may lack several',
          }),
        }),
      )
      .meta({ description: 'The five most often lacking' }),
  })
  .meta({ id: 'SimulatedUncertainty' });

const exhausted = z.strictObject({
  certain: day
    .nullable()
    .meta({ description: 'If only what is certain is paid; null: not exhausted' }),
  upTo: day.nullable().meta({ description: 'If every ceiling is reached; null: not exhausted' }),
});

const budget = z
  .strictObject({
    fen,
    assumption: bilingual.meta({
      description: 'The pace that is assumed; to be shown with the dates',
    }),
    before: exhausted,
    after: exhausted,
  })
  .meta({ id: 'SimulatedBudget' });

const step = z.strictObject({
  value: z.string(),
  entitled: z.int().meta({ description: 'Enterprises more (or fewer)' }),
  certainFen: fen,
  upToFen: fen,
});

const marginal = z
  .strictObject({
    measure: z.string(),
    parameter: z.string(),
    value: z.string(),
    up: step.nullable().meta({
      description: 'One step of the range up, against the rule as changed; null: no such rule',
    }),
    down: step.nullable(),
  })
  .meta({ id: 'MarginalCost' });

const common = {
  population,
  date: day,
  contentVersion: z.string(),
  milliseconds: z.int().meta({ description: 'How long the queries took' }),
  ...sides,
  movement,
  groups,
  interaction: interaction.nullable().meta({ description: 'null: the measures stand alone' }),
  uncertainty: z.strictObject({ before: uncertainty, after: uncertainty }),
  budget: budget.nullable(),
  notes: z.array(bilingual).meta({
    description: 'What the reader has to know: rules left out, not in force, taken as if in force',
  }),
};

/** `POST /api/simulation/run` */
export const simulationRunResponse = z
  .strictObject({
    ...common,
    measures: z.array(
      z.strictObject({ measure: z.string(), label: z.string(), labelEn: z.string(), ...sides }),
    ),
    marginal: z.array(marginal).nullable().meta({ description: 'null: not asked for' }),
    interactionLater: z.boolean().meta({
      description: 'The interaction was left out of a quick answer: ask again without quick',
    }),
    stackingChanged: strings.meta({ description: 'Documents whose stacking rule was changed' }),
  })
  .meta({ id: 'SimulationRun' });
export type SimulationRunResponse = z.infer<typeof simulationRunResponse>;

/** `POST /api/simulation/compare`: `before` is the earlier document, `after` the later; measures are matched by name. */
export const simulationCompareResponse = z
  .strictObject({
    ...common,
    earlier: z.string(),
    later: z.string(),
    measures: z.array(
      z.strictObject({
        name: z.string(),
        nameEn: z.string(),
        earlier: z.string().nullable().meta({ description: 'Measure id; null: only in the later' }),
        later: z.string().nullable(),
        before: standing.nullable(),
        after: standing.nullable(),
      }),
    ),
  })
  .meta({ id: 'SimulationComparison' });
export type SimulationCompareResponse = z.infer<typeof simulationCompareResponse>;

/** `POST /api/simulation/draft`: as a comparison; nothing earlier where the draft replaces nothing. */
export const simulationDraftResponse = simulationCompareResponse
  .extend({
    earlier: z.string().nullable().meta({ description: 'null: all that it costs is new' }),
    warnings: z.array(
      z.strictObject({ line: z.int(), column: z.int(), code: z.string(), message: z.string() }),
    ),
  })
  .meta({ id: 'SimulationOfDraft' });
export type SimulationDraftResponse = z.infer<typeof simulationDraftResponse>;
