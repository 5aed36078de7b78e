import { useEffect } from 'react';

/** How near the top of the window a clause counts as the one being read, in pixels. */
const nearTop = 120;

/** Alt with the arrow keys goes to the next clause, or back to the one before. */
export function useClauseKeys(anchors: readonly string[]): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      const clauses = anchors.flatMap((anchor) => document.getElementById(anchor) ?? []);
      const below = clauses.filter((each) => each.getBoundingClientRect().top > nearTop);
      const above = clauses.filter((each) => each.getBoundingClientRect().top < nearTop - 24);
      const target = event.key === 'ArrowDown' ? below[0] : above.at(-1);
      if (target === undefined) return;
      event.preventDefault();
      target.scrollIntoView();
      target.focus({ preventScroll: true });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [anchors]);
}
