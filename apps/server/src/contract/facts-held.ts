import { z } from 'zod';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const instant = z.iso.datetime();
const recordId = z.string().regex(/^\d{1,18}$/u);

const foundEnterprise = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    nameEn: z.string(),
    creditCode: z.string().nullable(),
    district: z.string().nullable(),
  })
  .meta({ id: 'FoundEnterprise' });

/** `GET /api/enterprises` */
export const enterprisesQuery = z.object({
  search: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Part of a name, or the beginning of a credit code' }),
});
export const enterprisesResponse = z
  .strictObject({ enterprises: z.array(foundEnterprise) })
  .meta({ id: 'EnterprisesResponse' });
export type EnterprisesResponse = z.infer<typeof enterprisesResponse>;

const source = z
  .strictObject({
    id: z.string(),
    name: words,
    selfReported: z.boolean(),
    /** Whether who asks may bring facts of it. */
    yours: z.boolean(),
  })
  .meta({ id: 'FactSource' });

/** `GET /api/fact-sources` */
export const factSourcesResponse = z
  .strictObject({ sources: z.array(source) })
  .meta({ id: 'FactSourcesResponse' });
export type FactSourcesResponse = z.infer<typeof factSourcesResponse>;

const heldValue = z
  .strictObject({
    record: recordId.nullable().meta({ description: 'null: what the register says' }),
    shown: words,
    source: z.string(),
    sourceName: words,
    asOf: z.iso.date().nullable(),
    recordedAt: instant.nullable(),
    broughtFor: words.nullable().meta({ description: 'The body in whose office it was brought' }),
    disputed: z.boolean(),
    selfReported: z.boolean(),
  })
  .meta({ id: 'HeldValue' });
export type HeldValueJson = z.infer<typeof heldValue>;

const heldFact = z
  .strictObject({
    fact: z.string(),
    label: words,
    /** The unit in which a claim is best stated. */
    unit: z.string().nullable(),
    /** `items`: a list of things of the enterprise. */
    kind: z.enum(['truth', 'number', 'date', 'choice', 'text', 'items']),
    choices: z.array(words),
    year: z.number().int().nullable(),
    because: z.enum(['only', 'agreed', 'source', 'later']),
    /** The one that counts first. */
    values: z.array(heldValue).min(1),
  })
  .meta({ id: 'HeldFact' });
export type HeldFactJson = z.infer<typeof heldFact>;

const dispute = z
  .strictObject({
    id: z.string(),
    record: recordId,
    enterprise: z.string(),
    enterpriseName: z.string(),
    label: words,
    year: z.number().int().nullable(),
    held: words,
    claimed: words.nullable(),
    source: z.string(),
    sourceName: words,
    words: z.string(),
    at: instant,
    settlement: z.strictObject({ upheld: z.boolean(), answer: z.string(), at: instant }).nullable(),
    /** Whether who asks may settle it. */
    yours: z.boolean(),
  })
  .meta({ id: 'FactDispute' });
export type DisputeJson = z.infer<typeof dispute>;

/** `GET /api/enterprises/{id}/facts` */
export const enterpriseFileResponse = z
  .strictObject({
    enterprise: foundEnterprise,
    facts: z.array(heldFact),
    disputes: z.array(dispute),
  })
  .meta({ id: 'EnterpriseFileResponse' });
export type EnterpriseFileResponse = z.infer<typeof enterpriseFileResponse>;

/** `POST /api/disputes` */
export const disputeRequest = z
  .strictObject({
    record: recordId,
    claimed: z.union([z.string().max(2000), z.number(), z.boolean()]).optional(),
    words: z.string().trim().min(1).max(2000),
  })
  .meta({ id: 'DisputeRequest' });
export const disputeResponse = z.strictObject({ id: z.string() }).meta({ id: 'DisputeResponse' });

/** `GET /api/disputes` */
export const disputesResponse = z
  .strictObject({ disputes: z.array(dispute) })
  .meta({ id: 'DisputesResponse' });
export type DisputesResponse = z.infer<typeof disputesResponse>;

/** `POST /api/disputes/{id}/settle` */
export const settleDisputeRequest = z
  .strictObject({ upheld: z.boolean(), answer: z.string().trim().min(1).max(2000) })
  .meta({ id: 'SettleDisputeRequest' });
export const settleDisputeResponse = z
  .strictObject({ dispute: z.string(), upheld: z.boolean() })
  .meta({ id: 'SettleDisputeResponse' });
