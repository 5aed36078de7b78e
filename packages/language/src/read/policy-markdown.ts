import { nearName } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import type { SourceFile } from './source-file.ts';

const keywords = [
  '政策',
  '用例',
  '任务',
  '指标',
  '清单',
  '流程',
  '抽查',
  '合同',
  '不执行',
] as const;
export type BlockKeyword = (typeof keywords)[number];

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface RawBlock extends Stretch {
  readonly keyword: BlockKeyword;
  /** The body between the fences. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

export interface RawPassage extends Stretch {
  readonly text: string;
  readonly blocks: RawBlock[];
}

export interface RawClause extends Stretch {
  readonly heading: string;
  readonly section: string;
  readonly lines: { readonly from: number; readonly to: number } | undefined;
  readonly passages: RawPassage[];
}

export interface RawDocument {
  readonly frontMatter: Stretch | undefined;
  readonly clauses: readonly RawClause[];
}

interface Line extends Stretch {
  readonly text: string;
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const content = text[end - 1] === '\r' && end > start ? end - 1 : end;
    lines.push({ text: text.slice(start, content), start, end: content });
    if (newline < 0) break;
    start = newline + 1;
  }
  return lines;
}

/** Reads the lines of a policy file into front matter, clauses, quotations and fenced blocks, with their places. */
class MarkdownReader {
  private readonly file: SourceFile;
  private readonly reporter: Reporter;
  private readonly lines: readonly Line[];
  private readonly clauses: RawClause[] = [];
  private next = 0;
  private section = '';

  constructor(file: SourceFile, reporter: Reporter) {
    this.file = file;
    this.reporter = reporter;
    this.lines = splitLines(file.text);
  }

  read(): RawDocument {
    const frontMatter = this.frontMatter();
    while (this.next < this.lines.length) this.line();
    return { frontMatter, clauses: this.clauses };
  }

  private current(): Line {
    return this.lines[this.next] ?? { text: '', start: 0, end: 0 };
  }

  private frontMatter(): Stretch | undefined {
    const first = this.current();
    if (first.text.replace(/^\uFEFF/, '').trimEnd() === '---') {
      for (let i = 1; i < this.lines.length; i++) {
        const line = this.lines[i];
        if (line?.text.trimEnd() !== '---') continue;
        this.next = i + 1;
        return { start: this.lines[1]?.start ?? 0, end: line.start };
      }
    }
    this.reporter.report('frontMatter', this.span(first), '没有文首（---）');
    return undefined;
  }

  private line(): void {
    const { text } = this.current();
    if (text.startsWith('```')) this.block();
    else if (text.startsWith('>')) this.quotation();
    else if (text.startsWith('## ')) this.clauseHeading();
    else {
      if (text.startsWith('# ')) this.section = text.slice(2).trim();
      this.next++;
    }
  }

  private clauseHeading(): void {
    const line = this.current();
    this.next++;
    const match = /^##\s+(.*?)\s*〔(\d+)(?:\s*[-–—－]\s*(\d+))?〕\s*$/.exec(line.text);
    const from = Number(match?.[2]);
    const to = Number(match?.[3] ?? match?.[2]);
    if (match === null || to < from)
      this.reporter.report('headingLines', this.span(line), '标题没有写明原文行号');
    this.clauses.push({
      heading: match?.[1] ?? line.text.slice(3).trim(),
      section: this.section,
      lines: match === null || to < from ? undefined : { from, to },
      passages: [],
      start: line.start,
      end: line.end,
    });
  }

  private quotation(): void {
    const start = this.current().start;
    let { end } = this.current();
    let text = '';
    while (this.next < this.lines.length && this.current().text.startsWith('>')) {
      text += this.current().text.slice(1).trim();
      end = this.current().end;
      this.next++;
    }
    const clause = this.clauses.at(-1);
    if (clause === undefined) {
      this.reporter.report(
        'blockOutsideClause',
        this.file.span(start, end),
        '引文不在任何一条之下',
      );
      return;
    }
    clause.passages.push({ text, start, end, blocks: [] });
  }

  private block(): void {
    const open = this.current();
    const word = open.text.slice(3).trim();
    let close = this.next + 1;
    while (close < this.lines.length && this.lines[close]?.text.trimEnd() !== '```') close++;
    const closing = this.lines[close];
    if (closing === undefined)
      this.reporter.report('unclosedBlock', this.span(open), `“${word}”块没有结束`);
    const bodyEnd = closing?.start ?? this.file.text.length;
    const bodyStart = Math.min(this.lines[this.next + 1]?.start ?? bodyEnd, bodyEnd);
    this.next = close + 1;
    this.place(open, word, { bodyStart, bodyEnd, start: open.start, end: closing?.end ?? bodyEnd });
  }

  private place(open: Line, word: string, body: Omit<RawBlock, 'keyword'>): void {
    const keyword = keywords.find((candidate) => candidate === word);
    if (keyword === undefined) {
      const near = nearName(word, keywords);
      this.reporter.report('unknownBlock', this.span(open), `没有“${word}”这种块`, {
        hint: near === undefined ? undefined : `是不是“${near}”？`,
      });
      return;
    }
    const clause = this.clauses.at(-1);
    const passage = clause?.passages.at(-1);
    if (passage !== undefined) passage.blocks.push({ keyword, ...body });
    else if (clause === undefined)
      this.reporter.report('blockOutsideClause', this.span(open), `“${word}”块不在任何一条之下`);
    else this.reporter.report('blockWithoutQuotation', this.span(open), `“${word}”块上面没有引文`);
  }

  private span(line: Stretch) {
    return this.file.span(line.start, line.end);
  }
}

export function readPolicyMarkdown(file: SourceFile, reporter: Reporter): RawDocument {
  return new MarkdownReader(file, reporter).read();
}
