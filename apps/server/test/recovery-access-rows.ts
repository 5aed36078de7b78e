import type { AccessRow } from './access-rows.ts';

const seers = ['enterprise', 'officer', 'finance', 'auditor'] as const;

/** Who may reach recoveries, the dishonesty list and vouchers. */
export const recoveryRows: readonly AccessRow[] = [
  { endpoint: 'GET /api/recoveries', roles: seers },
  {
    endpoint: 'GET /api/recoverable',
    roles: ['officer', 'finance', 'auditor'],
    path: '/api/recoverable?case=none',
  },
  {
    endpoint: 'POST /api/recoveries',
    roles: ['finance'],
    body: { case: 'none', fen: '1', reason: 'x', clause: 'x' },
  },
  {
    endpoint: 'POST /api/recoveries/{id}/receipts',
    roles: ['finance'],
    path: '/api/recoveries/none/receipts',
    body: { fen: '1', reuse: false, words: 'x' },
  },
  {
    endpoint: 'POST /api/recoveries/{id}/write-off',
    roles: ['finance'],
    path: '/api/recoveries/none/write-off',
    body: { words: 'x' },
  },
  { endpoint: 'GET /api/dishonesty/listings', roles: seers },
  {
    endpoint: 'POST /api/dishonesty',
    roles: ['officer', 'finance'],
    body: { enterprise: 'none', since: '2026-01-01', reason: 'x', clause: 'x' },
  },
  {
    endpoint: 'POST /api/dishonesty/{id}/lift',
    roles: ['officer', 'finance'],
    path: '/api/dishonesty/none/lift',
    body: { words: 'x' },
  },
  { endpoint: 'GET /api/voucher-pools', roles: seers },
  {
    endpoint: 'GET /api/voucher-terms',
    roles: ['finance'],
    path: '/api/voucher-terms?measure=none',
  },
  {
    endpoint: 'POST /api/voucher-pools',
    roles: ['finance'],
    body: {
      name: 'x',
      nameEn: 'x',
      measure: 'none',
      pool: 'x',
      year: 2026,
      payer: 'nobody',
      shares: [{ holder: 'city', part: '1/1' }],
      limitFen: '1',
      rate: '1/2',
      expiresOn: '2026-12-31',
      providers: ['nobody'],
    },
  },
  { endpoint: 'GET /api/vouchers', roles: seers },
  { endpoint: 'GET /api/vouchers/{id}', roles: seers, path: '/api/vouchers/none' },
  {
    endpoint: 'POST /api/voucher-pools/{id}/vouchers',
    roles: ['enterprise', 'finance'],
    path: '/api/voucher-pools/none/vouchers',
    body: { fen: '1' },
  },
  {
    endpoint: 'POST /api/vouchers/{id}/redemptions',
    roles: ['enterprise'],
    path: '/api/vouchers/none/redemptions',
    body: { fen: '1', invoice: 'x', invoiceFen: '1' },
  },
  {
    endpoint: 'POST /api/voucher-pools/{id}/expire',
    roles: ['finance'],
    path: '/api/voucher-pools/none/expire',
    body: {},
  },
  {
    endpoint: 'POST /api/voucher-pools/{id}/close',
    roles: ['finance'],
    path: '/api/voucher-pools/none/close',
    body: { words: 'x' },
  },
  {
    endpoint: 'POST /api/voucher-pools/{id}/settlements',
    roles: ['finance'],
    path: '/api/voucher-pools/none/settlements',
    body: { provider: 'x', account: { name: 'x', bank: 'x', number: '12345678' } },
  },
];
