import { fail, ok, parseDate } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { numberFault, plainNumber } from './number-fault.ts';
import type { NumberFault } from './number-fault.ts';

// GB 11643-1999, ISO 7064 MOD 11-2 over the first 17 digits.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

function checkOf(id: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return checks[sum % 11] ?? '';
}

/** Reads a citizen's identity number (GB 11643-1999); faults never repeat the number. */
export function readIdNumber(text: string): Result<string, NumberFault> {
  const id = plainNumber(text);
  const licence = { zh: '请照身份证核对', en: 'compare it with the identity card' };
  if (id.length !== 18)
    return fail(
      numberFault(
        'wrong_length',
        undefined,
        {
          zh: `身份证号应为 18 位，写了 ${id.length} 位`,
          en: `an identity number has 18 characters, not ${id.length}`,
        },
        id.length === 15
          ? { zh: '15 位的旧号已停用，请写 18 位号', en: 'numbers of 15 digits are no longer used' }
          : licence,
      ),
    );
  const stray = Array.from(id).findIndex((character, at) =>
    at < 17 ? !/\d/u.test(character) : !/[\dX]/u.test(character),
  );
  if (stray >= 0)
    return fail(
      numberFault(
        'wrong_character',
        stray + 1,
        {
          zh: `身份证号第 ${stray + 1} 位不对`,
          en: `character ${stray + 1} of the identity number is wrong`,
        },
        {
          zh: '前 17 位是数字，末位是数字或 X',
          en: 'the first 17 are digits, the last a digit or X',
        },
      ),
    );
  if (parseDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`) === undefined)
    return fail(
      numberFault(
        'no_such_day',
        7,
        {
          zh: '身份证号第 7–14 位不是存在的出生日期',
          en: 'characters 7–14 of the identity number are no day that exists',
        },
        licence,
      ),
    );
  if (id[17] === checkOf(id)) return ok(id);
  return fail(
    numberFault(
      'wrong_check',
      undefined,
      {
        zh: '身份证号校验不对，有一位或相邻两位写错',
        en: 'the check digit does not fit: one digit is wrong, or two neighbours are swapped',
      },
      licence,
    ),
  );
}
