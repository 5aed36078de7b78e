import { Temporal } from '@luodi/kernel';
import type { Measure } from '@luodi/language';
import type { ProgrammeJson, ProgrammeRequest, StepJson } from '@luodi/server/contract';

const usualWindowDays = 60;
const usualNoticeDays = 5;
const usualReviewDays = 10;
const usualClaimDays = 30;

/** A new step of a kind, to be filled in. */
export function newStep(kind: StepJson['kind'], commitment: string): StepJson {
  switch (kind) {
    case 'application':
      return { kind, papers: [], laterPapers: [], commitment };
    case 'notice':
      return { kind, workingDays: usualNoticeDays };
    case 'review':
      return {
        kind,
        name: '审核',
        nameEn: 'Review',
        level: 'city',
        bodies: [],
        workingDays: usualReviewDays,
      };
    case 'scoring':
      return {
        kind,
        body: '',
        level: 'city',
        experts: 3,
        passMark: 60,
        workingDays: usualReviewDays,
      };
    case 'meeting':
      return { kind, name: '会议研究', nameEn: 'Decision meeting', level: 'city', body: '' };
    case 'joint_document':
      return { kind, level: 'city', bodies: [] };
    case 'publicity':
      return { kind, workingDays: usualNoticeDays };
    case 'claim':
      return { kind, workingDays: usualClaimDays, until: null, commitment };
    case 'payment':
      return { kind };
  }
}

/** The usual way of a measure: its departments review, then it is public, claimed and paid. */
export function usualRoute(
  manner: ProgrammeRequest['manner'],
  { papers, departments }: Pick<Measure, 'papers' | 'departments'>,
  commitment: string,
): readonly StepJson[] {
  const end = [newStep('claim', commitment), newStep('payment', commitment)];
  if (manner === 'automatic') return [newStep('notice', commitment), ...end];
  return [
    { kind: 'application', papers: [...papers], laterPapers: [], commitment },
    {
      kind: 'review',
      name: '市级审核',
      nameEn: 'Review by the city',
      level: 'city',
      bodies: [...departments],
      workingDays: usualReviewDays,
    },
    newStep('publicity', commitment),
    ...end,
  ];
}

/** A programme before anything is chosen. */
export function emptyDraft(): ProgrammeRequest {
  const today = Temporal.Now.plainDateISO('Asia/Shanghai');
  return {
    id: '',
    title: '',
    titleEn: '',
    measure: '',
    manner: 'application',
    lawDate: null,
    windowFrom: today.toString(),
    windowUntil: today.add({ days: usualWindowDays }).toString(),
    route: [],
    funding: {
      pool: '',
      year: today.year,
      shares: [{ holder: 'city', part: '1' }],
      advance: 'city',
      exhaustion: 'first_come',
    },
  };
}

/** `hz-upscale-2024/…` in the year 2026: `hz-upscale-2024-2026-1121`. */
function idFor(measure: string, from: string): string {
  const [document = ''] = measure.split('/');
  return `${document}-${from.replaceAll('-', '')}`.toLowerCase().replaceAll(/[^a-z0-9-]/gu, '');
}

/** Fills a draft in from the rule of a measure: titles, window, papers, the usual way. */
export function fillFromRule(
  draft: ProgrammeRequest,
  measure: Measure,
  commitment: string,
): ProgrammeRequest {
  const { window, name, nameEn, id } = measure;
  const windowFrom = window?.opens.toString() ?? draft.windowFrom;
  const windowUntil = window?.closes.toString() ?? draft.windowUntil;
  const year = draft.funding.year;
  return {
    ...draft,
    id: idFor(id, windowFrom),
    title: `${year}年${name}`.slice(0, 80),
    titleEn: `${nameEn} ${year}`.slice(0, 160),
    measure: id,
    windowFrom,
    windowUntil,
    route: [...usualRoute(draft.manner, measure, commitment)],
  };
}

/** A programme that is kept, as it can be changed. */
export function draftOfProgramme(programme: ProgrammeJson): ProgrammeRequest {
  const { id, title, titleEn, measure, manner, lawDate, windowFrom, windowUntil } = programme;
  const { route, funding } = programme;
  return { id, title, titleEn, measure, manner, lawDate, windowFrom, windowUntil, route, funding };
}
