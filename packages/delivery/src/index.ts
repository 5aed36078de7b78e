/** From entitlement to money: facts held about enterprises, programmes and cases, decisions, the ledger and payments. */
export * from './facts/index.ts';
