/** What a bank says of a payment: it reached the payee, or it came back. */
export interface Receipt {
  /** The bank's own number of this notice; a second notice of the same number is the same notice. */
  readonly reference: string;
  readonly endToEndId: string;
  /** The sum in 分 that the bank moved. */
  readonly fen: bigint;
  readonly outcome: 'paid' | 'returned';
  /** Why it came back, in the bank's words. */
  readonly reason: string | undefined;
  /** YYYY-MM-DD. */
  readonly valueDate: string;
}
