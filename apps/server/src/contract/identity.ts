import { z } from 'zod';

export const roles = [
  'enterprise',
  'officer',
  'finance',
  'expert',
  'pilot_office',
  'inspector',
  'auditor',
  'administrator',
] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

const organisationId = z.string().min(1).max(200).meta({ example: 'district:西湖区:商务局' });
const login = z.string().min(1).max(100);
const password = z.string().min(1).max(1000);

/** `POST /api/session` */
export const signInRequest = z
  .union([
    z.strictObject({ login, password }),
    z.strictObject({
      demo: login.meta({ description: 'Login of a demonstration identity; in demo mode only' }),
    }),
  ])
  .meta({ id: 'SignInRequest' });

/** `POST /api/session/office` */
export const officeRequest = z
  .strictObject({ organisation: organisationId, role })
  .meta({ id: 'OfficeRequest' });

/** `POST /api/session/password` */
export const passwordRequest = z
  .strictObject({ current: password, next: password })
  .meta({ id: 'PasswordRequest' });

const office = z
  .strictObject({
    organisation: organisationId,
    organisationName: z.string(),
    organisationNameEn: z.string(),
    role,
    district: z.string().nullable().meta({ description: 'null: the whole city' }),
  })
  .meta({ id: 'Office' });
export type OfficeJson = z.infer<typeof office>;

const mode = z.enum(['demo', 'production']);

/** `GET /api/session`: who one is. */
export const sessionResponse = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('anonymous'),
      mode,
      external: z
        .boolean()
        .meta({ description: 'Whether one can sign in by the identity of the city' }),
    }),
    z.strictObject({
      kind: z.literal('signed_in'),
      mode,
      user: z.strictObject({
        id: z.string(),
        login: z.string(),
        name: z.string(),
        nameEn: z.string(),
      }),
      office,
      offices: z.array(office).meta({ description: 'All that can be chosen from' }),
      csrfToken: z
        .string()
        .meta({ description: 'Send it as x-csrf-token with everything but GET' }),
      expiresAt: z.string(),
      mustChangePassword: z.boolean(),
    }),
  ])
  .meta({ id: 'Session' });
export type SessionResponse = z.infer<typeof sessionResponse>;

/** `GET /api/demo-identities` */
export const demoIdentitiesResponse = z.strictObject({
  identities: z.array(
    z
      .strictObject({
        login: z.string(),
        name: z.string(),
        nameEn: z.string(),
        organisation: organisationId,
        organisationName: z.string(),
        organisationNameEn: z.string(),
        role,
      })
      .meta({ id: 'DemoIdentity' }),
  ),
});
export type DemoIdentitiesResponse = z.infer<typeof demoIdentitiesResponse>;

const heldOffice = z.strictObject({ organisation: organisationId, role });

/** `GET /api/admin/users` */
export const usersResponse = z.strictObject({
  users: z.array(
    z
      .strictObject({
        id: z.string(),
        login: z.string(),
        name: z.string(),
        nameEn: z.string(),
        disabled: z.boolean(),
        lockedUntil: z.string().nullable(),
        demo: z.boolean(),
        external: z.boolean(),
        email: z.string().nullable().meta({ description: 'null: none, or no mail is wanted' }),
        offices: z.array(heldOffice.extend({ organisationName: z.string() })),
      })
      .meta({ id: 'User' }),
  ),
});
export type UsersResponse = z.infer<typeof usersResponse>;

/** `POST /api/admin/users` */
export const newUserRequest = z
  .strictObject({
    login: login.regex(/^[\p{L}\p{N}._@·-]+$/u),
    name: z.string().min(1).max(100),
    nameEn: z.string().min(1).max(100),
    external: z
      .strictObject({ issuer: z.url(), subject: z.string().min(1).max(255) })
      .optional()
      .meta({ description: 'Signs in by the identity of the city and has no password here' }),
    offices: z.array(heldOffice).max(50),
  })
  .meta({ id: 'NewUserRequest' });

/** `GET`, `POST /api/session/mail` */
export const ownMailRequest = z
  .strictObject({ address: z.email().max(254).nullable(), wanted: z.boolean() })
  .meta({ id: 'OwnMailRequest' });
export const ownMailResponse = z
  .strictObject({
    address: z.string().nullable(),
    wanted: z.boolean(),
    sends: z.boolean().meta({ description: 'Whether this server sends mail at all' }),
  })
  .meta({ id: 'OwnMail' });
export type OwnMailResponse = z.infer<typeof ownMailResponse>;

/** `POST /api/admin/users/{id}/disabled` */
export const disableRequest = z
  .strictObject({ disabled: z.boolean() })
  .meta({ id: 'DisableRequest' });

/** `POST /api/admin/users/{id}/offices` */
export const membershipRequest = heldOffice
  .extend({ change: z.enum(['add', 'remove']) })
  .meta({ id: 'MembershipRequest' });

/** What an administrator's change did. */
export const accountResponse = z
  .strictObject({
    user: z.string(),
    oneTimePassword: z.string().nullable().meta({
      description: 'Shown once; null where none was set, and when the same request comes again',
    }),
  })
  .meta({ id: 'Account' });
export type AccountResponse = z.infer<typeof accountResponse>;
