import { z } from 'zod';

const day = z.iso.date();

const organisation = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['province', 'city', 'district', 'department', 'park', 'enterprise', 'provider']),
    name: z.string(),
    nameEn: z.string(),
    district: z.string().nullable(),
    parent: z.string().nullable(),
    validFrom: day.nullable(),
    validUntil: day.nullable(),
    demo: z.boolean(),
    formerNames: z.array(z.string()),
    successors: z.array(z.strictObject({ id: z.string(), since: day.nullable() })),
    accounts: z.int().meta({ description: 'How many accounts act for it' }),
  })
  .meta({ id: 'Organisation' });
export type OrganisationJson = z.infer<typeof organisation>;

/** `GET /api/admin/organisations` */
export const organisationsResponse = z.strictObject({ organisations: z.array(organisation) });
export type OrganisationsResponse = z.infer<typeof organisationsResponse>;

/** `GET /api/body-names`: English names by the Chinese ones, the short ones of routes among them. */
export const bodyNamesResponse = z
  .strictObject({ names: z.record(z.string(), z.string()) })
  .meta({ id: 'BodyNamesResponse' });

/** `GET /api/admin/settings`: what the server was set to; no secret is in it. */
export const adminSettingsResponse = z
  .strictObject({
    mode: z.enum(['demo', 'production']),
    database: z.enum(['memory', 'folder', 'server']),
    external: z.string().nullable().meta({ description: 'Issuer of the city’s own identity' }),
    webhook: z.string().nullable().meta({ description: 'Host that notifications are sent to' }),
    mail: z.strictObject({ host: z.string(), from: z.string() }).nullable(),
    journal: z
      .strictObject({ day, sequence: z.int(), hash: z.string() })
      .nullable()
      .meta({ description: 'The last head; null before the first day is over' }),
  })
  .meta({ id: 'AdminSettings' });
export type AdminSettingsResponse = z.infer<typeof adminSettingsResponse>;
