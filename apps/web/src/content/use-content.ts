import { createEvaluator } from '@luodi/evaluation';
import type { Evaluator } from '@luodi/evaluation';
import type { Diagnostic } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import { contentResponse } from '@luodi/server/contract';
import { useQuery } from '@tanstack/react-query';

/** The city's rules, compiled in the browser, and what the checker says of them. */
export interface LoadedContent {
  readonly evaluator: Evaluator;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: ReadonlyMap<string, string>;
}

async function fetchContent(): Promise<LoadedContent> {
  const response = await fetch('/api/content');
  if (!response.ok) throw new Error(`/api/content: ${response.status}`);
  const { files } = contentResponse.parse(await response.json());
  const byPath = new Map(Object.entries(files));
  const { content, diagnostics } = loadContent(byPath);
  return { evaluator: createEvaluator(content), diagnostics, files: byPath };
}

export function useContent() {
  return useQuery({
    queryKey: ['content'],
    queryFn: fetchContent,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
