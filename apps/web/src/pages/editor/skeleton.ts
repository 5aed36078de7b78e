interface Paragraph {
  readonly line: number;
  readonly text: string;
}

/** The number that a clause begins with: 一、 · （一） · 第一条 · 1. */
const numbering =
  /^(第[〇零一二三四五六七八九十百\d]+[条章]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])\s*/;
const longestName = 20;

function paragraphsOf(source: string): readonly Paragraph[] {
  return source
    .split(/\r?\n/)
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '');
}

/** A line that only names what follows: numbered, short and without the end of a sentence. */
function isSection(text: string): boolean {
  return numbering.test(text) && text.length <= 30 && !/[。；：，]/.test(text);
}

function headingOf({ text, line }: Paragraph): string {
  const number = numbering.exec(text)?.[1] ?? '';
  const rest = text.slice(numbering.exec(text)?.[0].length ?? 0);
  const name = /^[^。；：，、]{1,20}/.exec(rest)?.[0] ?? rest.slice(0, longestName);
  return `## ${number}${name} 〔${line}〕`;
}

/** Clause headings and quotations for the text of a policy, one paragraph each; lines count from 1 in the text as pasted. */
export function clausesOf(source: string, withTitle: boolean): string {
  const paragraphs = paragraphsOf(source).slice(withTitle ? 1 : 0);
  return paragraphs
    .map((paragraph) =>
      isSection(paragraph.text)
        ? `# ${paragraph.text}\n`
        : `${headingOf(paragraph)}\n\n> ${paragraph.text}\n`,
    )
    .join('\n');
}

/** Whether the first line of a text is its title: short, and no numbered clause or sentence. */
export function beginsWithTitle(source: string): boolean {
  const [first] = paragraphsOf(source);
  return (
    first !== undefined &&
    first.text.length <= 60 &&
    !numbering.test(first.text) &&
    !/[。；]$/.test(first.text)
  );
}

/** Stands where the English is still to be written. */
export const untranslated = 'To be translated';

/** Stands in the template where the first quotation goes. */
export const placeholderWords = '把原文抄在这里。';

/** A new policy file: front matter to be filled in and, if there is a source text, its clauses. `today` is its first day in force. */
export function newPolicy(id: string, today: string, source: string): string {
  const titled = beginsWithTitle(source);
  const title = titled ? (paragraphsOf(source)[0]?.text ?? '') : '未命名的政策';
  const lines = Math.max(1, source.trimEnd().split('\n').length);
  const front = [
    '---',
    `编号: ${id}`,
    `标题: ${title}`,
    `英文标题: ${untranslated}`,
    '文号: ""',
    '发布机关: ""',
    `施行: ${today}`,
    '有效期至: 长期',
    '牵头: ""',
    '叠加: 未规定',
    `来源: { 文件: ${id}.txt, 行: [1, ${lines}] }`,
    '---',
    '',
    '',
  ].join('\n');
  const clauses = clausesOf(source, titled);
  return front + (clauses === '' ? `## 一、条款的名称 〔1〕\n\n> ${placeholderWords}\n` : clauses);
}
