import type { ProposedExample } from '@luodi/evaluation';
import { compareDates } from '@luodi/kernel';
import { lineKinds } from '@luodi/language';
import type { Measure } from '@luodi/language';

/** An insertion, with the place where the author goes on writing. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
  readonly cursor: number;
}

/** A proposed example as it is written, its result left open; what the rule gives stands beside it as a remark. */
function exampleText({ title, facts, date, gives }: ProposedExample, measure: Measure): string {
  const stated = [...facts].map(([key, value]) => `${key}: ${value}`).join(', ');
  const ownDay = compareDates(date, measure.validity.from) === 0;
  return [
    `- 名: ${title}`,
    `  政策: ${measure.name}`,
    ...(ownDay ? [] : [`  日期: ${date.toString()}`]),
    `  事实: { ${stated} }`,
    `  得:  # 照原文填；规则现在算得：${gives}`,
  ].join('\n');
}

/** Where the examples of a measure go: the end of the 用例 block after it, else a new block below its own. */
function placeFor(
  text: string,
  measure: Measure,
): { readonly at: number; readonly fence: boolean } {
  const lines = text.split('\n');
  const kinds = lineKinds(lines, 'policy');
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  let at = starts.findLastIndex((start) => start <= measure.span.start.offset);
  while (at < lines.length && kinds[at]?.kind === 'block') at++;
  const end = (starts[at] ?? text.length) + (lines[at]?.length ?? 0);
  for (let next = at + 1; next < lines.length; next++) {
    const kind = kinds[next];
    if (kind?.kind === 'clause' || kind?.kind === 'quotation') break;
    if (kind?.kind === 'fence' && kind.keyword !== '用例') break;
    if (kind?.kind !== 'fence') continue;
    let close = next + 1;
    while (close < lines.length && kinds[close]?.kind === 'block') close++;
    return { at: starts[close] ?? text.length, fence: false };
  }
  return { at: Math.min(end, text.length), fence: true };
}

/** Puts proposed examples under their measure; the cursor goes to the first result to be filled in. */
export function insertExamples(
  text: string,
  measure: Measure,
  proposals: readonly ProposedExample[],
): Insertion {
  const { at, fence } = placeFor(text, measure);
  const body = proposals.map((each) => exampleText(each, measure)).join('\n');
  const inserted = fence ? `\n\n\`\`\`用例\n${body}\n\`\`\`` : `${body}\n`;
  const result = inserted.indexOf('  得: ');
  return { at, text: inserted, cursor: at + result + '  得: '.length };
}
