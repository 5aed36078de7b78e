import { z } from 'zod';
import { measureHead } from './library.ts';
import { openReading } from './match.ts';

const strings = z.array(z.string());

/** `GET /api/matters` */
export const mattersResponse = z.array(
  z
    .strictObject({
      name: z.string(),
      nameEn: z.string(),
      measures: z.int(),
      documents: strings.meta({ description: 'Ids of the documents that have measures of it' }),
    })
    .meta({ id: 'Matter' }),
);
export type MattersResponse = z.infer<typeof mattersResponse>;

/** A measure with what is needed to compare it with others. */
export const measureInMatter = z
  .strictObject({
    ...measureHead,
    amount: z.strictObject({
      words: z.string().meta({ description: 'In the words of the rule' }),
      upperFen: z.int().nullable().meta({ description: 'The most it can bring; null: no bound' }),
    }),
    conditions: strings,
    exclusions: strings,
    mostTimes: z.int().nullable(),
    openReadings: z.array(openReading),
  })
  .meta({ id: 'ComparableMeasure' });
export type MeasureInMatter = z.infer<typeof measureInMatter>;

const stackingRule = z.enum(['best_of_matter', 'cumulative', 'unstated']);

/** `GET /api/matters/{name}` */
export const matterResponse = z
  .strictObject({
    name: z.string(),
    nameEn: z.string(),
    measures: z.array(measureInMatter),
    stacking: z
      .array(
        z.strictObject({
          document: z.string(),
          rule: stackingRule,
          words: z.array(z.strictObject({ clause: z.string(), text: z.string() })),
        }),
      )
      .meta({ description: 'What each document says of measures that meet, with its words' }),
    exclusions: z.array(
      z.strictObject({
        measures: z.array(z.string()).length(2),
        because: z.enum(['same_matter', 'stated']),
      }),
    ),
    topUps: z.array(z.strictObject({ base: z.string(), topUp: z.string() })),
  })
  .meta({ id: 'MatterDetail' });
export type MatterResponse = z.infer<typeof matterResponse>;
