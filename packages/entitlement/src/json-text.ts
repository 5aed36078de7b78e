/** JSON with whole numbers of any size: fen are bigint and print as integer literals. A key with `undefined` is left out. */
export type Json =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

function isList(
  value: readonly Json[] | { readonly [key: string]: Json | undefined },
): value is readonly Json[] {
  return Array.isArray(value);
}

function printed(value: Json, margin: string, step: string): string {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = margin + step;
  const [open, close, parts] = isList(value)
    ? ['[', ']', value.map((item) => printed(item, inner, step))]
    : [
        '{',
        '}',
        Object.entries(value).flatMap(([key, item]) =>
          item === undefined
            ? []
            : [`${JSON.stringify(key)}:${step === '' ? '' : ' '}${printed(item, inner, step)}`],
        ),
      ];
  if (parts.length === 0) return open + close;
  if (step === '') return open + parts.join(',') + close;
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${margin}${close}`;
}

/** One JSON document, keys in the order given. `indent` 0 prints it on one line. */
export function printJson(value: Json, indent = 2): string {
  return printed(value, '', ' '.repeat(indent));
}
