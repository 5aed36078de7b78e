import type { FactKind } from '@luodi/language';

const bare = /^[-−]?[\d,，]+(\.\d+)?$/;

/** A bare number is meant in the unit shown beside the field: money in 万元, rates in %, the rest in the vocabulary's unit. */
export function completeFactText(
  text: string,
  kind: FactKind | undefined,
  unit: string | undefined,
): string {
  const trimmed = text.trim();
  if (!bare.test(trimmed)) return trimmed;
  if (kind === 'money') return `${trimmed}万元`;
  if (kind === 'rate') return `${trimmed}%`;
  if (kind === 'measured' || kind === 'duration') return `${trimmed}${unit ?? ''}`;
  return trimmed;
}
