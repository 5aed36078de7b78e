import type { PolicyDocument } from '@luodi/language';

/** How documents speak of measures that meet. */
const speaksOfStacking =
  /不重复|重复(?:享受|支持|申报|资助)|就高|从高|从优|叠加|不再享受|同时享受|兼得/u;

/** The sentences of a document that say what becomes of measures that meet, with their clauses. */
export function stackingWords({
  clauses,
}: PolicyDocument): readonly { readonly clause: string; readonly text: string }[] {
  return clauses.flatMap(({ heading, passages }) =>
    passages.flatMap(({ quote }) =>
      quote.text
        .split(/(?<=[。；\n])/u)
        .map((sentence) => sentence.trim())
        .filter((sentence) => speaksOfStacking.test(sentence))
        .map((text) => ({ clause: heading, text })),
    ),
  );
}
