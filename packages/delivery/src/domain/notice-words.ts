import { formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';

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
  /** 分 */
  readonly fen?: bigint | null | undefined;
}

/** Until when to do what. */
function byDay({ due }: About, what: NoticeWords): NoticeWords {
  return typeof due === 'string'
    ? { zh: `，请于 ${due} 前${what.zh}`, en: `; please ${what.en} by ${due}` }
    : { zh: '', en: '' };
}

const claiming: NoticeWords = { zh: '办理', en: 'claim it' };
const answering: NoticeWords = { zh: '确认或提出异议', en: 'confirm or object' };

function reason({ because }: About): NoticeWords {
  return typeof because === 'string'
    ? { zh: `：${because}`, en: `: ${because}` }
    : { zh: '', en: '' };
}

function sum({ fen }: About): NoticeWords {
  return typeof fen === 'bigint'
    ? { zh: `，金额 ${formatMoneyZh(rational(fen))}`, en: `, ${formatMoneyEn(rational(fen))}` }
    : { zh: '', en: '' };
}

const words: Readonly<Record<string, (about: About) => NoticeWords>> = {
  'step.notice': (about) => ({
    zh: `“${about.title}”免申即享，您在名单里${sum(about).zh}${byDay(about, answering).zh}`,
    en: `“${about.titleEn}” is yours without application${sum(about).en}${byDay(about, answering).en}`,
  }),
  asked: ({ title, titleEn }) => ({
    zh: `“${title}”只差一件事实，请回答`,
    en: `“${titleEn}” lacks a single fact: please answer it`,
  }),
  'step.claim': (about) => ({
    zh: `“${about.title}”已核定，可以申领${byDay(about, claiming).zh}`,
    en: `“${about.titleEn}” was approved and can be claimed${byDay(about, claiming).en}`,
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
