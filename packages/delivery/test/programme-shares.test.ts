import { fileURLToPath } from 'node:url';
import { bindingMeasures, loadContent } from '@luodi/language';
import type { Measure } from '@luodi/language';
import { readContentFolder } from '@luodi/platform';
import { expect, test } from 'vitest';
import { checkProgramme } from '../src/index.ts';
import type { ProgrammeDraft } from '../src/index.ts';

const folder = fileURLToPath(new URL('../../../content/hangzhou', import.meta.url));
const { content } = loadContent(await readContentFolder(folder));

function inWords(shares: Measure['shares']): string {
  return shares
    .map(({ payer, share }) =>
      share.kind === 'number' ? `${payer} ${share.value.numerator}/${share.value.denominator}` : '',
    )
    .join('，');
}

/** A measure by what its 分担 says. */
function measureSharing(written: string) {
  const found = bindingMeasures(content).find(
    ({ kind, shares }) => kind === 'grant' && inWords(shares) === written,
  );
  if (found === undefined) throw new Error(`no measure shares ${written}`);
  return found;
}

function faultsOf(
  written: string,
  shares: ProgrammeDraft['funding']['shares'],
  exhaustion: ProgrammeDraft['funding']['exhaustion'] = 'queue',
) {
  const measure = measureSharing(written);
  const { from } = measure.validity;
  const day = from.toString();
  const round: ProgrammeDraft = {
    id: 'round',
    title: '一轮',
    titleEn: 'A round',
    measure: measure.id,
    manner: 'automatic',
    lawDate: day,
    windowFrom: day,
    windowUntil: day,
    route: [
      { kind: 'notice', workingDays: 5 },
      { kind: 'claim', workingDays: 20, until: null, commitment: '属实。' },
      { kind: 'payment' },
    ],
    funding: { pool: '资金', year: from.year, shares, advance: 'city', exhaustion },
  };
  return checkProgramme(round, measure).map((fault) => fault.code);
}

const half = { part: '1/2' };
const cases = [
  {
    name: 'half and half as the rule says',
    rule: '市 1/2，区县 1/2',
    shares: [
      { holder: 'city', ...half },
      { holder: '属地', ...half },
    ],
    faults: [],
  },
  {
    name: 'two bodies of the city bear the half of the city together',
    rule: '市 1/2，区县 1/2',
    shares: [
      { holder: 'city', part: '1/4' },
      { holder: 'city:市科技局', part: '1/4' },
      { holder: '属地', ...half },
    ],
    faults: [],
  },
  {
    name: 'all from the city where the district bears half',
    rule: '市 1/2，区县 1/2',
    shares: [{ holder: 'city', part: '1' }],
    faults: ['shares_depart'],
  },
  {
    name: 'half from the district where the city bears all',
    rule: '市 1/1',
    shares: [
      { holder: 'city', ...half },
      { holder: '属地', ...half },
    ],
    faults: ['shares_depart'],
  },
  {
    name: 'less than the whole',
    rule: '市 1/1',
    shares: [{ holder: 'city', ...half }],
    faults: ['shares_not_whole'],
  },
  {
    name: 'a rule that leaves the shares open takes any whole',
    rule: '',
    shares: [
      { holder: 'city', part: '1/3' },
      { holder: '属地', part: '2/3' },
    ],
    faults: [],
  },
];

for (const { name, rule, shares, faults } of cases)
  test(name, () => {
    expect(faultsOf(rule, shares)).toEqual(faults);
  });

test('sums that a notice announces for certain are not reduced in proportion afterwards', () => {
  const shares = [{ holder: 'city', part: '1' }];
  expect(faultsOf('', shares, 'pro_rata')).toEqual(['notice_of_scaled_sum']);
  expect(faultsOf('', shares, 'first_come')).toEqual([]);
});
