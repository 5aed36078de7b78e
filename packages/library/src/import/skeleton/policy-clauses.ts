import { numberings } from '../structure/numbering.ts';
import type { ClauseNode } from '../structure/clause-tree.ts';
import type { Paragraph } from '../structure/paragraph.ts';
import type { RecognisedDocument } from '../structure/recognised-document.ts';
import { quotationsOf } from './quotations.ts';
import type { Quotation } from './quotations.ts';

/** A part of a policy file: a heading of a section, or a clause with its quotations. */
export type PolicyPart =
  | { readonly kind: 'section'; readonly heading: string }
  | {
      readonly kind: 'clause';
      readonly office: 'head' | 'preface' | 'clause' | 'closing' | 'tail';
      readonly heading: string;
      readonly quotations: readonly Quotation[];
    };

/** Numbering finer than this stays inside the clause above. */
const finest = numberings.indexOf('digit');

function isFine({ numbering }: ClauseNode): boolean {
  return numberings.indexOf(numbering) > finest;
}

function withFineClauses(node: ClauseNode): readonly Paragraph[] {
  return [...node.paragraphs, ...node.children.filter(isFine).flatMap(withFineClauses)];
}

/** A heading on one line that only names what stands below it. */
function isBareHeading({ paragraphs, name }: ClauseNode, hasParts: boolean): boolean {
  const [first] = paragraphs;
  return (
    hasParts &&
    paragraphs.length === 1 &&
    first !== undefined &&
    first.text.length <= 60 &&
    name !== ''
  );
}

class PartWriter {
  readonly parts: PolicyPart[] = [];
  private readonly document: RecognisedDocument;
  private readonly headings = new Map<string, number>();

  constructor(document: RecognisedDocument) {
    this.document = document;
  }

  clause(
    office: Extract<PolicyPart, { kind: 'clause' }>['office'],
    heading: string,
    paragraphs: readonly Paragraph[],
  ): void {
    const quotations = quotationsOf(paragraphs, this.document.strays);
    if (quotations.length === 0) return;
    const count = (this.headings.get(heading) ?? 0) + 1;
    this.headings.set(heading, count);
    this.parts.push({
      kind: 'clause',
      office,
      heading: count === 1 ? heading : `${heading}（其${count}）`,
      quotations,
    });
  }

  node(node: ClauseNode, above: string): void {
    const parts = node.children.filter((child) => !isFine(child));
    const label = `${above}${node.label}`;
    const heading = `${label}${/[、）)．.]$/u.test(label) ? '' : ' '}${node.name}`.trim();
    if (isBareHeading(node, parts.length > 0)) this.parts.push({ kind: 'section', heading });
    else {
      if (parts.length > 0 && above === '') this.parts.push({ kind: 'section', heading });
      this.clause('clause', heading, withFineClauses(node));
    }
    for (const child of parts) this.node(child, label);
  }
}

/** Where documents share a line, the headings of the clauses on it say which words are not theirs. */
function withNeighbours(
  parts: readonly PolicyPart[],
  { before, after, from, to }: RecognisedDocument,
): readonly PolicyPart[] {
  return parts.map((part) => {
    if (part.kind === 'section') return part;
    const starts = part.quotations.some((each) => each.from === from) ? before : undefined;
    const ends = part.quotations.some((each) => each.to === to) ? after : undefined;
    const words = [starts, ends].filter((each) => each !== undefined);
    return words.length === 0
      ? part
      : { ...part, heading: `${part.heading}（同一行上属于另一份文件的：${words.join('；')}）` };
  });
}

/** The parts of the policy file of a document, in the order of its text. */
export function policyParts(document: RecognisedDocument): readonly PolicyPart[] {
  const writer = new PartWriter(document);
  writer.clause('head', '文首 标题、文号、主送', document.head);
  writer.clause('preface', '序言', document.preface);
  for (const node of document.clauses) writer.node(node, '');
  writer.clause('closing', '附则 施行与期限', document.closing);
  writer.clause('tail', '文末 落款与附件', document.tail);
  return withNeighbours(writer.parts, document);
}
