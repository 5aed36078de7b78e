import type { CorrectionTexts } from './correction-zh.ts';

function many(count: number, one: string, more: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${more}`;
}

const decisions = (count: number) => many(count, 'decision', 'decisions');
const enterprises = (count: number) => many(count, 'enterprise', 'enterprises');

/** The words of 更正复核 in English. */
export const correctionEn: CorrectionTexts = {
  title: 'Corrections',
  intro:
    'Whether past decisions would come out otherwise after facts were corrected or the rules changed, and by how much. Looking stores nothing; recoveries and additional payments are opened one by one or together. A decision is never altered: another one takes its place.',
  programme: 'Programme',
  choose: 'Choose a programme first.',
  noProgrammes: 'Your office has published no programme yet.',
  basis: 'Reach them again by',
  bases: { facts: 'the facts held now', rules: 'another version of the rules' },
  basisNotes: {
    facts:
      'By the rules and the law date of each decision and the facts held now. News that describes a later day is no correction.',
    rules: 'By the facts and the law date of each decision and another version of the rules.',
  },
  version: 'Version of the rules',
  versionName: (day, short, current) => `from ${day}, ${short}${current ? ' (in use)' : ''}`,
  chooseVersion: 'Choose a version of the rules, too.',
  noVersions: 'Only this version of the rules is kept.',
  looking: (looked, total) => `${looked} of ${decisions(total)} reached again`,
  stop: 'Stop',
  stopped: 'Stopped: below is only what was looked at.',
  again: 'Look again',
  failed: 'Not finished: the server cannot be reached, or does not let you.',
  none: (total) => `None of ${decisions(total)} changes.`,
  found: (changed, total) => `${changed} of ${decisions(total)} would change`,
  overpaid: 'Too much',
  underpaid: 'Too little',
  bounded: 'Ceiling moves',
  undecided: 'Facts lack',
  count: decisions,
  sumOf: (sum, count) => `${sum} (${decisions(count)})`,
  unreachable: (count) =>
    `${decisions(count)} cannot be reached by these rules: the measure is gone, or facts are written otherwise.`,
  ruleChanges: 'What changed in the rule',
  ruleSame: 'The measure reads the same.',
  ruleGone: 'This version does not have the measure.',
  absent: '(none)',
  columns: {
    enterprise: 'Enterprise',
    granted: 'Granted',
    difference: 'Difference',
    follows: 'What follows',
    why: 'Why',
  },
  consequences: {
    recovery: 'Recovery',
    reduction: 'Reduction',
    supplement: 'Additional payment',
    increase: 'Increase',
    none: 'Nothing',
    wait: 'Wait for the payment',
  },
  standings: {
    paid: 'paid',
    under_way: 'being paid',
    held: 'approved, not paid',
    refused: 'refused',
  },
  more: 'too much by',
  less: 'too little by',
  changedFacts: 'Changed facts',
  was: 'Was',
  now: 'Is',
  unknown: 'not known',
  source: 'Source',
  year: (year) => String(year),
  reachedThen: 'Reckoned then',
  nowReached: 'Reckoned now',
  failedConditions: 'Conditions no longer met',
  upheld: (day, reason) => `On ${day} it was decided that the decision stands. Reason: ${reason}`,
  room: 'Sum that your office sets (10,000 CNY)',
  roomHint: (most) => `up to ${most} more`,
  roomOpen: 'the rule names no ceiling',
  details: (enterprise) => `Show ${enterprise}`,
  select: (enterprise) => `Select ${enterprise}`,
  act: 'Act',
  selected: (count) => `${decisions(count)} selected`,
  preview: {
    recovery: (count, sum) =>
      `${sum} is asked back from ${enterprises(count)}; what comes back returns to its fund`,
    reduction: (count, sum) =>
      `${decisions(count)} reduced by ${sum}; cases with nothing left are closed`,
    supplement: (count, sum) =>
      `${sum} is paid to ${enterprises(count)} in addition, to the same account`,
    increase: (count, sum) => `${decisions(count)} raised by ${sum}`,
  },
  reason: 'Reason',
  reasonHint: 'The enterprise reads it, e.g. that statistics corrected its R&D spending',
  clause: 'Clause it rests on',
  dueOn: 'Pay back by',
  interest: {
    reckoning: 'Reckoning the interest…',
    arises: (sum) => `Interest of ${sum}`,
    days: (from, until, days) =>
      ` (from ${from} to ${until}, that day not counted: ${days} ${days === 1 ? 'day' : 'days'}; simple, rounded to the fen). `,
    together: (principal, total) =>
      `With the principal of ${principal}, ${total} is asked back in all.`,
  },
  confirm: (count) => `Act on ${decisions(count)}`,
  uphold: (count) => `${decisions(count)} ${count === 1 ? 'stands' : 'stand'}`,
  lacks: {
    words: 'Give the reason and the clause first.',
    sum: 'Say how much is added where the rule leaves it open.',
    interest: 'Give the yearly rate and both days of the interest.',
  },
  readOnly: 'Auditors look and do not act; the office of the programme does.',
  done: (count) => `${decisions(count)} dealt with.`,
  refused: (count) => `${decisions(count)} not dealt with:`,
  made: 'Corrections made',
  madeNone: 'None yet. They are listed here once made.',
  kinds: {
    recovery: 'Recovery',
    reduction: 'Reduction',
    supplement: 'Additional payment',
    increase: 'Increase',
    upheld: 'Decision stands',
  },
  madeColumns: {
    at: 'When',
    enterprise: 'Enterprise',
    kind: 'What',
    sum: 'Sum',
    reason: 'Reason',
  },
  sample: {
    title: 'Sampling',
    intro:
      'The seed is said first, then drawn. The same seed always draws the same decisions, and anybody can repeat it. Each decision drawn is reached again from its own facts and rules.',
    seed: 'Seed',
    seedHint: 'Such as the date, or numbers that several parties name. Write it before you draw.',
    size: 'How many',
    programme: 'Of which programme',
    all: 'All programmes',
    from: 'Sums from (10,000 CNY)',
    draw: 'Draw and reach again',
    drawn: (drawn, population) => `${drawn} of ${decisions(population)} drawn`,
    allConfirmed: 'All confirmed.',
    denied: (count) => `${decisions(count)} not confirmed: look at each.`,
    none: 'There are no such decisions.',
    columns: {
      decision: 'Decision',
      enterprise: 'Enterprise',
      sum: 'Sum',
      result: 'Result',
    },
    findings: {
      confirmed: 'confirmed',
      altered: 'record altered',
      other_rules: 'rules not kept',
      differs: 'differs',
    },
  },
};
