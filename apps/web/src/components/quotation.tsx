import type { Quote } from '@luodi/language';
import { useTexts } from '../i18n/use-texts.ts';

/** A clause's own words with where they stand. */
export function Quotation({ quote, source }: { readonly quote: Quote; readonly source: string }) {
  const texts = useTexts();
  const { from, to, file } = quote.source;
  return (
    <figure style={{ margin: '8px 0' }}>
      <blockquote className="law" lang="zh-CN">
        {quote.text}
      </blockquote>
      <figcaption className="quiet" style={{ paddingLeft: 15, fontSize: 13 }}>
        {texts.card.source}: {source} · {file} {texts.card.lines(from, to)}
      </figcaption>
    </figure>
  );
}
