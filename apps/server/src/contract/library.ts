import { z } from 'zod';
import { block } from './block.ts';
import { applicationWindow, measureKind, openReading, validity } from './match.ts';

const strings = z.array(z.string());

/** A fact that can be stated about an applicant, as `luodi facts --json` prints it. */
const factEntry = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    labelEn: z.string(),
    entity: z.string(),
    entityLabel: z.string(),
    type: z.string(),
    unit: z.string().nullable(),
    period: z.enum(['year']).nullable(),
    definition: z.string(),
    definitionEn: z.string(),
    source: z.string(),
    question: z.string(),
    questionEn: z.string(),
    options: z.array(z.strictObject({ label: z.string(), labelEn: z.string() })).optional(),
    ordered: z.boolean().optional(),
    derivation: z.string().optional(),
    mayBeNegative: z.boolean(),
    common: z.int().nullable(),
  })
  .meta({ id: 'Fact' });

/** `GET /api/facts` */
export const factsResponse = z.array(factEntry);

export const documentStatus = z
  .enum(['final', 'draft', 'commentary'])
  .meta({ description: 'Nobody is entitled under a draft or a commentary' });

export const measureHead = {
  id: z.string(),
  label: z.string(),
  labelEn: z.string(),
  summaryEn: z.string(),
  document: z.string(),
  documentTitle: z.string(),
  documentTitleEn: z.string(),
  documentStatus,
  clause: z.string(),
  kind: measureKind,
  matter: z.string(),
  matterEn: z.string(),
  subject: z.string(),
  validity,
  window: applicationWindow.optional(),
  departments: strings,
  papers: strings,
  channel: z.string().nullable(),
  quote: z.string(),
  source: z.string(),
};

const measureEntry = z.strictObject(measureHead).meta({ id: 'Measure' });

/** `GET /api/measures` */
export const measuresResponse = z.array(measureEntry);

/** `GET /api/measures/{document}/{name}` */
export const measureResponse = z
  .strictObject({
    ...measureHead,
    conditions: strings,
    exclusions: strings,
    facts: strings.meta({ description: 'Ids of the facts that the rule reads' }),
    oneOff: z.boolean(),
    openReadings: z.array(openReading),
    examples: z.array(z.strictObject({ title: z.string(), date: z.string() })),
    rule: z.string().meta({ description: 'The rule as written, YAML' }),
  })
  .meta({ id: 'MeasureDetail' });

const documentHead = {
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  titleInferred: z.boolean(),
  number: z.string(),
  issuer: z.string(),
  issued: z.string().nullable(),
  validity,
  lead: z.string(),
  validityBasis: z.enum(['stated', 'inferred', 'unstated']),
  status: documentStatus,
  stacking: z.enum(['best_of_matter', 'cumulative', 'unstated']),
  funding: z.string(),
  source: z.string(),
  copies: strings,
  measures: z.int(),
  counts: z
    .strictObject({
      clauses: z.int(),
      tasks: z.int(),
      indicators: z.int(),
      openReadings: z.int(),
    })
    .meta({ description: 'Of the whole document; open readings with those of its entries' }),
  departments: strings.meta({ description: 'All that it gives something to do' }),
  comparable: strings.meta({
    description: 'Ids of documents to compare it with: its draft, or what it is a draft of',
  }),
};

const documentEntry = z.strictObject(documentHead).meta({ id: 'Document' });

/** `GET /api/documents` */
export const documentsResponse = z.array(documentEntry);
export type DocumentsResponse = z.infer<typeof documentsResponse>;

const relation = z
  .strictObject({
    kind: z.enum([
      'rests_on',
      'carries_out',
      'repeals',
      'amends',
      'annex_of',
      'draft_of',
      'comments_on',
      'prevails_over',
      'yields_to',
      'read_with',
    ]),
    document: z.string().nullable().meta({ description: 'Id, where it is one of the library' }),
    title: z.string().nullable().meta({ description: 'Where it is not one of the library' }),
    number: z.string().nullable(),
    words: z.string().nullable(),
  })
  .meta({ id: 'Relation' });

/** `GET /api/documents/{id}` */
export const documentResponse = z
  .strictObject({
    ...documentHead,
    openReadings: z.array(openReading),
    relations: z.array(relation),
    clauses: z.array(
      z.strictObject({
        heading: z.string(),
        section: z.string(),
        source: z.string(),
        passages: z.array(
          z.strictObject({ quote: z.string(), source: z.string(), blocks: z.array(block) }),
        ),
      }),
    ),
  })
  .meta({ id: 'DocumentDetail' });
