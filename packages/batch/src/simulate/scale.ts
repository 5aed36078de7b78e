/** How many enterprises of the whole city one of the population stands for, as a fraction. */
export interface Scale {
  readonly standsFor: number;
  readonly size: number;
}

/** A number or sum of the population as that of the city, cut down to a whole one. */
export function scaled(value: bigint, { standsFor, size }: Scale): bigint {
  if (standsFor === size || size === 0) return value;
  const product = value * BigInt(standsFor);
  const quotient = product / BigInt(size);
  return product < 0n && product % BigInt(size) !== 0n ? quotient - 1n : quotient;
}

export function scaledCount(value: bigint, scale: Scale): number {
  return Number(scaled(value, scale));
}
