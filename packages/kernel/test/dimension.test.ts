import { describe, expect, test } from 'vitest';
import { divideDimensions, multiplyDimensions, pureNumber } from '../src/index.ts';

describe('dimensions multiply and divide in one canonical form', () => {
  const cases = [
    { name: 'money times a rate is money', made: multiplyDimensions('money', ''), is: 'money' },
    { name: 'a rate times money is money', made: multiplyDimensions('', 'money'), is: 'money' },
    {
      name: 'money by power',
      made: divideDimensions('money', 'power'),
      is: 'money·power^-1',
    },
    {
      name: 'money by power times power is money',
      made: multiplyDimensions('money·power^-1', 'power'),
      is: 'money',
    },
    {
      name: 'the order of the factors does not matter',
      made: multiplyDimensions('power', 'money·power^-1'),
      is: 'money',
    },
    {
      name: 'money by money is a number',
      made: divideDimensions('money', 'money'),
      is: pureNumber,
    },
    { name: 'length by length', made: multiplyDimensions('length', 'length'), is: 'length^2' },
    { name: 'one by area', made: divideDimensions('', 'area'), is: 'area^-1' },
  ];
  for (const c of cases) test(c.name, () => expect(c.made).toBe(c.is));
});
