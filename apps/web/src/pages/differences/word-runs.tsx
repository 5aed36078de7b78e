import type { WordRunJson } from '@luodi/server/contract';

function Run({ run }: { readonly run: WordRunJson }) {
  if (run.kind === 'same') return run.text;
  return run.kind === 'added' ? <ins>{run.text}</ins> : <del>{run.text}</del>;
}

/** Words with what came and what went marked; of one side only, without what the other alone has. */
export function WordRuns({
  runs,
  side,
}: {
  readonly runs: readonly WordRunJson[];
  readonly side?: 'earlier' | 'later';
}) {
  const absent = { earlier: 'added', later: 'removed' } as const;
  const shown = side === undefined ? runs : runs.filter(({ kind }) => kind !== absent[side]);
  // Runs of a fixed text have no identity but their place.
  return shown.map((run, index) => <Run key={index} run={run} />);
}
