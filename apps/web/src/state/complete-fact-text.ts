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
  switch (kind) {
    case 'money':
      return `${trimmed}万元`;
    case 'rate':
      return `${trimmed}%`;
    case 'measured':
    case 'duration':
      return `${trimmed}${unit ?? ''}`;
    default:
      return trimmed;
  }
}
