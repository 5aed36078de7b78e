/** The ledger and what moves money. */
export type { Asked as MoneyAsked, MoneyCommandFault } from './commands/money-command.ts';
export type { BudgetFault } from './commands/budget.ts';
export { carryBudgetOver, grantBudget, lapseBudget, openPool } from './commands/budget.ts';
export type { PrepareFault, SendFault } from './commands/payment-batch.ts';
export { markBatchSent, orderFile, prepareBatch } from './commands/payment-batch.ts';
export { noteBatchRead } from './commands/batch-read.ts';
export { importReceipts } from './commands/receipts.ts';
export { settleClaim } from './commands/settlement.ts';
export type { RecoveryFault } from './commands/recovery.ts';
export { orderRecoveryOf, receiveRecoveryOf, writeRecoveryOff } from './commands/recovery.ts';
export { liftDishonesty, listDishonest } from './commands/dishonesty.ts';
export {
  issueVoucher,
  openVoucherPool,
  redeemVoucher,
  settleProvider,
} from './commands/vouchers.ts';
export { cancelPayment, dissolveBatch } from './commands/withdraw-payment.ts';
export { orderAgain } from './commands/order-again.ts';
export type { BankAccount, BankAccountFault } from './domain/bank-account.ts';
export { checkBankAccount, maskAccountNumber } from './domain/bank-account.ts';
export type { Receipt } from './domain/receipt.ts';
export type { SharesFault } from './domain/shares.ts';
export type { VoucherFault } from './domain/voucher.ts';
export { fenOfYuan, yuanText } from './domain/yuan.ts';
export { paymentWorkbook } from './files/payment-workbook.ts';
export type { ReceiptFault } from './files/receipt-file.ts';
export { readReceiptsApart } from './files/receipt-reader.ts';
export type { BudgetState } from './queries/budget-state.ts';
export { budgetState } from './queries/budget-state.ts';
export { enterpriseMoney } from './queries/enterprise-money.ts';
export { listHoldings } from './queries/holdings.ts';
export { listPaymentLines } from './queries/payment-lines.ts';
export type { PaymentChoice, PaymentLines } from './queries/payment-lines.ts';
export type { MonthOfProgramme } from './queries/month-programmes.ts';
export { monthOfProgrammes } from './queries/month-programmes.ts';
export type { MonthLine } from './queries/month-end.ts';
export { monthEnd } from './queries/month-end.ts';
export type { OpenBatch, OpenClaim, UnmatchedReceipt } from './queries/reconciliation.ts';
export { openClaims, reconciliation } from './queries/reconciliation.ts';
export type { HeldMoney, MoneyEvent, ShownPayment } from './queries/subject-money.ts';
export { subjectMoney } from './queries/subject-money.ts';
export type { Difference, TrialBalance } from './queries/trial-balance.ts';
export { trialBalance } from './queries/trial-balance.ts';
export type { BatchFile, BatchPayment } from './store/batch-file.ts';
export { readBatchFile } from './store/batch-file.ts';
export type { BatchSum } from './store/batches.ts';
export { previewBatch } from './store/batches.ts';
export type { Booking, BudgetYear, Ledger, LedgerFault } from './store/booking.ts';
export type { Ordered, OrderFault, OrderFaultCode, PaymentOrder } from './store/payment-order.ts';
export { orderPayments } from './store/payment-order.ts';
export type { NotHeldFault, ReserveFault, Source, SubjectSum } from './store/reservation.ts';
export type { ExpiryRun } from './commands/voucher-ends.ts';
export { closeVoucherPool, expireDueVouchers, expireVouchers } from './commands/voucher-ends.ts';
export { mayHandleMoneyOf } from './store/money-office.ts';
export { approveMoney, releaseMoney, reserveMoney, revokeMoney } from './store/reservation.ts';
export type { Payer, PayerBatch, Pool } from './queries/office-money.ts';
export {
  lastAccount,
  listBatches,
  listBodies,
  listPayers,
  listPools,
  namesOfHolders,
  payerOfBatch,
} from './queries/office-money.ts';
