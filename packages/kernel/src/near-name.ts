/** Edit distance of Damerau and Levenshtein (restricted): insertions, deletions, substitutions, swaps of neighbours. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const previous = rows[i - 1] ?? [];
      let best = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(
    Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2)),
  );
}

/** Share of character pairs the two have in common, 0 to 1; tells long Chinese names with inserted words apart. */
function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

/** No name is longer; comparing a whole text with every name would take seconds. */
const longestName = 100;
/** Less alike is another name. */
const leastScore = 0.5;

/** The known name most like `name`, if one is near enough to be what was meant. */
export function nearName(name: string, known: Iterable<string>): string | undefined {
  if (name.length > longestName) return undefined;
  const pairs = pairsOf(name);
  let best: string | undefined;
  let bestScore = 0;
  for (const candidate of known) {
    const longest = Math.max(name.length, candidate.length, 1);
    // So many letters more or fewer are as many edits at least.
    const mostAlike = 1 - Math.abs(name.length - candidate.length) / longest;
    const edit = mostAlike < leastScore ? 0 : 1 - distance(name, candidate) / longest;
    const contained =
      name.length >= 2 && (candidate.includes(name) || name.includes(candidate)) ? 0.55 : 0;
    const score = Math.max(edit, overlap(pairs, pairsOf(candidate)), contained);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return bestScore >= leastScore ? best : undefined;
}
