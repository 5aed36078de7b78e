import type { Reporter } from '../diagnostic/reporter.ts';
import { checkQuotedValues } from '../check/quoted-values.ts';
import { spanOf } from '../read/data-node.ts';
import type { DataNode } from '../read/data-node.ts';
import { Keyed } from '../read/keyed.ts';
import type { RawBlock, RawClause, RawPassage } from '../read/policy-markdown.ts';
import { readMoney } from '../resolve/read-expression.ts';
import type {
  Block,
  Clause,
  Example,
  Expression,
  JointCap,
  Measure,
  Passage,
  PolicyDocument,
  Quote,
} from '../tree/index.ts';
import { walkExpression } from '../tree/walk-expression.ts';
import { EntryContexts } from './blocks/entry-contexts.ts';
import { readEntryBlock } from './blocks/read-block.ts';
import type { DocumentContext } from './document-context.ts';
import { readExample } from './read-example.ts';
import { readInert } from './read-inert.ts';
import { readMeasure } from './read-measure.ts';
import { readRelations } from './relations.ts';
import type { SourceDocument } from './source-document.ts';

type PlacedBlock = Block & { readonly source: string };

/** Second pass over one policy file: names are known, rules are resolved. */
class DocumentReader {
  private readonly source: SourceDocument;
  private readonly context: DocumentContext;
  private readonly reporter: Reporter;
  private readonly measures = new Map<string, Measure>();
  private readonly exampled = new Set<string>();
  private readonly entries: EntryContexts;

  constructor(source: SourceDocument, context: DocumentContext) {
    this.source = source;
    this.context = context;
    this.reporter = context.reporter;
    this.entries = new EntryContexts(source, context);
  }

  read(): PolicyDocument {
    // Examples may name any measure of the document, so all measures are read before the first example.
    const read = this.source.clauses.map((clause) => this.clauseMeasures(clause));
    const clauses = this.source.clauses.map((clause, index) =>
      this.clause(clause, read[index] ?? []),
    );
    if (this.context.extent === 'everything') this.checkExamples();
    return {
      ...this.source.header,
      clauses,
      jointCaps: this.jointCaps(),
      relations: readRelations(this.source, this.context),
      file: this.source.file.path,
    };
  }

  private checkExamples(): void {
    for (const measure of this.measures.values()) {
      if (this.exampled.has(measure.id)) continue;
      this.reporter.report('noExample', measure.span, `措施“${measure.name}”没有用例`);
    }
  }

  private quote(clause: RawClause, passage: RawPassage): Quote {
    const { source } = this.source.header;
    const lines = clause.lines ?? source;
    return {
      text: passage.text,
      source: { file: source.file, from: lines.from, to: lines.to },
      span: this.source.file.span(passage.start, passage.end),
    };
  }

  private clauseMeasures(clause: RawClause): ReadonlyMap<RawBlock, readonly Measure[]>[] {
    return clause.passages.map((passage) => {
      const quote = this.quote(clause, passage);
      const policies = passage.blocks.filter((block) => block.keyword === '政策');
      return new Map(policies.map((block) => [block, this.blockMeasures(block, clause, quote)]));
    });
  }

  private blockMeasures(block: RawBlock, clause: RawClause, quote: Quote): readonly Measure[] {
    const node = this.source.data.get(block);
    if (node === undefined) return [];
    if (node.kind !== 'mapping') {
      this.reporter.report('wrongShape', spanOf(node), '“政策”块写成“措施名: …”');
      return [];
    }
    const { id, validity } = this.source.header;
    const words = this.context.extent === 'everything' ? this.entries.wordsOf(quote) : undefined;
    return node.entries.flatMap((entry) => {
      const read = readMeasure(entry, {
        document: id,
        validity,
        clause: clause.heading,
        quote,
        names: this.context.names,
        index: this.context.index,
        reporter: this.reporter,
      });
      if (read === undefined) return [];
      if (words !== undefined)
        checkQuotedValues(read, words, () => this.entries.documentWords(), this.reporter);
      if (!this.context.index.owns(id, entry.key)) return [];
      this.measures.set(read.measure.id, read.measure);
      return [read.measure];
    });
  }

  private clause(
    raw: RawClause,
    measures: readonly ReadonlyMap<RawBlock, readonly Measure[]>[],
  ): Clause {
    const span = this.source.file.span(raw.start, raw.end);
    const { source } = this.source.header;
    if (raw.passages.length === 0)
      this.reporter.report('noQuotation', span, `“${raw.heading}”下面没有引文`);
    const passages = raw.passages.map((passage, index) =>
      this.passage(raw, passage, measures[index] ?? new Map()),
    );
    const lines = raw.lines ?? source;
    return {
      heading: raw.heading,
      section: raw.section,
      source: { file: source.file, from: lines.from, to: lines.to },
      passages,
      span,
    };
  }

  private passage(
    clause: RawClause,
    raw: RawPassage,
    measures: ReadonlyMap<RawBlock, readonly Measure[]>,
  ): Passage {
    const quote = this.quote(clause, raw);
    if (!raw.blocks.some((block) => block.keyword !== '用例'))
      this.reporter.report('quotationWithoutBlock', quote.span, '引文后面没有说明它怎样执行的块');
    const blocks = raw.blocks.flatMap((block): PlacedBlock[] => {
      const read = this.block(block, clause, { raw, quote }, measures);
      const source = this.source.file.text.slice(block.bodyStart, block.bodyEnd);
      return read === undefined ? [] : [{ ...read, source }];
    });
    return { quote, blocks };
  }

  private block(
    block: RawBlock,
    clause: RawClause,
    passage: { readonly raw: RawPassage; readonly quote: Quote },
    measures: ReadonlyMap<RawBlock, readonly Measure[]>,
  ): Block | undefined {
    const span = this.source.file.span(block.start, block.end);
    const node = this.source.data.get(block);
    switch (block.keyword) {
      case '政策':
        return { kind: 'measures', measures: measures.get(block) ?? [], span };
      case '用例':
        return node === undefined
          ? undefined
          : { kind: 'examples', examples: this.examples(node, clause, passage.raw), span };
      case '不执行':
        return node === undefined ? undefined : readInert(node, span, this.reporter);
      case '任务':
      case '指标':
      case '清单':
      case '流程':
      case '抽查':
      case '合同': {
        const context = this.entries.under(passage.quote, clause.heading);
        return node === undefined ? undefined : readEntryBlock(block.keyword, node, span, context);
      }
    }
  }

  /** The names of the measures written in some blocks, whether or not they could be read. */
  private namesIn(blocks: readonly RawBlock[]): string[] {
    return blocks.flatMap((block) => {
      const node = block.keyword === '政策' ? this.source.data.get(block) : undefined;
      return node?.kind === 'mapping' ? node.entries.map((entry) => entry.key.text) : [];
    });
  }

  private examples(node: DataNode, clause: RawClause, passage: RawPassage): readonly Example[] {
    if (node.kind !== 'list') {
      this.reporter.report('wrongShape', spanOf(node), '“用例”块写成列表，每项以 - 开头');
      return [];
    }
    const unread = (raw: RawBlock) => raw.keyword === '政策' && !this.source.data.has(raw);
    if (clause.passages.some((each) => each.blocks.some(unread))) return [];
    const here = this.namesIn(passage.blocks);
    const inClause = this.namesIn(clause.passages.flatMap((p) => p.blocks));
    const [name] = here.length === 1 ? here : inClause.length === 1 ? inClause : [];
    const { id } = this.source.header;
    const { names, index } = this.context;
    return node.items.flatMap(
      (item) =>
        readExample(item, {
          names,
          reporter: this.reporter,
          implied: name === undefined ? undefined : `${id}/${name}`,
          measureId: (written) => index.resolve(id, written, this.reporter),
          mentions: (measureId) => this.exampled.add(measureId),
          measure: (measureId) => this.measures.get(measureId),
        }) ?? [],
    );
  }

  private jointCaps(): readonly JointCap[] {
    const { header, frontMatter } = this.source;
    const { names, index } = this.context;
    const reporter = this.reporter;
    return frontMatter.items('合并封顶').flatMap((node) => {
      if (node.kind !== 'mapping') {
        reporter.report('wrongShape', spanOf(node), '合并封顶的每一项写 名、金额、成员');
        return [];
      }
      const keyed = new Keyed(node, ['名', '金额', '成员'], '合并封顶', reporter);
      for (const key of ['名', '金额', '成员']) if (!keyed.has(key)) keyed.missing(key, '合并封顶');
      const amount = keyed.value('金额');
      const scope = { subject: '企业', items: undefined };
      const cap = amount && readMoney(amount, { names, scope, reporter });
      if (amount !== undefined && cap !== undefined && !isFixed(cap))
        reporter.report('jointCapFixed', spanOf(amount), '合并封顶的金额随事实而变');
      const members = keyed
        .texts('成员')
        .flatMap((name) => index.resolve(header.id, name, reporter) ?? []);
      return cap === undefined ? [] : [{ name: keyed.text('名') ?? '', cap, members }];
    });
  }
}

/** Whether a sum is the same for everybody. */
function isFixed(sum: Expression): boolean {
  for (const { kind } of walkExpression(sum))
    if (kind !== 'literal' && kind !== 'arithmetic') return false;
  return true;
}

export function readDocument(source: SourceDocument, context: DocumentContext): PolicyDocument {
  return new DocumentReader(source, context).read();
}
