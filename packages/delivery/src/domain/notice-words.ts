/** What an enterprise is told about its case. */
export interface NoticeWords {
  readonly zh: string;
  readonly en: string;
}

interface About {
  readonly title: string;
  readonly titleEn: string;
  /** YYYY-MM-DD */
  readonly due?: string | null | undefined;
  readonly because?: string | null | undefined;
}

function byDay({ due }: About): NoticeWords {
  return typeof due === 'string'
    ? { zh: `，请于 ${due} 前办理`, en: `, by ${due}` }
    : { zh: '', en: '' };
}

function reason({ because }: About): NoticeWords {
  return typeof because === 'string'
    ? { zh: `：${because}`, en: `: ${because}` }
    : { zh: '', en: '' };
}

const words: Readonly<Record<string, (about: About) => NoticeWords>> = {
  'step.claim': (about) => ({
    zh: `“${about.title}”已核定，可以申领${byDay(about).zh}`,
    en: `“${about.titleEn}” was approved and can be claimed${byDay(about).en}`,
  }),
  'step.publicity': ({ title, titleEn }) => ({
    zh: `“${title}”已进入公示`,
    en: `“${titleEn}” is public and open to objections`,
  }),
  'step.payment': ({ title, titleEn }) => ({
    zh: `“${title}”的资金正在支付`,
    en: `The payment for “${titleEn}” is on its way`,
  }),
  paid: ({ title, titleEn }) => ({
    zh: `“${title}”的资金已到账`,
    en: `The payment for “${titleEn}” has arrived`,
  }),
  queued: ({ title, titleEn }) => ({
    zh: `“${title}”已核定，正在等候资金`,
    en: `“${titleEn}” was approved and waits for funds`,
  }),
  returned: (about) => ({
    zh: `“${about.title}”需要补正${reason(about).zh}`,
    en: `“${about.titleEn}” was returned for completion${reason(about).en}`,
  }),
  rejected: (about) => ({
    zh: `“${about.title}”不予兑现${reason(about).zh}`,
    en: `“${about.titleEn}” was refused${reason(about).en}`,
  }),
  waived: (about) => ({
    zh: `“${about.title}”逾期未领${reason(about).zh}`,
    en: `“${about.titleEn}” was not claimed in time${reason(about).en}`,
  }),
  withdrawn: (about) => ({
    zh: `“${about.title}”已撤回${reason(about).zh}`,
    en: `“${about.titleEn}” was withdrawn${reason(about).en}`,
  }),
};

/** What happened to a case, by its kind, in words for a person. */
export function noticeWords(kind: string, about: About): NoticeWords {
  const say = words[kind];
  if (say !== undefined) return say(about);
  const { title, titleEn } = about;
  return kind.startsWith('step.')
    ? { zh: `“${title}”进入下一环节`, en: `“${titleEn}” has come to its next step` }
    : { zh: `“${title}”有新进展`, en: `There is news of “${titleEn}”` };
}
