/** Words as search compares them: one width, small letters, no white space (which is layout in Chinese). */
export function foldWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

/** Every character and every pair of neighbouring characters of folded words, each once. */
export function gramsOf(folded: string): ReadonlySet<string> {
  const characters = Array.from(folded);
  const grams = new Set<string>(characters);
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1];
    if (next !== undefined) grams.add(character + next);
  }
  return grams;
}

/** The grams that a text must have to contain the term: its pairs, or its only character. */
export function gramsAsked(folded: string): readonly string[] {
  const characters = Array.from(folded);
  if (characters.length < 2) return characters;
  const pairs = characters
    .slice(0, -1)
    .map((character, index) => character + characters[index + 1]);
  return [...new Set(pairs)];
}

/** Terms of a query: what white space separates, each folded. */
export function termsOf(query: string): readonly string[] {
  const terms = query.split(/\s+/u).map(foldWords);
  return [...new Set(terms.filter((term) => term !== ''))];
}
