import type { MiddlewareHandler } from 'hono';
import type { ErrorDetail } from '../contract/index.ts';
import { detail, refusal, refuse } from '../errors/refusal.ts';

/** What nobody writes and no database keeps: the character NUL, and halves of characters. */
const unkept = /\0|\p{Surrogate}/u;

/** Deeper than any facts or decisions are. */
const mostDepth = 100;

/** Whether a text can be kept as it is. */
export function isKept(text: string): boolean {
  return !unkept.test(text);
}

/** What is wrong with a text that cannot be kept. `place`: the field that holds it. */
export function unkeptDetail(place: string): ErrorDetail {
  return detail(
    place,
    'unkept_character',
    {
      zh: '含有不能保存的字符（NUL 或半个字符）',
      en: 'it holds a character that cannot be kept (NUL, or half a character)',
    },
    { zh: '请重新输入这段文字', en: 'type the text again' },
  );
}

function tooDeep(place: string): ErrorDetail {
  return detail(
    place.slice(0, 100),
    'too_deep',
    { zh: `嵌套超过 ${mostDepth} 层`, en: `nested more than ${mostDepth} deep` },
    { zh: '请减少嵌套', en: 'nest it less' },
  );
}

/** The one name that readers of JSON drop without a word. */
const dropped = '__proto__';

function droppedDetail(place: string): ErrorDetail {
  return detail(
    place === '' ? dropped : `${place}.${dropped}`,
    'reserved_name',
    { zh: `“${dropped}” 不能作名称`, en: `“${dropped}” cannot be a name` },
    { zh: '请去掉这一项', en: 'leave it out' },
  );
}

/** What in JSON data cannot be kept or is nested beyond all measure; `undefined`: nothing. */
export function jsonFault(data: unknown): ErrorDetail | undefined {
  const left: { readonly place: string; readonly value: unknown; readonly depth: number }[] = [
    { place: '', value: data, depth: 0 },
  ];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { place, value, depth } = next;
    if (typeof value === 'string' && !isKept(value)) return unkeptDetail(place);
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= mostDepth) return tooDeep(place);
    for (const [key, inner] of Object.entries(value)) {
      if (!isKept(key)) return unkeptDetail(place);
      if (key === dropped) return droppedDetail(place);
      left.push({ place: place === '' ? key : `${place}.${key}`, value: inner, depth: depth + 1 });
    }
  }
  return undefined;
}

/** Refuses addresses with the character NUL: nothing has such a name, and the database takes no such text. */
export const keptAddress: MiddlewareHandler = async (c, next) => {
  const [path = '', ...query] = c.req.url.split('?');
  if (path.includes('%00')) return refuse(c, refusal('not_found'));
  return query.join('?').includes('%00')
    ? refuse(c, refusal('invalid_query', unkeptDetail('')))
    : next();
};
