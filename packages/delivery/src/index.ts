/** From entitlement to money: facts held about enterprises, programmes and cases, decisions, the ledger and payments. */
export * from './facts/index.ts';
export type { Booking, BudgetYear, Ledger, LedgerFault } from './money/store/booking.ts';
export type { NotHeldFault, ReserveFault, Source, SubjectSum } from './money/store/reservation.ts';
export {
  approveMoney,
  releaseMoney,
  reserveMoney,
  revokeMoney,
} from './money/store/reservation.ts';
export type {
  Ordered,
  OrderFault,
  OrderFaultCode,
  PaymentOrder,
} from './money/store/payment-order.ts';
export { orderPayments } from './money/store/payment-order.ts';
