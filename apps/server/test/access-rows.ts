import type { Role } from '../src/contract/index.ts';

/** Who may reach an endpoint that not everybody may reach. A new one gets a row here. */
export interface AccessRow {
  /** As it is described: `POST /api/admin/users/{id}/disabled`. */
  readonly endpoint: string;
  readonly roles: readonly Role[];
  /** Where it is asked, with its parameters filled in; as described if left out. */
  readonly path?: string;
  readonly body?: unknown;
  /** `false`: it changes nothing that is kept beyond the session, and needs no key. */
  readonly command?: false;
  /** Persons who may ask such things but not of this one: a foreign district, another enterprise. */
  readonly foreign?: readonly {
    readonly name: string;
    /** Login of a demonstration identity. */
    readonly person: string;
    readonly path: string;
  }[];
}

const everyone: readonly Role[] = [
  'enterprise',
  'officer',
  'finance',
  'expert',
  'pilot_office',
  'inspector',
  'auditor',
  'administrator',
];
const administrator: readonly Role[] = ['administrator'];
const nobody = '/api/admin/users/user:nobody';

export const accessRows: readonly AccessRow[] = [
  {
    endpoint: 'POST /api/session/office',
    roles: everyone,
    body: { organisation: 'nowhere', role: 'officer' },
    command: false,
  },
  {
    endpoint: 'POST /api/session/password',
    roles: everyone,
    body: { current: 'x', next: 'x' },
    command: false,
  },
  { endpoint: 'GET /api/admin/users', roles: administrator },
  { endpoint: 'POST /api/admin/users', roles: administrator, body: {} },
  {
    endpoint: 'POST /api/admin/users/{id}/disabled',
    roles: administrator,
    path: `${nobody}/disabled`,
    body: { disabled: true },
  },
  {
    endpoint: 'POST /api/admin/users/{id}/offices',
    roles: administrator,
    path: `${nobody}/offices`,
    body: { change: 'add', organisation: 'city', role: 'administrator' },
  },
  {
    endpoint: 'POST /api/admin/users/{id}/password',
    roles: administrator,
    path: `${nobody}/password`,
  },
  {
    endpoint: 'POST /api/admin/users/{id}/sessions/end',
    roles: administrator,
    path: `${nobody}/sessions/end`,
  },
  { endpoint: 'GET /api/admin/organisations', roles: administrator },
  { endpoint: 'GET /api/admin/settings', roles: administrator },
  { endpoint: 'GET /api/session/mail', roles: everyone },
  {
    endpoint: 'POST /api/session/mail',
    roles: everyone,
    body: { address: null, wanted: true },
    command: false,
  },
  { endpoint: 'GET /api/journal', roles: ['auditor', 'administrator'] },
  { endpoint: 'GET /api/notifications', roles: everyone },
  { endpoint: 'POST /api/notifications/read', roles: everyone, body: { upTo: 1 } },
  { endpoint: 'GET /api/enterprises', roles: ['officer', 'finance', 'auditor'] },
  {
    endpoint: 'GET /api/enterprises/{id}/facts',
    roles: ['enterprise', 'officer', 'finance', 'expert', 'auditor'],
    path: '/api/enterprises/enterprise:91330106DEMA00013N/facts',
    foreign: [
      {
        name: 'an officer of another district',
        person: '演示·余杭区商务局经办员',
        path: '/api/enterprises/enterprise:91330106DEMA00013N/facts',
      },
      {
        name: 'another enterprise',
        person: '演示企业乙（杭州）有限公司办事员',
        path: '/api/enterprises/enterprise:91330106DEMA00013N/facts',
      },
    ],
  },
  {
    endpoint: 'GET /api/fact-sources',
    roles: ['enterprise', 'officer', 'finance', 'auditor'],
  },
  { endpoint: 'GET /api/disputes', roles: ['enterprise', 'officer', 'auditor'] },
  { endpoint: 'POST /api/disputes', roles: ['enterprise'], body: { record: '1', words: 'x' } },
  {
    endpoint: 'POST /api/disputes/{id}/settle',
    roles: ['officer'],
    path: '/api/disputes/none/settle',
    body: { upheld: true, answer: 'x' },
  },
  { endpoint: 'POST /api/fact-imports/preview', roles: ['officer'], command: false },
  { endpoint: 'POST /api/fact-imports', roles: ['officer'] },
  { endpoint: 'GET /api/fact-imports', roles: ['officer', 'auditor'] },
  {
    endpoint: 'POST /api/fact-imports/{id}/undo',
    roles: ['officer'],
    path: '/api/fact-imports/none/undo',
    body: { reason: 'x' },
  },
  {
    endpoint: 'GET /api/fact-imports/{id}/faulty.xlsx',
    roles: ['officer'],
    path: '/api/fact-imports/none/faulty.xlsx',
  },
];
