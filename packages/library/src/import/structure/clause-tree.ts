import { isClosing } from './line-marks.ts';
import { numberings } from './numbering.ts';
import type { Marker, Numbering } from './numbering.ts';
import type { Paragraph } from './paragraph.ts';

/** A numbered clause with its own paragraphs, the first of which bears the number, and the clauses below it. */
export interface ClauseNode {
  readonly numbering: Numbering;
  readonly number: number;
  readonly label: string;
  /** What the clause is about, as far as its first words say so. */
  readonly name: string;
  readonly paragraphs: readonly Paragraph[];
  readonly children: readonly ClauseNode[];
}

/** A number that does not follow the one before it. */
export interface NumberFault {
  readonly kind: 'gap' | 'repeated';
  readonly paragraph: Paragraph;
  readonly label: string;
  readonly expected: number;
}

export interface ClauseTree {
  readonly preface: readonly Paragraph[];
  readonly clauses: readonly ClauseNode[];
  readonly closing: readonly Paragraph[];
  readonly faults: readonly NumberFault[];
}

interface Growing extends ClauseNode {
  readonly paragraphs: Paragraph[];
  readonly children: Growing[];
}

const longestName = 40;

/** The first sentence or what stands before its colon; the whole heading where it has no end. */
export function nameOf(rest: string): string {
  const bracketed = /^[【[〔]([^】\]〕]{2,30})[】\]〕]/u.exec(rest)?.[1];
  if (bracketed !== undefined) return bracketed;
  const [sentence = ''] = rest.split(/[。：；:;!！]/u);
  const [clause = ''] = sentence.split('，');
  const name = (sentence.length <= longestName ? sentence : clause).trim();
  return name.length <= longestName ? name : `${name.slice(0, longestName)}…`;
}

function rank(numbering: Numbering): number {
  return numberings.indexOf(numbering);
}

class TreeBuilder {
  readonly preface: Paragraph[] = [];
  readonly clauses: Growing[] = [];
  readonly closing: Paragraph[] = [];
  readonly faults: NumberFault[] = [];
  private open: Growing[] = [];
  /** The last number of each kind, and under which clause it stood. */
  private readonly last = new Map<
    Numbering,
    { readonly number: number; readonly under: Growing | undefined }
  >();

  number(paragraph: Paragraph, marker: Marker): void {
    const { numbering, number, label, rest } = marker;
    this.open = this.open.filter((each) => rank(each.numbering) < rank(numbering));
    const under = this.open.at(-1);
    this.checkNumber(paragraph, marker, under);
    this.last.set(numbering, { number, under });
    const node: Growing = {
      numbering,
      number,
      label,
      name: nameOf(rest),
      paragraphs: [paragraph],
      children: [],
    };
    (under?.children ?? this.clauses).push(node);
    this.open.push(node);
  }

  /** Numbers go on, also over the borders of larger clauses, or begin again under another clause. */
  private checkNumber(
    paragraph: Paragraph,
    { numbering, number, label }: Marker,
    under: Growing | undefined,
  ): void {
    const before = this.last.get(numbering);
    const expected = before === undefined ? 1 : before.number + 1;
    if (number === expected || (number === 1 && before?.under !== under)) return;
    // Lists inside one clause begin again and again: 1. 2. 3., then text, then 1. 2.
    if (number === 1 && rank(numbering) >= rank('digit')) return;
    const kind = before !== undefined && number <= before.number ? 'repeated' : 'gap';
    this.faults.push({ kind, paragraph, label, expected });
  }

  /** `4.5G基站`: the fourth point, if the third stands before it. */
  follows({ numbering, number }: Marker): boolean {
    const before = this.last.get(numbering);
    return (
      before !== undefined &&
      number === before.number + 1 &&
      this.open.some((each) => each.numbering === numbering)
    );
  }

  plain(paragraph: Paragraph): void {
    const own = this.open.at(-1)?.paragraphs ?? this.preface;
    own.push(paragraph);
  }
}

/** The clauses of the paragraphs of one document, by the numbers that they begin with. */
export function growClauses(paragraphs: readonly Paragraph[]): ClauseTree {
  const builder = new TreeBuilder();
  const lastNumbered = paragraphs.findLastIndex(
    ({ marker }) => marker !== undefined && !marker.doubtful,
  );
  let closed = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    const { marker, text } = paragraph;
    if (marker !== undefined && (!marker.doubtful || builder.follows(marker)))
      builder.number(paragraph, marker);
    else if (index > lastNumbered && lastNumbered >= 0 && (closed || isClosing(text))) {
      closed = true;
      builder.closing.push(paragraph);
    } else builder.plain(paragraph);
  }
  const { preface, clauses, closing, faults } = builder;
  return { preface, clauses, closing, faults };
}

/** All clauses of a tree, each before those below it. */
export function walkClauses(clauses: readonly ClauseNode[]): readonly ClauseNode[] {
  return clauses.flatMap((node) => [node, ...walkClauses(node.children)]);
}
