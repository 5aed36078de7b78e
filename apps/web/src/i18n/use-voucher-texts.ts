import { usePageState } from '../state/page-state.ts';
import { voucherEn } from './voucher-en.ts';
import { voucherZh } from './voucher-zh.ts';
import type { VoucherTexts } from './voucher-zh.ts';

const dictionaries = { zh: voucherZh, en: voucherEn };

/** The words of the pages on vouchers in the language of the page. */
export function useVoucherTexts(): VoucherTexts {
  return dictionaries[usePageState().language];
}
