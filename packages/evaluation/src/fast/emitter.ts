import type { Slot } from './slots.ts';

/** Thrown while generating code for what the fast function does not cover; the caller falls back. Never leaves this folder. */
export class NotCovered extends Error {}

/** A number in generated code: the variable holds `value × scale`, a whole number. */
export interface EmittedNumber {
  readonly variable: string;
  readonly scale: bigint;
}

/** Collects statements, variables and slots of one generated function. */
export class Emitter {
  readonly lines: string[] = [];
  readonly slots: Slot[] = [];
  private readonly slotIndex = new Map<string, number>();
  private variables = 0;

  variable(initial?: string): string {
    const name = `v${this.variables++}`;
    this.lines.push(initial === undefined ? `let ${name};` : `let ${name} = ${initial};`);
    return name;
  }

  /** The expression that reads a slot. */
  slot(slot: Slot): string {
    const key = JSON.stringify(slot);
    const known = this.slotIndex.get(key);
    const index = known ?? this.slots.push(slot);
    if (known === undefined) this.slotIndex.set(key, index);
    return `s[${index}]`;
  }

  add(line: string): void {
    this.lines.push(line);
  }

  /** Statements of `body` inside braces. */
  block(head: string, body: () => void): void {
    this.lines.push(`${head} {`);
    body();
    this.lines.push('}');
  }

  /** Leaves the function for the general evaluator when the value is missing. */
  needKnown(variable: string): void {
    this.lines.push(`if (${variable} !== ${variable}) return 2;`);
  }

  /** Leaves the function when a whole number is too large to be exact in a double. */
  needSafe(variable: string): void {
    this.lines.push(
      `if ((${variable} > ${Number.MAX_SAFE_INTEGER} && ${variable} !== Infinity) || ${variable} < ${-Number.MAX_SAFE_INTEGER}) return 2;`,
    );
  }

  /** The same number at a larger scale. */
  rescale(number: EmittedNumber, scale: bigint): string {
    if (number.scale === scale) return number.variable;
    const variable = this.variable(`${number.variable} * ${scale / number.scale}`);
    this.needSafe(variable);
    return variable;
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** The smallest scale at which numbers of all these scales are whole. */
export function commonScale(...scales: readonly bigint[]): bigint {
  const scale = scales.reduce((a, b) => (a * b) / greatestCommonDivisor(a, b), 1n);
  if (scale > 1_000_000_000_000n) throw new NotCovered('scale too fine');
  return scale;
}
