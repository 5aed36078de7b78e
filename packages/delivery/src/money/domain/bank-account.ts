import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';

/** Where money is to go: the account's holder, its number (digits alone), the bank's name. */
export interface BankAccount {
  readonly name: string;
  readonly number: string;
  readonly bank: string;
}

export interface BankAccountFault {
  readonly code: 'account_invalid';
  readonly field: keyof BankAccount;
}

/** No check digit is defined for all accounts of Chinese banks: only the form is checked. */
export const accountNumberForm = /^\d{8,32}$/;
/** ISO 20022 has no room for more. */
const longestName = 140;

function wrongField({ name, number, bank }: BankAccount): keyof BankAccount | undefined {
  if (name === '' || name.length > longestName) return 'name';
  if (!accountNumberForm.test(number)) return 'number';
  return bank === '' || bank.length > longestName ? 'bank' : undefined;
}

/** An account with blanks taken out (people write numbers in groups of four), or the first field that is wrong. */
export function checkBankAccount(account: BankAccount): Result<BankAccount, BankAccountFault> {
  const tidy = {
    name: account.name.trim(),
    number: account.number.replace(/[\s-]/g, ''),
    bank: account.bank.trim(),
  };
  const field = wrongField(tidy);
  return field === undefined ? ok(tidy) : fail({ code: 'account_invalid', field });
}

/** The number for everything but payment files: its first and last four digits, `6222 **** **** 1234`. */
export function maskAccountNumber(number: string): string {
  return number.length < 12
    ? `**** ${number.slice(-4)}`
    : `${number.slice(0, 4)} **** **** ${number.slice(-4)}`;
}
