import { createEvaluator } from '@luodi/evaluation';
import type { Evaluator } from '@luodi/evaluation';
import type { Diagnostic } from '@luodi/kernel';
import { loadContent, parsePolicyFile } from '@luodi/language';
import type { PolicyDocument } from '@luodi/language';
import { contentResponse } from '@luodi/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

/** The city's measures, compiled in the browser, what the reader says of them, and the files that they were read from. */
export interface LoadedContent {
  readonly evaluator: Evaluator;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: ReadonlyMap<string, string>;
}

async function fetchContent(): Promise<LoadedContent> {
  const response = await fetch('/api/content');
  if (!response.ok) throw new Error(`/api/content: ${response.status}`);
  const { files, version } = contentResponse.parse(await response.json());
  const byPath = new Map(Object.entries(files));
  const { content, diagnostics } = loadContent(byPath, 'measures', version);
  return { evaluator: createEvaluator(content), diagnostics, files: byPath };
}

export function useContent() {
  return useQuery({
    queryKey: ['content'],
    queryFn: fetchContent,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** One document with all that its file says: tasks, indicators, examples … as well as measures. */
export function useWholeDocument(
  { evaluator, files }: LoadedContent,
  id: string,
): PolicyDocument | undefined {
  return useMemo(() => {
    const { content } = evaluator;
    const file = content.documents.find((each) => each.id === id)?.file;
    const text = file === undefined ? undefined : files.get(file);
    if (file === undefined || text === undefined) return undefined;
    return parsePolicyFile(file, text, content).document;
  }, [evaluator, files, id]);
}
