import { z } from 'zod';

const factsExample = {
  高新技术企业: true,
  经营规模符合科技型中小企业标准: true,
  年度研发投入: '3000万元',
  '上年(年度研发投入)': '2200万元',
};

const applicant = {
  facts: z.record(z.string(), z.unknown()).meta({
    description:
      'Facts by Chinese name or id; a bare number for money is fen. What is left out is unknown. See docs/language.md, section 5.',
    example: factsExample,
  }),
  date: z.string().optional().meta({
    description: 'The date that the answer is for, YYYY-MM-DD; today in China if left out',
    example: '2026-06-01',
  }),
  contentVersion: z.string().optional().meta({
    description:
      'Answer by the rules of this version (or its first 8 characters or more) that was served before; the current one if left out',
  }),
};

const language = z.enum(['zh', 'en']);

/** `POST /api/match` */
export const matchRequest = z
  .strictObject({
    ...applicant,
    trace: z.boolean().optional().meta({
      description:
        'Whether each result says its reasoning step by step, most of the answer in size; true if left out',
    }),
  })
  .meta({ id: 'MatchRequest' });
export type MatchRequest = z.infer<typeof matchRequest>;

/** `POST /api/ask` */
export const askRequest = z
  .strictObject({
    ...applicant,
    limit: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .meta({ description: 'How many questions; all if left out' }),
  })
  .meta({ id: 'AskRequest' });

/** `POST /api/explain` */
export const explainRequest = z
  .strictObject({
    ...applicant,
    measure: z.string().min(1).meta({
      description: 'Id of a measure, or its name where only one measure has it',
      example: 'hz-sci-tech-enterprise-2024/研发投入补助·科技型中小规模',
    }),
    lang: language.optional().meta({ description: 'Language of `text`; zh if left out' }),
  })
  .meta({ id: 'ExplainRequest' });

/** `POST /api/export/xlsx` */
export const exportRequest = z
  .strictObject({ ...applicant, lang: language.optional() })
  .meta({ id: 'ExportRequest' });
