import { compareDiagnostics } from '@luodi/kernel';
import type { Diagnostic } from '@luodi/kernel';
import { Reporter } from '../diagnostic/reporter.ts';
import type { Clause, Content, PolicyDocument, Quote } from '../tree/index.ts';
import { departure } from './departure.ts';
import { SourceText, withoutSpace } from './source-text.ts';

/** Parts of the source that some quotation of a document covers, as offsets into the source text. */
type Covered = Uint8Array;

const punctuation = /[\p{P}\p{S}\s]+/gu;

function bare(text: string): string {
  return text.replace(punctuation, '');
}

function lineWords(from: number, to: number): string {
  return from === to ? `第${from}行` : `第${from}-${to}行`;
}

class CitationChecker {
  private readonly reporter: Reporter;
  private readonly document: PolicyDocument;
  private readonly source: SourceText;
  private readonly covered: Covered;
  /** Clauses with a quotation that does not stand in the source: what is uncovered there says nothing. */
  private readonly departing = new Set<Clause>();

  constructor(document: PolicyDocument, source: SourceText, reporter: Reporter) {
    this.document = document;
    this.source = source;
    this.reporter = reporter;
    this.covered = new Uint8Array(source.startOf(source.lines.length + 1));
  }

  check(): void {
    for (const clause of this.document.clauses) {
      let after = 0;
      for (const passage of clause.passages) {
        const end = this.quote(passage.quote, after);
        if (end === undefined) this.departing.add(clause);
        else after = end;
      }
    }
    const claimed = new Set<number>();
    for (const clause of this.document.clauses)
      if (!this.departing.has(clause)) this.coverage(clause, claimed);
  }

  /** Marks what a quotation covers; the offset of its end, or nothing when it does not stand in its lines. */
  private quote(quote: Quote, after: number): number | undefined {
    const words = withoutSpace(quote.text);
    const { from, to } = quote.source;
    const start = this.source.startOf(from);
    const end = this.source.startOf(to + 1);
    const inside = (offset: number) => offset >= 0 && offset + words.length <= end;
    let at = this.source.find(words, Math.max(after, start));
    if (!inside(at)) at = this.source.find(words, start);
    if (words !== '' && inside(at)) {
      this.covered.fill(1, at, at + words.length);
      return at + words.length;
    }
    const elsewhere = words === '' ? -1 : this.source.find(words);
    const hint =
      elsewhere >= 0
        ? `这段话在${lineWords(this.source.lineAt(elsewhere), this.source.lineAt(elsewhere + words.length - 1))}，改正标题里的行号`
        : departure(words, this.source.wordsOf(from, to));
    const message = `引文不在 ${quote.source.file} ${lineWords(from, to)}`;
    this.reporter.report('quoteNotFound', quote.span, message, { hint });
    return undefined;
  }

  private coverage(clause: Clause, claimed: Set<number>): void {
    const heading = bare(clause.heading);
    for (let line = clause.source.from; line <= clause.source.to; line++) {
      if (claimed.has(line)) continue;
      claimed.add(line);
      const open = this.uncovered(line).filter((words) => !heading.includes(bare(words)));
      if (open.length === 0) continue;
      const message = `第${line}行还有未引用的词：${open.map((words) => `“${words}”`).join('、')}`;
      this.reporter.report('uncovered', clause.span, message);
    }
  }

  /** Runs of words on a line that no quotation covers; punctuation alone is no run. */
  private uncovered(line: number): string[] {
    const runs: string[] = [];
    const [start, end] = [this.source.startOf(line), this.source.startOf(line + 1)];
    const text = this.source.wordsOf(line, line);
    for (let at = start; at < end; at++) {
      if (this.covered[at] === 1) continue;
      let stop = at;
      while (stop < end && this.covered[stop] !== 1) stop++;
      const run = text.slice(at - start, stop - start);
      if (bare(run) !== '') runs.push(run);
      at = stop;
    }
    return runs;
  }
}

function checkLines(document: PolicyDocument, lines: number, reporter: Reporter): boolean {
  const outside = document.clauses.filter((clause) => clause.source.to > lines);
  for (const clause of outside)
    reporter.report('noSuchLines', clause.span, `${clause.source.file} 只有${lines}行`);
  return outside.length === 0;
}

/**
 * Compares every quotation with the source it names (`corpus`: file name to its lines), white space aside: it must stand
 * within the lines of its clause, and together the quotations should hold every word of those lines (a warning with the
 * words that are left).
 */
export function checkCitations(
  content: Pick<Content, 'documents'>,
  corpus: ReadonlyMap<string, readonly string[]>,
): readonly Diagnostic[] {
  const reporter = new Reporter();
  const sources = new Map<string, SourceText>();
  for (const document of content.documents) {
    const { file } = document.source;
    const lines = corpus.get(file);
    if (lines === undefined) {
      const [clause] = document.clauses;
      if (clause !== undefined) reporter.report('noSuchLines', clause.span, `没有来源文件 ${file}`);
      continue;
    }
    const source = sources.get(file) ?? new SourceText(lines);
    sources.set(file, source);
    if (!checkLines(document, lines.length, reporter)) continue;
    new CitationChecker(document, source, reporter).check();
  }
  return [...reporter.diagnostics].sort(compareDiagnostics);
}
