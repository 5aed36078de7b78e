import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Parameters = Readonly<Record<string, string | undefined>>;

/** The address of a page with parameters of its own, on top of what is kept from page to page. */
export function addressOf(
  path: string,
  kept: string,
  parameters: Parameters = {},
  anchor = '',
): string {
  const search = new URLSearchParams(kept);
  for (const [key, value] of Object.entries(parameters))
    if (value !== undefined && value !== '') search.set(key, value);
  const query = search.toString();
  return `${path}${query === '' ? '' : `?${query}`}${anchor === '' ? '' : `#${anchor}`}`;
}

/** What a page keeps in its address besides date and language, and how it changes; empty values are left out. */
export function usePageParameters(): readonly [
  (key: string) => string,
  (change: Parameters, step?: 'new' | 'same') => void,
] {
  const [search, setSearch] = useSearchParams();
  const read = useCallback((key: string) => search.get(key) ?? '', [search]);
  const change = useCallback(
    (parameters: Parameters, step: 'new' | 'same' = 'same') => {
      // From the address as it is, not as last drawn: two changes in a row must not undo each other.
      const after = new URLSearchParams(window.location.search);
      for (const [key, value] of Object.entries(parameters))
        if (value === undefined || value === '') after.delete(key);
        else after.set(key, value);
      setSearch(after, { replace: step === 'same' });
    },
    [setSearch],
  );
  return [read, change];
}
