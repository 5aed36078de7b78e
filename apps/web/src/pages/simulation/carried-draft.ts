/** A draft policy as it is simulated: its text, the vocabulary that it adds. */
export interface CarriedDraft {
  readonly policy: string;
  readonly vocabulary: string;
}

const shelf = 'luodi.simulated-draft';

/** Lays a draft down for the simulation, in this tab alone. `false` when the browser has no room for it. */
export function carryDraft(draft: CarriedDraft): boolean {
  try {
    sessionStorage.setItem(shelf, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The draft that was laid down last; an empty one where there is none. */
export function carriedDraft(): CarriedDraft {
  const nothing = { policy: '', vocabulary: '' };
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(shelf) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return nothing;
    const text = (key: string): string => {
      const value: unknown = Reflect.get(kept, key);
      return typeof value === 'string' ? value : '';
    };
    return { policy: text('policy'), vocabulary: text('vocabulary') };
  } catch {
    return nothing;
  }
}
