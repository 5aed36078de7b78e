import { z } from 'zod';
import { openReading } from './match.ts';

/** Kinds of blocks that name things. */
export const entryKinds = [
  'measures',
  'tasks',
  'indicators',
  'lists',
  'procedures',
  'inspections',
  'contracts',
] as const;

const strings = z.array(z.string());
const text = z.string().nullable();

const entry = {
  id: z.string(),
  label: z.string(),
  labelEn: z.string(),
  openReadings: z.array(openReading),
};

const number = z.strictObject({
  kind: z.literal('number'),
  comparison: z.enum(['exactly', 'at_least', 'above', 'at_most', 'below', 'about']),
  number: z.string().meta({ description: 'A decimal number' }),
  unit: z.string(),
});

const range = z.strictObject({
  kind: z.literal('range'),
  from: z.string(),
  to: z.string(),
  unit: z.string(),
});

const words = z.strictObject({ kind: z.literal('words'), words: z.string() });

const figure = z.discriminatedUnion('kind', [number, range, words]).meta({ id: 'Figure' });

const time = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('moment'), at: z.string() }),
    z.strictObject({ kind: z.literal('span'), from: z.string(), to: z.string() }),
    z.strictObject({ kind: z.literal('every_year') }),
    z.strictObject({ kind: z.literal('unstated') }),
  ])
  .meta({ id: 'FigureTime' });

export const limit = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('duration'),
      length: z.discriminatedUnion('kind', [number, range]),
      from: text,
    }),
    words,
  ])
  .meta({ id: 'TimeLimit' });

export const task = z
  .strictObject({
    ...entry,
    number: z.string(),
    categories: strings,
    words: z.string(),
    leads: strings,
    departments: strings,
    assignedBy: z.strictObject({ document: z.string(), words: z.string() }).nullable(),
    due: text.meta({ description: 'A year, a month or a day' }),
    cycle: z.enum(['yearly', 'half_yearly', 'quarterly', 'monthly', 'weekly']).nullable(),
    outcome: text,
  })
  .meta({ id: 'Task' });

export const indicator = z
  .strictObject({
    ...entry,
    kind: z.enum(['target', 'budget', 'ceiling']),
    unit: z.string(),
    basis: text,
    scope: text,
    base: z.strictObject({ time, figure: figure.nullable() }).nullable(),
    targets: z.array(z.strictObject({ time, figure })),
    strivenFor: z.boolean(),
    leads: strings,
    departments: strings,
  })
  .meta({ id: 'Indicator' });

const list = z
  .strictObject({
    ...entry,
    kind: z.enum([
      'positive',
      'negative',
      'exemption',
      'matters',
      'papers',
      'powers',
      'register',
      'classes',
    ]),
    subject: z.string(),
    items: z.array(
      z.strictObject({
        label: z.string(),
        labelEn: z.string(),
        number: z.string(),
        categories: strings,
        words: text,
        conditions: strings,
        measures: strings,
      }),
    ),
  })
  .meta({ id: 'List' });

const procedure = z
  .strictObject({
    ...entry,
    subject: z.string(),
    matter: text,
    measures: strings,
    steps: z.array(
      z.strictObject({
        label: z.string(),
        labelEn: z.string(),
        actors: strings,
        words: text,
        papers: strings,
        conditions: strings,
        limit: limit.nullable(),
        outcomes: strings,
      }),
    ),
  })
  .meta({ id: 'Procedure' });

export const inspection = z
  .strictObject({
    ...entry,
    actors: strings,
    assistants: strings,
    target: text,
    contents: strings,
    ratio: figure.nullable(),
    frequency: text,
    legalBasis: text,
    manner: text,
  })
  .meta({ id: 'Inspection' });

const contract = z
  .strictObject({
    ...entry,
    parties: z.array(z.strictObject({ role: z.string(), party: z.string() })),
    subjectMatter: text,
    terms: z.array(
      z.strictObject({
        label: z.string(),
        labelEn: z.string(),
        requirement: figure.nullable(),
        limit: limit.nullable(),
        breach: text,
      }),
    ),
    shares: z.array(z.strictObject({ payer: z.string(), share: z.string() })),
  })
  .meta({ id: 'Contract' });

/** What rests on a quotation; besides `text` only what belongs to its kind. */
export const block = z
  .strictObject({
    kind: z.enum([
      'measures',
      'examples',
      'tasks',
      'indicators',
      'lists',
      'procedures',
      'inspections',
      'contracts',
      'inert',
    ]),
    text: z.string().meta({ description: 'The block as written' }),
    measures: strings.optional().meta({ description: 'Ids of the measures in it' }),
    tasks: z.array(task).optional(),
    indicators: z.array(indicator).optional(),
    lists: z.array(list).optional(),
    procedures: z.array(procedure).optional(),
    inspections: z.array(inspection).optional(),
    contracts: z.array(contract).optional(),
    reason: z.string().optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'Block' });
