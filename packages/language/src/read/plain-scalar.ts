import type { ScalarNode } from './data-node.ts';

/** What an unquoted scalar stands for in YAML's core schema; `undefined` for forms that rule files do not use. */
export function plainValue(text: string): ScalarNode['value'] | undefined {
  const first = text.charCodeAt(0);
  // Almost every scalar begins with a Chinese character and is a string.
  if (first > 127) return text;
  if (text === '' || text === '~' || /^(?:null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^[-+]?(?:\d+|\.\d+|\d+\.\d*)$/.test(text)) return Number(text);
  if (/^[-+]?(?:0[xo]|\.(?:inf|nan))|^[-+.\d]+e/i.test(text)) return undefined;
  return text;
}

/** Whether an unquoted scalar may begin with these characters outside a flow collection. */
export function beginsPlain(character: string, next: string): boolean {
  if (character === '-' || character === '?' || character === ':') return !' \n'.includes(next);
  return !'[]{},#&*!|>\'"%@`'.includes(character);
}
