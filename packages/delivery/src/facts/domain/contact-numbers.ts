import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { numberFault, plainNumber } from './number-fault.ts';
import type { NumberFault } from './number-fault.ts';

/** Reads the number of a bank account: digits only come out. The banks have no check digit in common, so only the form is checked. */
export function readBankAccount(text: string): Result<string, NumberFault> {
  const account = plainNumber(text).replaceAll('-', '');
  const stray = Array.from(account).findIndex((character) => !/\d/u.test(character));
  if (stray >= 0)
    return fail(
      numberFault(
        'wrong_character',
        stray + 1,
        {
          zh: `银行账号第 ${stray + 1} 位不是数字`,
          en: `character ${stray + 1} of the account number is no digit`,
        },
        /E\+\d+$/u.test(account)
          ? {
              zh: '账号被表格软件写成了科学计数，请把这一列设为文本后重新填写',
              en: 'the spreadsheet wrote it as a power of ten: make the column text and enter it anew',
            }
          : { zh: '账号只写数字', en: 'write digits only' },
      ),
    );
  if (account.length >= 8 && account.length <= 32) return ok(account);
  return fail(
    numberFault(
      'wrong_length',
      undefined,
      {
        zh: `银行账号应为 8–32 位，写了 ${account.length} 位`,
        en: `an account number has 8 to 32 digits, not ${account.length}`,
      },
      { zh: '请照开户许可证或银行回单核对', en: 'compare it with a statement of the bank' },
    ),
  );
}

const mobile = /^1[3-9]\d{9}$/u;
const landline = /^0\d{2,3}-?\d{7,8}(?:-\d{1,6})?$/u;

/** Reads a mainland telephone number: a mobile one, or a landline one with its area code (and extension). */
export function readPhone(text: string): Result<string, NumberFault> {
  const phone = plainNumber(text)
    .replace(/^(?:\+86|0086)-?/u, '')
    .replaceAll(/[()]/gu, (bracket) => (bracket === ')' ? '-' : ''));
  const digits = phone.replaceAll('-', '');
  if (mobile.test(digits)) return ok(digits);
  if (landline.test(phone)) return ok(phone);
  return fail(
    numberFault(
      'wrong_form',
      undefined,
      { zh: '这不是电话号码', en: 'this is no telephone number' },
      {
        zh: '手机 11 位，如 13800000000；座机带区号，如 0571-80000000',
        en: 'mobile: 11 digits; landline: with its area code, e.g. 0571-80000000',
      },
    ),
  );
}
