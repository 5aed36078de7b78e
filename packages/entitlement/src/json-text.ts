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

/** Prints whole numbers of any size. Writes piece after piece onto one text: joining lists of texts level by level would copy the inner ones again and again. */
class JsonWriter {
  private text = '';
  private readonly step: string;
  private readonly colon: string;

  constructor(step: string) {
    this.step = step;
    this.colon = step === '' ? ':' : ': ';
  }

  print(value: Json): string {
    this.value(value, this.step === '' ? '' : '\n');
    return this.text;
  }

  private value(value: Json, line: string): void {
    if (typeof value === 'string') this.text += JSON.stringify(value);
    else if (value === null || typeof value !== 'object') this.text += String(value);
    else if (isList(value)) this.list(value, line);
    else this.mapping(value, line);
  }

  private list(items: readonly Json[], line: string): void {
    if (items.length === 0) {
      this.text += '[]';
      return;
    }
    const inner = line + this.step;
    let before = `[${inner}`;
    for (const item of items) {
      this.text += before;
      this.value(item, inner);
      before = `,${inner}`;
    }
    this.text += `${line}]`;
  }

  private mapping(mapping: { readonly [key: string]: Json | undefined }, line: string): void {
    const inner = line + this.step;
    let before = `{${inner}`;
    for (const key of Object.keys(mapping)) {
      const item = mapping[key];
      if (item === undefined) continue;
      this.text += before + JSON.stringify(key) + this.colon;
      this.value(item, inner);
      before = `,${inner}`;
    }
    this.text += before.startsWith('{') ? '{}' : `${line}}`;
  }
}

/** What the engine's own printer makes of a value, if no whole number in it is beyond the safe ones, which it does not know. */
function printedByEngine(value: Json, step: string): string | undefined {
  let safe = true;
  const text = JSON.stringify(
    value,
    (_key, part: unknown) => {
      if (typeof part !== 'bigint') return part;
      const number = Number(part);
      if (!Number.isSafeInteger(number)) safe = false;
      return number;
    },
    step,
  );
  return safe ? text : undefined;
}

/** One JSON document, keys in the order given. `indent` 0 prints it on one line. */
export function printJson(value: Json, indent = 2): string {
  const step = ' '.repeat(indent);
  return printedByEngine(value, step) ?? new JsonWriter(step).print(value);
}
