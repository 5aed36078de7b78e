/** Kinds of fact that can be declared from a rule, the commonest first. */
export const declarableTypes = [
  '是否',
  '金额',
  '比率',
  '个数',
  '数',
  '日期',
  '时长',
  '面积',
  '选项',
] as const;

type DeclarableType = (typeof declarableTypes)[number];

const units: Partial<Record<DeclarableType, string>> = { 个数: '家', 时长: '年' };

/** Puts an entry at the end of a section of a vocabulary file, which begins it if there is none yet. */
function withEntry(text: string, section: string, entry: string): string {
  const lines = text
    .replace(/\s+$/, '')
    .split('\n')
    .filter((line, index, all) => line !== '' || all.length > 1 || index > 0);
  const start = lines.findIndex((line) => line.trimEnd() === `${section}:`);
  if (start < 0) return `${[...lines, `${section}:`, entry].join('\n')}\n`;
  let end = start + 1;
  while (end < lines.length && /^(\s|#|$)/.test(lines[end] ?? '')) end++;
  return `${[...lines.slice(0, end), entry, ...lines.slice(end)].join('\n')}\n`;
}

/** An id that neither the file nor the vocabulary has. Names are Chinese, ids are not: the author gives a telling one. */
function freeId(text: string, taken: ReadonlyMap<string, unknown>): string {
  for (let number = 1; ; number++) {
    const id = `new_fact_${number}`;
    if (!taken.has(id) && !text.includes(id)) return id;
  }
}

/**
 * The text of a vocabulary file with a new fact at the end of its 事实: complete, so that rules can use it at once, with
 * definition and question to be worded by the author. `taken` are the ids of the vocabulary.
 */
export function declareFact(
  text: string,
  name: string,
  type: DeclarableType,
  taken: ReadonlyMap<string, unknown>,
): string {
  const unit = units[type];
  const list = `${name}的选项`;
  const question = type === '是否' ? `是否${name}？` : `${name}是多少？`;
  const entry = [
    `  ${name}:`,
    `    标识: ${freeId(text, taken)}`,
    '    英文: ""',
    `    类型: ${type}`,
    ...(unit === undefined ? [] : [`    单位: ${unit}`]),
    ...(type === '选项' ? [`    选项: ${list}`] : []),
    '    定义: ""',
    '    英文定义: ""',
    '    出处: ""',
    `    问: ${question}`,
    '    英文问: ""',
  ].join('\n');
  if (type !== '选项') return withEntry(text, '事实', entry);
  const choices = `  ${list}:\n    英文: ""\n    有序: 否\n    项:\n      甲: A\n      乙: B`;
  return withEntry(withEntry(text, '清单', choices), '事实', entry);
}

/** The text of a vocabulary file with a new matter at the end of its 事项. */
export function declareMatter(text: string, name: string): string {
  return withEntry(text, '事项', `  ${name}: { 英文: "" }`);
}
