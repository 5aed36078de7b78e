import { findFigures } from '../../coverage/figures.ts';
import type { TextFigure } from '../../coverage/figures.ts';
import { datePattern } from '../structure/chinese-date.ts';

/** What the encoder of a clause will want to see. */
export interface ClauseFindings {
  readonly figures: readonly TextFigure[];
  readonly deadlines: readonly string[];
  readonly departments: readonly string[];
  readonly proposals: readonly Proposal[];
}

export interface Proposal {
  readonly kind: 'measure' | 'indicator' | 'task';
  readonly words: string;
}

const longestWords = 80;
/** Runs of figures that no document holds would keep the patterns busy for ever. */
const endlessFigures = /[0-9０-９,，.．零〇一二两三四五六七八九十百千万亿]{40,}/gu;

/** Figures of a text of any make. */
export function safeFigures(text: string): readonly TextFigure[] {
  return findFigures(text.replaceAll(endlessFigures, (run) => '□'.repeat(run.length)));
}

const deadline = new RegExp(
  `${datePattern}\\s*(?:前|之前|止|以前)|(?:到|至)?\\s*\\d{4}\\s*年\\s*(?:\\d{1,2}\\s*月)?\\s*(?:底|末)(?:前)?|(?:到|至)\\s*\\d{4}\\s*年|每(?:年|季度?|月|半年)\\s*(?:\\d{1,2}\\s*月\\s*)?(?:底|\\d{1,2}\\s*日)?前`,
  'gu',
);

const office = /(?:局|委|办|厅|部|院|会|行|署|政府|中心|公司|集团|处|单位|部门|组|校|市|区)$/u;

/** Departments in the brackets at the end of a clause: （责任单位：市科技局、市财政局）. */
function departmentsIn(text: string): readonly string[] {
  const names: string[] = [];
  for (const [, inner = ''] of text.matchAll(
    /[（(〔[]([^（）()〔〕[\]]{2,200}(?:（[^（）]{1,20}）[^（）()]{0,80})*)[）)〕\]]/gu,
  )) {
    const said = /(?:责任|牵头|配合|负责|主办|协办)(?:单位|部门)?\s*[:：]/u.test(inner);
    const parts = inner
      .split(/[、，,；;。:：]/u)
      .map((part) => part.trim())
      .filter(
        (part) => part !== '' && !/^(?:责任|牵头|配合|负责|主办|协办)(?:单位|部门)?$/u.test(part),
      );
    const offices = parts.filter(
      (part) =>
        part.length <= 30 &&
        office.test(part) &&
        /^(?:[市省区县各]|国|杭|.{1,4}[市省区县])|(?:局|委|办|厅|院|行)$/u.test(part),
    );
    if (offices.length > 0 && (said || offices.length * 2 > parts.length)) names.push(...offices);
  }
  return [...new Set(names)];
}

const grants = /给予|补助|奖励|资助|补贴|贴息|减免|免征|奖补|补偿|支持资金|返还|减按|减半/u;
const aims =
  /达到|突破|超过|力争|实现|新增|累计|不低于|不少于|培育|建成|占比|增长|提高到|控制在|以上/u;

function shortened(words: string): string {
  const tidy = words.replaceAll(/\s+/gu, '');
  return tidy.length <= longestWords ? tidy : `${tidy.slice(0, longestWords)}……`;
}

function proposalsIn(text: string, departments: readonly string[]): readonly Proposal[] {
  const proposals: Proposal[] = [];
  for (const sentence of text.split(/[。；;]/u)) {
    const figures = safeFigures(sentence);
    const sums = figures.some(
      ({ kind }) => kind === 'money' || kind === 'share' || kind === 'ratio',
    );
    if (sums && grants.test(sentence))
      proposals.push({ kind: 'measure', words: shortened(sentence) });
    else if (figures.some(({ kind }) => kind !== 'period') && aims.test(sentence))
      proposals.push({ kind: 'indicator', words: shortened(sentence) });
  }
  if (departments.length > 0 && !proposals.some(({ kind }) => kind === 'measure'))
    proposals.push({
      kind: 'task',
      words: shortened(`${text.split(/[。；]/u)[0] ?? ''}（${departments.join('、')}）`),
    });
  return proposals;
}

/** Figures, deadlines, departments of the words of a clause, and what they may become. */
export function findInClause(text: string): ClauseFindings {
  const departments = departmentsIn(text);
  return {
    figures: safeFigures(text),
    deadlines: [
      ...new Set([...text.matchAll(deadline)].map(([words]) => words.replaceAll(/\s/gu, ''))),
    ],
    departments,
    proposals: proposalsIn(text, departments),
  };
}
