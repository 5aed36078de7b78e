import type { ProgrammeDraft } from '../../src/domain/programme.ts';
import { source } from '../../test/support/money-seed.ts';
import { districtBodies, owner } from './world.ts';

export const commitment = '情况属实。';
export const papers = ['审计报告'];

/** `apply-3`, `auto-3` */
export function roundId(manner: ProgrammeDraft['manner'], number: number): string {
  return `${manner === 'application' ? 'apply' : 'auto'}-${number}`;
}

const common = {
  lawDate: null,
  windowFrom: '2026-01-01',
  windowUntil: '2026-12-31',
  funding: {
    pool: source.pool,
    year: source.year,
    shares: [
      { holder: 'city', part: '1/2' },
      { holder: '属地', part: '1/2' },
    ],
    advance: '属地',
    exhaustion: 'first_come' as const,
  },
};
const claim = { kind: 'claim' as const, workingDays: 20, until: null, commitment };
const review = { kind: 'review' as const, nameEn: 'Review', workingDays: 10 };

/** The round with that id: applications through two reviews, or money without asking. */
export function draftOf(id: string): ProgrammeDraft {
  const [manner, number] = id.split('-');
  if (manner === 'apply')
    return {
      ...common,
      id,
      title: `演示投入补助${number}`,
      titleEn: 'Demonstration',
      measure: `town-${number}/投入补助${number}`,
      manner: 'application',
      route: [
        { kind: 'application', papers, laterPapers: [], commitment },
        { ...review, name: '属地审核', level: 'district', bodies: [...districtBodies] },
        { ...review, name: '审定', level: 'city', bodies: [owner.slice('city:'.length)] },
        { kind: 'publicity', workingDays: 1 },
        claim,
        { kind: 'payment' },
      ],
    };
  return {
    ...common,
    id,
    title: `演示备案补助${number}`,
    titleEn: 'Demonstration',
    measure: `town-${number}/备案补助${number}`,
    manner: 'automatic',
    route: [{ kind: 'notice', workingDays: 1 }, claim, { kind: 'payment' }],
  };
}
