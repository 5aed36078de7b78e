import { spanOf } from '../../read/data-node.ts';
import type { Keyed } from '../../read/keyed.ts';

/**
 * 英文结果 of a measure: what its 决定 or 另行规定 says, in English. One text where the measure says one thing; a mapping from
 * the Chinese words where it says several.
 */
export class EnglishResults {
  private readonly keyed: Keyed;
  private readonly single: string;
  private readonly byWords: ReadonlyMap<string, string>;
  private readonly asked = new Set<string>();

  constructor(keyed: Keyed) {
    this.keyed = keyed;
    const value = keyed.value('英文结果');
    const mapping = value?.kind === 'mapping' ? value : undefined;
    this.single = value?.kind === 'scalar' ? value.text : '';
    this.byWords = new Map(
      (mapping?.entries ?? []).flatMap((entry) =>
        entry.value.kind === 'scalar' ? [[entry.key.text, entry.value.text]] : [],
      ),
    );
    if (value?.kind === 'list')
      keyed.reporter.report(
        'wrongShape',
        spanOf(value),
        '“英文结果”写一句话，或“原话：英文”的映射',
      );
  }

  /** The English of these words; empty when it is not given. */
  of(words: string): string {
    this.asked.add(words);
    return this.byWords.get(words) ?? this.single;
  }

  /** Once the amount is read: words without English, and English without words. */
  reportMissing(name: string): void {
    const { keyed } = this;
    const node = keyed.value('英文结果');
    const said = [...this.asked];
    const without = said.find((words) => this.of(words) === '');
    const entry = keyed.entry('给') ?? keyed.node.entries[0];
    if (without !== undefined && entry !== undefined)
      keyed.reporter.report(
        'missingEnglish',
        spanOf(entry.key),
        `措施“${name}”的“${without}”没有英文`,
      );
    if (this.single !== '' && said.length > 1 && node !== undefined)
      keyed.reporter.report(
        'missingEnglish',
        spanOf(node),
        `措施“${name}”有几句不同的话，只有一句英文`,
        {
          hint: '写成映射：英文结果: { 原话: English, … }',
        },
      );
    for (const words of this.byWords.keys())
      if (!this.asked.has(words) && node !== undefined)
        keyed.reporter.report('badValue', spanOf(node), `措施“${name}”没有说“${words}”`);
    if (said.length === 0 && node !== undefined)
      keyed.reporter.report('badValue', spanOf(node), `措施“${name}”没有“决定”或“另行规定”`, {
        hint: '删去“英文结果”',
      });
  }
}
