import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { numberFault, plainNumber } from './number-fault.ts';
import type { NumberFault } from './number-fault.ts';

// GB 32100-2015: 18 characters. 1 the registering body, 2 its category, 3–8 the district, 9–17 the organisation code of
// GB 11714-1997 with a check character of its own, 18 the check character over all.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const length = 18;
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** More would be a guess. */
const mostSpellings = 3;
const bodyFrom = 8;
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** What people write for one another: letters that the alphabet leaves out because they look like these, and other likenesses. */
const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  Z: '2',
  S: '5',
  V: 'U',
  B: '8',
  '8': 'B',
};

function checkCharacter(first17: string): string {
  const sum = weights.reduce(
    (total, weight, at) => total + weight * alphabet.indexOf(first17[at] ?? ''),
    0,
  );
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

/** Letters of an organisation code count from A = 10 through all 26, unlike those of the whole code. */
function bodyHolds(code: string): boolean {
  const sum = bodyWeights.reduce(
    (total, weight, at) => total + weight * Number.parseInt(code[bodyFrom + at] ?? '', 36),
    0,
  );
  const check = 11 - (sum % 11);
  return code[16] === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

function holds(code: string): boolean {
  return code[17] === checkCharacter(code);
}

/** Where the first character stands that the form does not allow there; -1 for none. */
function strayAt(code: string): number {
  return Array.from(code).findIndex(
    (character, at) => !(at >= 2 && at < bodyFrom ? '0123456789' : alphabet).includes(character),
  );
}

function withCharacter(code: string, at: number, character: string): string {
  return code.slice(0, at) + character + code.slice(at + 1);
}

/** Spellings nearby that are right throughout, with where they differ: two neighbours swapped, or a character taken for its likeness. */
function likelySpellings(code: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at < length; at += 1) {
    const [here = '', next = ''] = [code[at], code[at + 1]];
    const likeness = lookAlikes[here];
    const spellings = [
      ...(likeness !== undefined && alphabet.includes(likeness)
        ? [withCharacter(code, at, likeness)]
        : []),
      ...(next === '' || next === here
        ? []
        : [withCharacter(withCharacter(code, at, next), at + 1, here)]),
    ];
    for (const spelling of spellings)
      if (strayAt(spelling) < 0 && holds(spelling) && bodyHolds(spelling)) found.set(spelling, at);
  }
  return found;
}

function checkFault(code: string): NumberFault {
  const likely = [...likelySpellings(code)];
  const [nearest] = likely;
  if (nearest !== undefined && likely.length <= mostSpellings) {
    const position = likely.length === 1 ? nearest[1] + 1 : undefined;
    const codes = likely.map(([spelling]) => spelling);
    return numberFault(
      'wrong_check',
      position,
      {
        zh: `统一社会信用代码 ${code} 校验不对${position === undefined ? '' : `，第 ${position} 位可疑`}`,
        en: `the check character of ${code} does not fit${position === undefined ? '' : `; character ${position} is doubtful`}`,
      },
      { zh: `是不是 ${codes.join(' 或 ')}？`, en: `did you mean ${codes.join(' or ')}?` },
    );
  }
  const inBody = !bodyHolds(code);
  const expected = checkCharacter(code);
  return numberFault(
    'wrong_check',
    inBody ? undefined : 18,
    {
      zh: `统一社会信用代码 ${code} 校验不对：末位应为 ${expected}，写的是 ${code[17] ?? ''}`,
      en: `the check character of ${code} does not fit: ${expected} is expected at the end, not ${code[17] ?? ''}`,
    },
    inBody
      ? {
          zh: '第 9–17 位（主体标识码）自身的校验也不对，请核对这几位',
          en: 'characters 9–17 fail their own check too: compare these with the licence',
        }
      : {
          zh: '第 9–17 位（主体标识码）自身的校验无误，请核对第 1–8 位和末位',
          en: 'characters 9–17 pass their own check: compare 1–8 and the last with the licence',
        },
  );
}

/**
 * Reads a unified social credit code (GB 32100-2015) in any width and case; the code in capitals comes out. The fault says which
 * character is wrong where the two check characters allow to tell.
 */
export function readCreditCode(text: string): Result<string, NumberFault> {
  const code = plainNumber(text);
  if (code.length !== length)
    return fail(
      numberFault(
        'wrong_length',
        undefined,
        {
          zh: `统一社会信用代码应为 18 位，写了 ${code.length} 位`,
          en: `a unified social credit code has 18 characters, not ${code.length}`,
        },
        /^\d{15}$/u.test(code)
          ? {
              zh: '这像旧的 15 位注册号，请换成营业执照上的 18 位代码',
              en: 'this looks like an old registration number: take the code of 18 characters',
            }
          : { zh: '请照营业执照核对', en: 'compare it with the business licence' },
      ),
    );
  const stray = strayAt(code);
  if (stray >= 0) {
    const found = code[stray] ?? '';
    const meant = lookAlikes[found];
    return fail(
      numberFault(
        'wrong_character',
        stray + 1,
        {
          zh: `统一社会信用代码第 ${stray + 1} 位不能是 ${found}`,
          en: `character ${stray + 1} of a unified social credit code cannot be ${found}`,
        },
        meant === undefined
          ? {
              zh: '第 3–8 位是数字，其余不用字母 I、O、S、V、Z',
              en: 'characters 3–8 are digits; the letters I, O, S, V and Z are not used',
            }
          : { zh: `是不是 ${meant}？`, en: `did you mean ${meant}?` },
      ),
    );
  }
  return holds(code) ? ok(code) : fail(checkFault(code));
}
