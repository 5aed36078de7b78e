import type { ProgrammeDraft } from '../../src/index.ts';

/** What an applicant signs. */
export const commitment = '本企业对申请材料负责。';

/** 新增研发投入支持 of the corridor's fund: 30% of the increase in annual R&D spending, exact; city and province pay half each. */
export const corridorProgramme = {
  measure: 'hz-chengxi-corridor-fund-2022/新增研发投入支持',
  lawDate: '2024-03-01',
  windowFrom: '2024-02-01',
  windowUntil: '2024-12-31',
  funding: {
    pool: '演示资金',
    year: 2023,
    shares: [
      { holder: 'city', part: '1/2' },
      { holder: 'province', part: '1/2' },
    ],
    advance: 'city',
    exhaustion: 'first_come',
  },
} as const satisfies Partial<ProgrammeDraft>;

/** It asked for: one review, publicity, claim. */
export const appliedFor = {
  ...corridorProgramme,
  manner: 'application',
  route: [
    { kind: 'application', papers: [], laterPapers: [], commitment },
    {
      kind: 'review',
      name: '审核',
      nameEn: 'Review',
      level: 'city',
      bodies: ['大走廊管委会'],
      workingDays: 10,
    },
    { kind: 'publicity', workingDays: 5 },
    { kind: 'claim', workingDays: 10, until: null, commitment },
    { kind: 'payment' },
  ],
} as const satisfies Partial<ProgrammeDraft>;
