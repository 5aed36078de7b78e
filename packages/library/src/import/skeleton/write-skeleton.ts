import { createHash } from 'node:crypto';
import type { PlainDate } from '@luodi/kernel';
import { withoutBlanks } from '../structure/line-marks.ts';
import type { RecognisedDocument } from '../structure/recognised-document.ts';
import { findInClause } from './clause-findings.ts';
import type { ClauseFindings } from './clause-findings.ts';
import { frontMatter } from './front-matter.ts';
import { policyParts } from './policy-clauses.ts';
import type { PolicyPart } from './policy-clauses.ts';
import type { Quotation } from './quotations.ts';

type Clause = Extract<PolicyPart, { kind: 'clause' }>;

/** A policy file to begin with: everything quoted, nothing encoded. */
export interface Skeleton {
  readonly id: string;
  readonly fileName: string;
  readonly text: string;
}

export interface SkeletonContext {
  /** Name of the plain text that the quotations stand in. */
  readonly sourceFile: string;
  readonly today: PlainDate;
  readonly annexOfTitle: string | undefined;
  readonly draftOfTitle: string | undefined;
}

const offices = {
  head: { reason: '附则', note: '标题、文号、主送机关和印发的话，内容已写进文首' },
  preface: { reason: '宣示', note: '说明目的和依据' },
  closing: { reason: '附则', note: '施行日、期限和负责单位，已写进文首' },
  tail: { reason: '附则', note: '落款、日期和附件名称' },
} as const;

/** A cautious guess at why nothing runs yet, by the words of the clause. */
function reasonOf(text: string, { departments }: ClauseFindings): string {
  if (/(?:所称|是指|系指)/u.test(text.slice(0, 80))) return '定义';
  if (/(?:申报|申请|受理|审核|评审|公示)[^。]{0,30}(?:流程|程序|材料|步骤)|按以下程序/u.test(text))
    return '程序';
  if (departments.length > 0) return '任务';
  if (/(?:实施细则|另行制定|另行规定|按照?有关规定|按规定)/u.test(text)) return '另行规定';
  if (/(?:负责|履行)[^。]{0,20}职责|由[^。]{2,20}负责/u.test(text)) return '职责';
  return '宣示';
}

function list(words: readonly string[]): string {
  const most = 40;
  return `${words.slice(0, most).join('、')}${words.length > most ? ` 等 ${words.length} 处` : ''}`;
}

function noteOf({ figures, deadlines, departments }: ClauseFindings): string {
  const parts = [
    ...(figures.length === 0 ? [] : [`数字：${list(figures.map(({ text }) => text))}`]),
    ...(deadlines.length === 0 ? [] : [`期限：${list(deadlines)}`]),
    ...(departments.length === 0 ? [] : [`单位：${list(departments)}`]),
  ];
  return parts.length === 0 ? '待编码：没有找到数字、期限和单位' : `待编码：${parts.join('；')}`;
}

const proposalWords = { measure: '疑似措施', indicator: '疑似指标', task: '疑似任务' } as const;

const strayNotes = {
  page_number: '页码，排版时留下的，不是文件的文字',
  contents: '目录，不是正文',
  bookmark: '书签，转换时留下的，不是文件的文字',
  web_page: '网页上的归档信息或按钮，不是文件的文字',
} as const;

function passage({ office }: Clause, { text, stray }: Quotation): string {
  if (stray !== undefined)
    return [`> ${text}`, '', '```不执行', '理由: 附则', `说明: ${strayNotes[stray]}`, '```'].join(
      '\n',
    );
  const findings = findInClause(text);
  const { reason, note } =
    office === 'clause'
      ? { reason: reasonOf(text, findings), note: noteOf(findings) }
      : offices[office];
  const proposals = office === 'clause' || office === 'preface' ? findings.proposals : [];
  return [
    `> ${text}`,
    '',
    '```不执行',
    `理由: ${reason}`,
    `说明: ${JSON.stringify(note)}`,
    '```',
    ...proposals.flatMap(({ kind, words }) => ['', `${proposalWords[kind]}：${words}`]),
  ].join('\n');
}

function clauseText(clause: Clause): string {
  const from = Math.min(...clause.quotations.map((each) => each.from));
  const to = Math.max(...clause.quotations.map((each) => each.to));
  const lines = from === to ? `${from}` : `${from}-${to}`;
  const heading = clause.heading.replaceAll(/[〔〕\n]/gu, ' ').trim();
  return [
    `## ${heading} 〔${lines}〕`,
    ...clause.quotations.map((each) => passage(clause, each)),
  ].join('\n\n');
}

/** An id from the year and the words of the document: the same text always gets the same. */
function idOf(
  { effective, issued, clauses, title, preface }: RecognisedDocument,
  text: string,
): string {
  const year = effective?.date?.year ?? issued?.value.year;
  const words = `${title.value}\n${preface.length}\n${clauses.length}\n${withoutBlanks(text)}`;
  const digest = createHash('sha256').update(words).digest('hex').slice(0, 8);
  return `imported-${year ?? 'undated'}-${digest}`;
}

/** Writes the policy file of a recognised document, with everything that the encoder will need marked under the words. */
export function writeSkeleton(document: RecognisedDocument, context: SkeletonContext): Skeleton {
  const parts = policyParts(document);
  const quotations = parts.flatMap((part) => (part.kind === 'clause' ? part.quotations : []));
  const quoted = quotations.map(({ text }) => withoutBlanks(text)).join('\n');
  const id = idOf(document, quoted);
  const front = frontMatter(document, {
    ...context,
    id,
    isQuoted: (words) => quoted.includes(withoutBlanks(words)),
  });
  const bodies = parts.map((part) =>
    part.kind === 'section' ? `# ${part.heading}` : clauseText(part),
  );
  const opening = `# ${document.title.value}\n\n由导入生成：原文已逐条引用，规则待编码。编号由内容推算，可改成易读的名字；英文标题待译。`;
  return { id, fileName: `${id}.policy.md`, text: `${[front, opening, ...bodies].join('\n\n')}\n` };
}
