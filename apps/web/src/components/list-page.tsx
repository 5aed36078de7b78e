import type { ReactNode } from 'react';
import { ServerGate } from '../server/server-gate.tsx';
import { useServer } from '../server/use-server.ts';

/** A page that lists what the server knows: its title, what it is for, and the list once it is there. */
export function ListPage<T>({
  texts: { title, intro },
  path,
  schema,
  children,
}: {
  readonly texts: { readonly title: string; readonly intro: string };
  readonly path: string;
  /** Checks the answer: a schema of the contract. */
  readonly schema: { parse(raw: unknown): T };
  readonly children: (answer: T) => ReactNode;
}) {
  const query = useServer(path, schema);
  return (
    <>
      <h1>{title}</h1>
      <p className="quiet">{intro}</p>
      <ServerGate query={query}>{children}</ServerGate>
    </>
  );
}
