import type { Diagnostic } from '@luodi/kernel';
import { codes } from '../diagnostic/codes.ts';
import type { TextEdit } from './text-edit.ts';

/** A way to mend a fault with one key. What it says is the caller's to put into words. */
export type QuickFix =
  /** Write the near name that the hint gives. */
  | { readonly kind: 'replace'; readonly with: string; readonly edit: TextEdit }
  /** Write a key that is missing. */
  | { readonly kind: 'add_key'; readonly key: string; readonly edit: TextEdit }
  /** Write the line number that a heading lacks. */
  | { readonly kind: 'add_lines'; readonly edit: TextEdit }
  /** Say under a quotation what becomes of it. */
  | { readonly kind: 'add_block'; readonly keyword: string; readonly edit: TextEdit }
  /** The vocabulary lacks a fact or matter: declare it there. */
  | { readonly kind: 'declare'; readonly what: 'fact' | 'matter'; readonly name: string };

/** Placeholders that are right as they stand, or show what is to be filled in. */
const placeholders: Readonly<Record<string, string>> = {
  英文: 'To be translated',
  英文说明: 'To be translated',
  叠加: '未规定',
  有效期至: '长期',
  来源: '{ 文件: 原文.txt, 行: [1, 1] }',
  类型: '是否',
  种类: '事项',
  理由: '宣示',
};

const quoted = /“([^”]+)”/;

function replacement(diagnostic: Diagnostic, text: string): QuickFix | undefined {
  const near = /是不是“([^”]+)”？/.exec(diagnostic.hint)?.[1];
  if (near === undefined) return undefined;
  const { start, end } = diagnostic.span;
  const within = text.slice(start.offset, end.offset);
  // The place may be wider than the name, e.g. the whole line of a fence.
  const wrong = quoted.exec(diagnostic.message)?.[1];
  const at = wrong === undefined ? -1 : within.indexOf(wrong);
  const edit =
    wrong === undefined || at < 0
      ? { start: start.offset, end: end.offset, text: near }
      : { start: start.offset + at, end: start.offset + at + wrong.length, text: near };
  return { kind: 'replace', with: near, edit };
}

function addedKey(diagnostic: Diagnostic, text: string): QuickFix | undefined {
  const key = /(?:缺少|没有写)“([^”]+)”/.exec(diagnostic.message)?.[1];
  const at = diagnostic.span.start.offset;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(lineStart, at);
  if (key === undefined || !/^[\s-]*$/.test(before) || /[{[]/.test(text[at] ?? ''))
    return undefined;
  const indent = ' '.repeat(before.length);
  const inserted = `${key}: ${placeholders[key] ?? '""'}\n${indent}`;
  return { kind: 'add_key', key, edit: { start: at, end: at, text: inserted } };
}

function addedBlocks({ span }: Diagnostic): readonly QuickFix[] {
  const at = span.end.offset;
  const block = (keyword: string, body: string): QuickFix => ({
    kind: 'add_block',
    keyword,
    edit: { start: at, end: at, text: `\n\n\`\`\`${keyword}\n${body}\n\`\`\`` },
  });
  return [
    block(
      '政策',
      '措施名:\n  英文: To be translated\n  英文说明: To be translated\n  事项: \n  条件:\n    - \n  给: ',
    ),
    block('不执行', '理由: 宣示\n说明: '),
    block('任务', '任务名:\n  英文: To be translated\n  责任: []'),
  ];
}

function declaration({ code, message }: Diagnostic): QuickFix | undefined {
  const name = quoted.exec(message)?.[1];
  if (name === undefined || !message.startsWith('没有')) return undefined;
  const bare = name.replace(/^[^(（]+[(（](.+)[)）]$/, '$1');
  if (code === codes.unknownMatter.code) return { kind: 'declare', what: 'matter', name };
  if (code === codes.unknownName.code || code === codes.exampleFact.code)
    return { kind: 'declare', what: 'fact', name: bare };
  return undefined;
}

/** What can be done about a fault in `text`, the likeliest first; empty when only the author can mend it. */
export function quickFixesFor(diagnostic: Diagnostic, text: string): readonly QuickFix[] {
  const { code, span } = diagnostic;
  const fixes = [replacement(diagnostic, text), declaration(diagnostic)];
  switch (code) {
    case codes.missingKey.code:
    case codes.noValidity.code:
      fixes.push(addedKey(diagnostic, text));
      break;
    case codes.headingLines.code:
      fixes.push({
        kind: 'add_lines',
        edit: { start: span.end.offset, end: span.end.offset, text: ' 〔1〕' },
      });
      break;
    case codes.quotationWithoutBlock.code:
      fixes.push(...addedBlocks(diagnostic));
      break;
    case codes.unclosedBlock.code: {
      const gap = text.endsWith('\n') ? '' : '\n';
      fixes.push({
        kind: 'replace',
        with: '```',
        edit: { start: text.length, end: text.length, text: `${gap}\`\`\`\n` },
      });
      break;
    }
    default:
      break;
  }
  return fixes.filter((fix) => fix !== undefined);
}
