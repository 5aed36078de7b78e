import { keywords } from '../expression/operators.ts';

const identifier =
  /^[a-zA-Z_\u00b7\u2018\u2019\u201c\u201d\u3007\u3400-\u4dbf\u4e00-\u9fff][a-zA-Z0-9_\u00b7\u2018\u2019\u201c\u201d\u3007\u3400-\u4dbf\u4e00-\u9fff]*$/;

/** Why a text cannot be a name in expressions; `undefined` when it can. */
export function nameFault(name: string): string | undefined {
  if (keywords.includes(name)) return `“${name}”是关键词，不能作名字`;
  if (identifier.test(name)) return undefined;
  return /^\d/.test(name)
    ? `名字“${name}”不能以数字开头`
    : `名字“${name}”只能由汉字、字母、数字、·、_、“”组成`;
}
