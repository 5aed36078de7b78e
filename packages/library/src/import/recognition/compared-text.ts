import type { PolicyDocument } from '@luodi/language';
import { Likeness } from '../../differences/likeness.ts';
import { walkClauses } from '../structure/clause-tree.ts';
import { endsSentence, withoutBlanks } from '../structure/line-marks.ts';
import type { Paragraph } from '../structure/paragraph.ts';
import type { RecognisedDocument } from '../structure/recognised-document.ts';

/** One clause as words without blanks. */
interface ComparedClause {
  readonly heading: string;
  readonly words: string;
  /** Its paragraphs, a heading that stands alone left out: not everybody quotes headings. */
  readonly paragraphs: readonly string[];
  readonly likeness: Likeness;
}

/** A document made ready to be compared with many others. */
export interface ComparedText {
  readonly title: string;
  readonly titleLikeness: Likeness;
  readonly words: string;
  readonly likeness: Likeness;
  readonly clauses: readonly ComparedClause[];
  readonly draft: boolean;
  /** First day in force, else the day of issue; ISO. */
  readonly day: string | undefined;
}

/** What a document is about: its title without kind of draft, year of edition and quotation marks. */
function titleCore(title: string): string {
  return withoutBlanks(title)
    .replaceAll(/[（(〔][^（）()〔〕]{1,30}[）)〕]|[《》〈〉“”"]/gu, '')
    .replace(/^.{0,30}?关于(?:印发|转发)?/u, '');
}

/** Fewer characters are no clause. */
const shortest = 12;

function isHeading(words: string): boolean {
  if (!endsSentence(words)) return words.length <= 50;
  return words.length <= 30 && /^[^。；：]+。$/u.test(words);
}

function compared(
  title: string,
  clauses: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[],
): Pick<ComparedText, 'title' | 'titleLikeness' | 'words' | 'likeness' | 'clauses'> {
  const words = clauses.flatMap(({ paragraphs }) => paragraphs).join('');
  return {
    title,
    titleLikeness: new Likeness(titleCore(title)),
    words,
    likeness: new Likeness(words),
    clauses: clauses.flatMap((clause): readonly ComparedClause[] => {
      const paragraphs = clause.paragraphs.filter((each) => !isHeading(each));
      const own = paragraphs.join('');
      return own.length < shortest
        ? []
        : [{ heading: clause.heading, paragraphs, words: own, likeness: new Likeness(own) }];
    }),
  };
}

function bareAll(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs.map(({ text }) => withoutBlanks(text));
}

/** Quotations of a document of the library; what stands above and below its text is left out. */
export function comparedPolicy(document: PolicyDocument): ComparedText {
  const clauses = document.clauses
    .filter(({ heading }) => !/^(?:文首|文末|主送|落款|标题|印发通知)/u.test(heading))
    .map(({ heading, passages }) => ({
      heading,
      paragraphs: passages.map(({ quote }) => withoutBlanks(quote.text)),
    }));
  const stated = document.validityBasis === 'stated' ? document.validity.from : document.issued;
  return {
    ...compared(document.title, clauses),
    draft: document.status === 'draft',
    day: stated?.toString(),
  };
}

/** Clauses of a recognised document with what stands before the first of them. */
export function comparedImport(document: RecognisedDocument): ComparedText {
  const clauses = [
    { heading: '序言', paragraphs: bareAll(document.preface) },
    ...walkClauses(document.clauses).map(({ label, name, paragraphs }) => ({
      heading: `${label}${name}`,
      paragraphs: bareAll(paragraphs),
    })),
    { heading: '附则', paragraphs: bareAll(document.closing) },
  ];
  return {
    ...compared(document.title.value, clauses),
    draft: document.status === 'draft',
    day: (document.effective?.date ?? document.issued?.value)?.toString(),
  };
}
