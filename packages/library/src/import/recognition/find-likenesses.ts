import type { ComparedText } from './compared-text.ts';

/** What two documents are to each other: the first is the one that was imported. */
export type Kinship =
  | 'same'
  | 'nearly_same'
  | 'draft_of'
  | 'final_of'
  | 'later_version'
  | 'earlier_version'
  | 'other_version';

/** A document of the library, or of the same file, that an imported one is like. */
export interface FoundLikeness<Key> {
  readonly key: Key;
  readonly title: string;
  readonly kinship: Kinship;
  /** Dice's coefficient over pairs of characters, in thousandths. */
  readonly wordsInCommon: number;
  /** Clauses of the imported document whose words stand in the other, that read otherwise there, that only it has. */
  readonly clausesSame: number;
  readonly clausesReworded: number;
  readonly clausesAdded: number;
  /** Clauses that only the other document has. */
  readonly clausesLost: number;
}

const nearly = 0.9;
const likeWords = 0.5;
const likeTitle = 0.55;
const fewWords = 0.25;
const sameTitle = 0.9;
const likeClause = 0.5;

function stands({ paragraphs }: ComparedText['clauses'][number], { words }: ComparedText): boolean {
  return paragraphs.every((paragraph) => words.includes(paragraph));
}

function compareClauses(ours: ComparedText, theirs: ComparedText) {
  const counts = { clausesSame: 0, clausesReworded: 0, clausesAdded: 0, clausesLost: 0 };
  const hasLike = (clause: ComparedText['clauses'][number], among: ComparedText) =>
    among.clauses.some((other) => clause.likeness.to(other.likeness) >= likeClause);
  for (const clause of ours.clauses) {
    if (stands(clause, theirs)) counts.clausesSame++;
    else if (hasLike(clause, theirs)) counts.clausesReworded++;
    else counts.clausesAdded++;
  }
  for (const clause of theirs.clauses)
    if (!stands(clause, ours) && !hasLike(clause, ours)) counts.clausesLost++;
  return counts;
}

function versionOf(ours: ComparedText, theirs: ComparedText): Kinship {
  if (ours.draft !== theirs.draft) return ours.draft ? 'draft_of' : 'final_of';
  if (ours.day === undefined || theirs.day === undefined || ours.day === theirs.day)
    return 'other_version';
  return ours.day > theirs.day ? 'later_version' : 'earlier_version';
}

function kinshipOf(ours: ComparedText, theirs: ComparedText, words: number): Kinship | undefined {
  // A text of a few words is like nothing.
  if (ours.words.length < 60 || theirs.words.length < 60) return undefined;
  if (ours.draft === theirs.draft) {
    if (words >= 0.995 || theirs.words.includes(ours.words) || ours.words.includes(theirs.words))
      return 'same';
    if (words >= nearly) return 'nearly_same';
  }
  const title = ours.titleLikeness.to(theirs.titleLikeness);
  const related =
    words >= likeWords ||
    (title >= likeTitle && words >= fewWords) ||
    (title >= sameTitle && words >= 0.15);
  return related ? versionOf(ours, theirs) : undefined;
}

/** The documents that one is a copy, a draft or another version of, the likest first. */
export function findLikenesses<Key>(
  ours: ComparedText,
  others: Iterable<readonly [Key, ComparedText]>,
): readonly FoundLikeness<Key>[] {
  const found: FoundLikeness<Key>[] = [];
  for (const [key, theirs] of others) {
    const [short, long] = [ours.words.length, theirs.words.length].toSorted((a, b) => a - b);
    // So few of the longer one's words can be common to both.
    if ((short ?? 0) * 10 < (long ?? 0)) continue;
    const words = ours.likeness.to(theirs.likeness);
    const kinship = kinshipOf(ours, theirs, words);
    if (kinship === undefined) continue;
    const clauses = compareClauses(ours, theirs);
    // The same matter in quite other words is another document, not a version of this one.
    const touches = clauses.clausesSame + clauses.clausesReworded > 0;
    if (!touches && ours.titleLikeness.to(theirs.titleLikeness) < sameTitle) continue;
    const unchanged = clauses.clausesReworded + clauses.clausesAdded + clauses.clausesLost === 0;
    found.push({
      key,
      title: theirs.title,
      kinship: kinship === 'nearly_same' && unchanged ? 'same' : kinship,
      wordsInCommon: Math.floor(words * 1000),
      ...clauses,
    });
  }
  return found.sort((a, b) => b.wordsInCommon - a.wordsInCommon);
}
