import { describe, expect, test } from 'vitest';
import { readBankAccount, readPhone } from './contact-numbers.ts';
import { readCreditCode } from './credit-code.ts';
import { readIdNumber } from './id-number.ts';
import { maskAccount, maskIdNumber, maskPersonName, maskPhone } from './mask.ts';

const spellings = [
  { name: 'as it is', text: '91350100M000100Y43', code: '91350100M000100Y43' },
  { name: 'in lower case', text: '91350100m000100y43', code: '91350100M000100Y43' },
  {
    name: 'in full width, with spaces',
    text: ' ９１３５０１００ M000100Y43 ',
    code: '91350100M000100Y43',
  },
];
describe('a unified social credit code is read', () => {
  for (const c of spellings)
    test(c.name, () => expect(readCreditCode(c.text)).toEqual({ ok: true, value: c.code }));
});

const wrongCodes = [
  { name: 'a character short', text: '91350100M000100Y4', code: 'wrong_length', hint: '营业执照' },
  {
    name: 'an old registration number',
    text: '330100000000001',
    code: 'wrong_length',
    hint: '18 位',
  },
  {
    name: 'O for 0',
    text: '9135O100M000100Y43',
    code: 'wrong_character',
    position: 5,
    hint: '是不是 0？',
  },
  {
    name: 'a letter in the district',
    text: '913501A0M000100Y43',
    code: 'wrong_character',
    position: 7,
    hint: '数字',
  },
  {
    name: 'two neighbours swapped',
    text: '93150100M000100Y43',
    code: 'wrong_check',
    hint: '91350100M000100Y43',
  },
  {
    name: 'another last character',
    text: '91350100M000100Y44',
    code: 'wrong_check',
    position: 18,
    hint: '第 9–17 位（主体标识码）自身的校验无误',
  },
  {
    name: 'a digit of the organisation code',
    text: '91350100M000300Y43',
    code: 'wrong_check',
    hint: '第 9–17 位',
  },
];
describe('a wrong unified social credit code is refused, and the hint says where to look', () => {
  for (const c of wrongCodes)
    test(c.name, () => {
      const read = readCreditCode(c.text);
      expect(read).toMatchObject({ ok: false, error: { code: c.code, position: c.position } });
      expect(read.ok ? '' : read.error.hint.zh).toContain(c.hint);
    });
});

const idNumbers = [
  { name: 'the sample of the standard', text: '11010519491231002X', code: undefined },
  { name: 'a small x', text: '11010519491231002x', code: undefined },
  { name: '15 digits', text: '110105491231002', code: 'wrong_length' },
  { name: 'a letter', text: '1101051949123100AX', code: 'wrong_character' },
  { name: 'the 31st of June', text: '110105194906310021', code: 'no_such_day' },
  { name: 'another check digit', text: '110105194912310021', code: 'wrong_check' },
];
describe('an identity number', () => {
  for (const c of idNumbers)
    test(`${c.name}: ${c.code ?? 'right'}`, () => {
      const read = readIdNumber(c.text);
      expect(read.ok ? undefined : read.error.code).toBe(c.code);
      expect(JSON.stringify(read.ok ? '' : read.error)).not.toContain(c.text.slice(0, 14));
    });
});

const others = [
  {
    name: 'an account with spaces',
    read: readBankAccount('6222 0000 0000 0001'),
    value: '6222000000000001',
  },
  { name: 'an account of 7 digits', read: readBankAccount('1234567'), code: 'wrong_length' },
  {
    name: 'an account as a power of ten',
    read: readBankAccount('6.222E+15'),
    code: 'wrong_character',
  },
  { name: 'a mobile number with +86', read: readPhone('+86 138-0000-0000'), value: '13800000000' },
  {
    name: 'a landline number with brackets',
    read: readPhone('(0571)80000000'),
    value: '0571-80000000',
  },
  { name: 'a number of ten digits', read: readPhone('1380000000'), code: 'wrong_form' },
];
describe('accounts and telephones', () => {
  for (const c of others)
    test(`${c.name}: ${c.code ?? 'right'}`, () =>
      expect(c.read).toMatchObject(
        c.code === undefined
          ? { ok: true, value: c.value }
          : { ok: false, error: { code: c.code } },
      ));
});

const masks = [
  {
    name: 'an identity number',
    masked: maskIdNumber('11010519491231002X'),
    shown: '110***********002X',
  },
  { name: 'an account', masked: maskAccount('6222000000000001'), shown: '************0001' },
  { name: 'a mobile number', masked: maskPhone('13800000000'), shown: '138****0000' },
  { name: 'a name', masked: maskPersonName('张三丰'), shown: '张**' },
  { name: 'a name of one character', masked: maskPersonName('张'), shown: '*' },
  { name: 'something too short', masked: maskIdNumber('1234567'), shown: '*******' },
];
describe('of personal data is shown', () => {
  for (const c of masks) test(`${c.name}: ${c.shown}`, () => expect(c.masked).toBe(c.shown));
});
