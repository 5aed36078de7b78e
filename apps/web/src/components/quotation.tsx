import type { Quote } from '@luodi/language';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.ts';

/** A stretch of the words to be marked: offsets of its first character and behind its last, and what the mark means. */
export interface QuotationMark {
  readonly start: number;
  readonly end: number;
  readonly meaning: string;
}

function marked(text: string, marks: readonly QuotationMark[]): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, meaning } of marks) {
    parts.push(text.slice(at, start));
    parts.push(
      <span key={start} className="loose-figure" title={meaning}>
        {text.slice(start, end)}
      </span>,
    );
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** A clause's own words with where they stand. */
export function Quotation({
  quote,
  source,
  marks = [],
}: {
  readonly quote: Quote;
  readonly source: string;
  /** In their order, none within another. */
  readonly marks?: readonly QuotationMark[];
}) {
  const texts = useTexts();
  const { from, to, file } = quote.source;
  return (
    <figure style={{ margin: '8px 0' }}>
      <blockquote className="law" lang="zh-CN">
        {marked(quote.text, marks)}
      </blockquote>
      <figcaption className="quiet" style={{ paddingLeft: 15, fontSize: 13 }}>
        {texts.card.source}: {source} · {file} {texts.card.lines(from, to)}
      </figcaption>
    </figure>
  );
}
