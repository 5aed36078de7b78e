/** Ways in which corrections of decisions can be refused. */
export const correctionErrorCodes = [
  'decision_unknown',
  'finding_changed',
  'corrected_already',
  'nothing_follows',
  'payment_on_its_way',
] as const;
