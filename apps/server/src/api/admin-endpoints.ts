import type { OpenAPIHono } from '@hono/zod-openapi';
import { journalHeads, listOrganisations } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { adminSettingsResponse, organisationsResponse } from '../contract/index.ts';
import type { AdminSettingsResponse, OrganisationsResponse } from '../contract/index.ts';
import type { IdentitySettings } from '../identity/identity-settings.ts';
import type { ServerSettings } from '../server-settings.ts';
import { sendJson } from './json-answer.ts';
import { addOfficeEndpoint } from './office-endpoint.ts';

const common = {
  method: 'get',
  tag: 'Administration',
  roles: ['administrator'],
  refusals: [],
} as const;

interface AdminDependencies {
  readonly database: Database;
  readonly identity: IdentitySettings;
  readonly settings: ServerSettings;
}

/** What administrators look up beside accounts: the public bodies, and what the server was set to. */
export function addAdminEndpoints(
  app: OpenAPIHono,
  { database, identity, settings }: AdminDependencies,
): void {
  addOfficeEndpoint(
    app,
    {
      ...common,
      path: '/api/admin/organisations',
      summary: '机构 · The public bodies',
      description: 'As the content describes them; with former names and successors.',
      answer: { kind: 'json', description: 'By id', schema: organisationsResponse },
    },
    async (c, actor) => {
      const found = await listOrganisations(database.queries, actor);
      const answer: OrganisationsResponse = {
        organisations: found.map(({ formerNames, successors, ...body }) => ({
          ...body,
          formerNames: [...formerNames],
          successors: successors.map((successor) => ({ ...successor })),
        })),
      };
      return sendJson(c, answer);
    },
  );
  addOfficeEndpoint(
    app,
    {
      ...common,
      path: '/api/admin/settings',
      summary: '设置 · What the server was set to',
      description: 'Without secrets; changed in the environment of the server only.',
      answer: { kind: 'json', description: 'As it runs now', schema: adminSettingsResponse },
    },
    async (c) => {
      const [head] = await journalHeads(database.queries, 1);
      const answer: AdminSettingsResponse = {
        mode: identity.mode,
        database: settings.database,
        external: identity.external?.issuer.href ?? null,
        webhook: settings.webhook ?? null,
        mail: settings.mail === undefined ? null : { ...settings.mail },
        journal: head === undefined ? null : { ...head, sequence: Number(head.sequence) },
      };
      return sendJson(c, answer);
    },
  );
}
