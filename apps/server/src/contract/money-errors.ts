/** Ways in which commands about money can be refused. */
export const moneyErrorCodes = [
  'not_your_money',
  'pool_exists',
  'pool_unknown',
  'not_rolling',
  'batch_exists',
  'batch_unknown',
  'batch_changed',
  'batch_not_prepared',
  'nothing_to_pay',
  'file_differs',
  'receipt_unreadable',
  'claim_exceeded',
  'payment_unknown',
  'payment_under_way',
  'account_not_yours',
] as const;
