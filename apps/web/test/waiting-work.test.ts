import type { WorkResponse } from '@luodi/server/contract';
import { expect, test } from 'vitest';
import { isLate, keyOf, waitingWork } from '../src/pages/work/waiting-work.ts';

type Case = WorkResponse['tasks'][number]['case'];

function caseDue(dueOn: string | null): Case {
  return {
    id: 'case',
    programme: 'round',
    title: '演示',
    titleEn: 'Demo',
    manner: 'application',
    enterprise: 'enterprise:1',
    enterpriseName: '演示企业',
    district: '西湖区',
    state: 'open',
    step: { index: 0, count: 1, kind: 'review', name: '审核', nameEn: 'Review' },
    askedFen: null,
    approvedFen: null,
    dueOn,
    late: false,
    openedAt: '2026-06-01T00:00:00Z',
    closedAt: null,
    closing: null,
  };
}

function task(id: string, dueOn: string | null): WorkResponse['tasks'][number] {
  const done = { score: null, amountFen: null, reason: null, failedCondition: null, doneAt: null };
  const body = { organisation: 'city:x', organisationName: '市局', organisationNameEn: 'Bureau' };
  const step = { step: 0, stepName: '审核', stepNameEn: 'Review', round: 1, expert: false };
  return {
    task: { id, ...step, ...body, ...done, state: 'waiting', dueOn, mine: true },
    case: caseDue(dueOn),
  };
}

function objection(id: string, dueOn: string, late: boolean): WorkResponse['objections'][number] {
  const said = { byName: '某', words: '不符', at: '2026-06-01T00:00:00Z' };
  return { id, ...said, late, case: caseDue(dueOn) };
}

const work = waitingWork({
  tasks: [task('later', '2026-06-20'), task('soon', '2026-06-10'), task('whenever', null)],
  objections: [objection('same day', '2026-06-10', false), objection('over', '2026-06-01', true)],
});

test('objections stand among the tasks by their day, before a task of the same day; what has no day comes last', () => {
  expect(work.map(keyOf)).toEqual(['over', 'same day', 'soon', 'later', 'whenever']);
});

test('an objection is late once publicity is over', () => {
  expect(work.filter(isLate).map(keyOf)).toEqual(['over']);
});
