import type { Migration } from './migration.ts';

/** By which rule a pool of vouchers was opened, and which part of an invoice its vouchers pay. */
export const voucherTerms: Migration = {
  name: '0009-voucher-terms',
  statements: [
    `alter table voucher_pool
      add column content_version text references content_version,
      add column clause text not null default '',
      add column rate text not null default '1/1'`,
    `create index voucher_pool_measure_idx on voucher_pool (measure, year)`,
    `alter table redemption add column invoice_fen bigint check (invoice_fen >= fen)`,
    `create index voucher_enterprise_idx on voucher (enterprise)`,
    `create index redemption_voucher_idx on redemption (voucher)`,
    `create index recovery_case_idx on recovery (delivery_case)`,
  ],
};
