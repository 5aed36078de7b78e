import {
  fail,
  findUnit,
  fraction,
  nearName,
  ok,
  parseDate,
  parseQuantity,
  rational,
} from '@luodi/kernel';
import type { Quantity, Rational, Result } from '@luodi/kernel';
import type { Fact, Value, Vocabulary } from '@luodi/language';
import { sayNumber } from '../explain/words.ts';
import { fault } from './fact-fault.ts';
import type { FactFault } from './fact-fault.ts';

type Read<T> = Result<T, FactFault>;

const yes = new Set(['是', 'true', 'yes', '有', '1']);
const no = new Set(['否', 'false', 'no', '无', '0']);

function shown(raw: unknown): string {
  if (typeof raw === 'string') return `“${raw}”`;
  // Numbers that JSON does not know (Infinity, a bigint) are shown as they are.
  if (typeof raw === 'number' || typeof raw === 'bigint') return String(raw);
  return JSON.stringify(raw) ?? String(raw);
}

function wrongType(
  key: string,
  raw: unknown,
  zh: string,
  en: string,
): { ok: false; error: FactFault } {
  return fail(
    fault(
      'wrong_type',
      key,
      { zh: `值 ${shown(raw)} 读不懂`, en: `cannot read ${shown(raw)}` },
      { zh, en },
    ),
  );
}

function readTruth(raw: unknown, key: string): Read<Value> {
  if (typeof raw === 'boolean') return ok({ kind: 'truth', value: raw });
  const word =
    typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim().toLowerCase() : '';
  if (yes.has(word)) return ok({ kind: 'truth', value: true });
  if (no.has(word)) return ok({ kind: 'truth', value: false });
  return wrongType(key, raw, '请写 是 或 否', 'write 是/否 or true/false');
}

/** What a number of this fact is written like, for hints. */
function sample(fact: Fact): string {
  const samples: Partial<Record<Fact['factKind'], string>> = {
    money: '3000万元',
    rate: '5%',
    count: `3${fact.unit ?? '个'}`,
  };
  return samples[fact.factKind] ?? `12${fact.unit ?? ''}`;
}

/** A bare number means: fen for money, else the unit of the vocabulary. */
function readBare(raw: number | bigint, fact: Fact, key: string): Read<Rational> {
  if (typeof raw === 'number' && !Number.isFinite(raw))
    return wrongType(key, raw, `请写成 ${sample(fact)} 这样`, `write it like ${sample(fact)}`);
  if (typeof raw === 'number' && Number.isInteger(raw) && !Number.isSafeInteger(raw))
    return fail(
      fault(
        'inexact_number',
        key,
        { zh: `数 ${raw} 太大，读入时已不精确`, en: `number ${raw} is too large to be exact` },
        { zh: '请写成文字，如 "3000亿元"', en: 'write it as text, e.g. "3000亿元"' },
      ),
    );
  if (fact.factKind === 'money') {
    if (typeof raw === 'number' && !Number.isInteger(raw))
      return fail(
        fault(
          'fraction_of_fen',
          key,
          {
            zh: `不带单位的金额按分计，${raw} 不是整数分`,
            en: `bare money is in fen; ${raw} is not a whole number`,
          },
          { zh: `请写明单位，如 ${sample(fact)}`, en: `state the unit, e.g. ${sample(fact)}` },
        ),
      );
    return ok(rational(BigInt(raw)));
  }
  const quantity = parseQuantity(String(raw));
  if (typeof quantity === 'string')
    return wrongType(key, raw, `请写成 ${sample(fact)} 这样`, `write it like ${sample(fact)}`);
  const unit = fact.unit === undefined ? undefined : findUnit(fact.unit);
  if (unit === undefined || unit.counter !== undefined || fact.factKind === 'rate')
    return ok(quantity.value);
  return ok(fraction.multiply(quantity.value, unit.scale));
}

function checkUnit(quantity: Quantity, raw: string, fact: Fact, key: string): Read<Rational> {
  const { type } = fact;
  if (type.kind !== 'number') return wrongType(key, raw, '', '');
  const bare = quantity.unit.symbol === '';
  if (bare && type.dimension !== '') {
    const digits = quantity.value;
    const whole = digits.denominator === 1n ? Number(digits.numerator) : undefined;
    if (fact.factKind !== 'money' && whole !== undefined) return readBare(whole, fact, key);
  }
  const counterFits =
    type.counter === undefined ||
    quantity.unit.counter === undefined ||
    type.counter === quantity.unit.counter;
  if (
    quantity.dimension === type.dimension &&
    counterFits &&
    (type.counter !== undefined || quantity.unit.counter === undefined)
  )
    return ok(quantity.value);
  const expected = type.counter ?? fact.unit ?? sample(fact);
  return fail(
    fault(
      'wrong_unit',
      key,
      bare
        ? { zh: `“${raw}” 没有单位`, en: `“${raw}” has no unit` }
        : { zh: `“${raw}” 的单位不对`, en: `“${raw}” has the wrong unit` },
      {
        zh: `应以 ${expected} 为单位，如 ${sample(fact)}`,
        en: `expected ${expected}, e.g. ${sample(fact)}`,
      },
    ),
  );
}

function readNumberText(raw: string, fact: Fact, key: string): Read<Rational> {
  const quantity = parseQuantity(raw);
  if (quantity === 'not_a_number')
    return wrongType(key, raw, `请写成 ${sample(fact)} 这样`, `write it like ${sample(fact)}`);
  if (quantity === 'unknown_unit')
    return fail(
      fault(
        'unknown_unit',
        key,
        { zh: `“${raw}” 的单位不认识`, en: `unknown unit in “${raw}”` },
        { zh: `请写成 ${sample(fact)} 这样`, en: `write it like ${sample(fact)}` },
      ),
    );
  return checkUnit(quantity, raw, fact, key);
}

/** Reads a number of a fact: text with a unit, or a bare number. Checks unit, sign and whole fen. */
export function readNumber(raw: unknown, fact: Fact, key: string): Read<Rational> {
  const read =
    typeof raw === 'number' || typeof raw === 'bigint'
      ? readBare(raw, fact, key)
      : typeof raw === 'string'
        ? readNumberText(raw, fact, key)
        : wrongType(key, raw, `请写成 ${sample(fact)} 这样`, `write it like ${sample(fact)}`);
  if (!read.ok) return read;
  if (read.value.numerator < 0n && !fact.mayBeNegative)
    return fail(
      fault(
        'negative',
        key,
        { zh: `${shown(raw)} 是负数`, en: `${shown(raw)} is negative` },
        { zh: `${fact.name} 不能为负`, en: `${fact.nameEn} cannot be negative` },
      ),
    );
  if (fact.factKind === 'money' && read.value.denominator !== 1n) {
    const cut = fact.type.kind === 'number' ? sayNumber(read.value, fact.type, undefined).zh : '';
    return fail(
      fault(
        'fraction_of_fen',
        key,
        { zh: `${shown(raw)}（${cut}）不足整分`, en: `${shown(raw)} is not a whole number of fen` },
        { zh: '金额最小到分（0.01元）', en: 'the smallest unit is 0.01 yuan' },
      ),
    );
  }
  return read;
}

function readChoice(raw: unknown, list: string, key: string, vocabulary: Vocabulary): Read<Value> {
  const members = vocabulary.lists.get(list)?.members ?? [];
  const text = typeof raw === 'string' ? raw.trim() : '';
  const found = members.find(
    (member) => member.name === text || member.nameEn.toLowerCase() === text.toLowerCase(),
  );
  if (found !== undefined) return ok({ kind: 'choice', value: found.name });
  const near = nearName(
    text,
    members.map((member) => member.name),
  );
  const options = members.map((member) => member.name).join('、');
  return fail(
    fault(
      'unknown_choice',
      key,
      { zh: `没有 ${shown(raw)} 这一项`, en: `no such option: ${shown(raw)}` },
      near === undefined
        ? { zh: `可选：${options}`, en: `options: ${options}` }
        : {
            zh: `是不是 ${near}？可选：${options}`,
            en: `did you mean ${near}? options: ${options}`,
          },
    ),
  );
}

/** Reads the value of a fact as stated. */
export function readValue(
  raw: unknown,
  fact: Fact,
  key: string,
  vocabulary: Vocabulary,
): Read<Value> {
  switch (fact.type.kind) {
    case 'truth':
      return readTruth(raw, key);
    case 'number': {
      const number = readNumber(raw, fact, key);
      return number.ok ? ok({ kind: 'number', value: number.value }) : number;
    }
    case 'date': {
      const date = typeof raw === 'string' ? parseDate(raw.trim()) : undefined;
      if (date !== undefined) return ok({ kind: 'date', value: date });
      return fail(
        fault(
          'bad_date',
          key,
          { zh: `${shown(raw)} 不是存在的日期`, en: `${shown(raw)} is not a date that exists` },
          { zh: '请写成 2024-01-23 这样', en: 'write it like 2024-01-23' },
        ),
      );
    }
    case 'choice':
      return readChoice(raw, fact.type.list, key, vocabulary);
    case 'text':
      return typeof raw === 'string'
        ? ok({ kind: 'text', value: raw })
        : wrongType(key, raw, '请写文字', 'write text');
  }
}
