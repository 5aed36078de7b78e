import { createEvaluator } from '@luodi/evaluation';
import type { Evaluator } from '@luodi/evaluation';
import type { Diagnostic } from '@luodi/kernel';
import { loadContent, parsePolicyFile } from '@luodi/language';
import type { PolicyDocument } from '@luodi/language';
import { contentResponse, healthResponse } from '@luodi/server/contract';
import type { ContentResponse } from '@luodi/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

/** The city's measures, compiled in the browser, what the reader says of them, and the files that they were read from. */
export interface LoadedContent {
  readonly evaluator: Evaluator;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: ReadonlyMap<string, string>;
  /** Whether these are the rules in use; else those of an earlier version that was asked for, or the ones in use in place of a version that is not kept. */
  readonly standing: 'in_use' | 'earlier' | 'in_place_of_unknown';
}

async function fetchRules(path: string): Promise<ContentResponse | undefined> {
  const response = await fetch(path);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return contentResponse.parse(await response.json());
}

async function versionInUse(): Promise<string> {
  const response = await fetch('/api/health');
  return healthResponse.parse(await response.json()).contentVersion;
}

/** The rules in use, or those of a version named by its beginning. */
async function fetchContent(asked: string | undefined): Promise<LoadedContent> {
  const [named, inUse] =
    asked === undefined
      ? []
      : await Promise.all([
          fetchRules(`/api/content/${encodeURIComponent(asked)}`),
          versionInUse(),
        ]);
  const rules = named ?? (await fetchRules('/api/content'));
  if (rules === undefined) throw new Error('/api/content: 404');
  const byPath = new Map(Object.entries(rules.files));
  const { content, diagnostics } = loadContent(byPath, 'measures', rules.version);
  const unknown = asked !== undefined && named === undefined;
  const earlier = named !== undefined && named.version !== inUse;
  return {
    evaluator: createEvaluator(content),
    diagnostics,
    files: byPath,
    standing: unknown ? 'in_place_of_unknown' : earlier ? 'earlier' : 'in_use',
  };
}

/** `version`: its beginning, as links carry it; the rules in use if left out. */
export function useContent(version?: string) {
  return useQuery({
    queryKey: ['content', version ?? 'in use'],
    queryFn: () => fetchContent(version),
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
