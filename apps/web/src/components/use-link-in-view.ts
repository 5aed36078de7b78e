import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useLocation } from 'react-router';

/**
 * Brings the link of this page into view in a row of links that is wider than a phone.
 *
 * @param count How many links the row has; they may come later than the page.
 */
export function useLinkInView<T extends HTMLElement>(count: number): RefObject<T | null> {
  const row = useRef<T>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const all = row.current;
    const here = all?.querySelector<HTMLElement>('[aria-current="page"]') ?? null;
    if (all === null || here === null) return;
    all.scrollLeft = here.offsetLeft - (all.clientWidth - here.offsetWidth) / 2;
  }, [pathname, count]);
  return row;
}
