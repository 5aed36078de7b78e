import { indentMore, insertNewlineAndIndent } from '@codemirror/commands';
import type { StateCommand } from '@codemirror/state';
import { linesOf } from './document-lines.ts';
import { environmentIn } from './environment.ts';

/** What a new line begins with, after the line of YAML that stands before the cursor. */
function yamlContinuation(line: string): string | undefined {
  const [, blank = '', dash = '', rest = ''] = /^(\s*)(-\s+)?(.*?)\s*$/.exec(line) ?? [];
  if (rest === '') return undefined;
  const isKey = /^[^\s"'{[][^{[]*:(\s|$)/.test(rest);
  const inner = blank + ' '.repeat(dash.length);
  if (/^(条件|除外|依次|就高|择一|累加|步骤|项|条款|段|目标):$/.test(rest)) return `${inner}  - `;
  if (rest.endsWith(':')) return `${inner}  `;
  return isKey ? inner : blank + dash;
}

/** Enter: goes on with a quotation, a list or the keys of a mapping; on an empty item it leaves the list. */
export const continueLine: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  const { file } = environmentIn(state);
  const line = state.doc.lineAt(main.head);
  const kind = linesOf(state, file).kinds[line.number - 1]?.kind;
  const before = line.text.slice(0, main.head - line.from);
  const put = (from: number, insert: string) => {
    const cursor = from + insert.length;
    dispatch(
      state.update({
        changes: { from, to: main.to, insert },
        selection: { anchor: cursor },
        scrollIntoView: true,
        userEvent: 'input',
      }),
    );
    return true;
  };
  if (!main.empty || before !== line.text) return insertNewlineAndIndent({ state, dispatch });
  if (kind === 'quotation') {
    if (/^>\s*$/.test(before)) return put(line.from, '');
    return put(main.head, '\n> ');
  }
  if (kind !== 'block' && kind !== 'front_matter' && kind !== 'vocabulary')
    return insertNewlineAndIndent({ state, dispatch });
  if (/^\s*-\s*$/.test(before)) {
    const blank = /^\s*/.exec(before)?.[0] ?? '';
    return put(line.from, blank.slice(0, Math.max(0, blank.length - 2)));
  }
  const next = yamlContinuation(before);
  return next === undefined
    ? insertNewlineAndIndent({ state, dispatch })
    : put(main.head, `\n${next}`);
};

/** Tab: two spaces at the cursor, or all chosen lines further in. */
export const indentOrSpace: StateCommand = ({ state, dispatch }) => {
  if (state.selection.ranges.some((range) => !range.empty)) return indentMore({ state, dispatch });
  dispatch(
    state.update(state.replaceSelection('  '), { scrollIntoView: true, userEvent: 'input' }),
  );
  return true;
};
