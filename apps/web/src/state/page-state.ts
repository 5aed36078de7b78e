import { Temporal, parseDate } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Language } from '@luodi/evaluation';
import { createContext, useCallback, useContext, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** Facts as the user states them, by Chinese name: what stands in a facts file. */
export type RawFacts = Readonly<Record<string, RawFact>>;
export type RawFact = string | readonly RawItem[];
export type RawItem = Readonly<Record<string, string>>;

/** What a link reproduces: date, language, facts, and the content version they were answered under. */
export interface PageState {
  readonly date: PlainDate;
  readonly dateIsToday: boolean;
  readonly language: Language;
  readonly facts: RawFacts;
  /** Keys of facts in the link that are no text and no list of items; '' when the whole is unreadable. */
  readonly unread: readonly string[];
  readonly version: string | undefined;
}

export interface PageStateChange {
  readonly date?: string | undefined;
  readonly language?: Language;
  /** All facts anew, or what becomes of those that stand now. */
  readonly facts?: RawFacts | ((now: RawFacts) => RawFacts);
  readonly version?: string | undefined;
}

/** Facts of a link, and the keys of what is neither text nor a list of items. */
export interface ParsedFacts {
  readonly facts: RawFacts;
  readonly unread: readonly string[];
}

function isItem(raw: unknown): raw is RawItem {
  return (
    typeof raw === 'object' &&
    raw !== null &&
    !Array.isArray(raw) &&
    Object.values(raw).every((value) => typeof value === 'string')
  );
}

function rawFact(value: unknown): RawFact | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) && value.every(isItem) ? value : undefined;
}

/** Reads the facts of a link; what cannot be read is named, so that nothing is dropped in silence. */
export function parseRawFacts(text: string | null): ParsedFacts {
  if (text === null || text === '') return { facts: {}, unread: [] };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { facts: {}, unread: [''] };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return { facts: {}, unread: [''] };
  const entries = Object.entries(parsed).map(
    ([key, value]: [string, unknown]) => [key, rawFact(value)] as const,
  );
  return {
    facts: Object.fromEntries(
      entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
    unread: entries.flatMap(([key, value]) => (value === undefined ? [key] : [])),
  };
}

/** Facts that stand in place of those of the address, as in the preview of a rule that is being written. */
export const OwnFacts = createContext<
  | {
      readonly facts: RawFacts;
      readonly change: (facts: RawFacts | ((now: RawFacts) => RawFacts)) => void;
    }
  | undefined
>(undefined);

export function usePageState(): PageState {
  const [search] = useSearchParams();
  const own = useContext(OwnFacts)?.facts;
  const date = search.get('date');
  const language = search.get('lang');
  const facts = search.get('facts');
  const version = search.get('v') ?? undefined;
  return useMemo(() => {
    const stated = date === null ? undefined : parseDate(date);
    return {
      date: stated ?? Temporal.Now.plainDateISO(),
      dateIsToday: stated === undefined,
      language: language === 'en' ? 'en' : 'zh',
      ...(own === undefined ? parseRawFacts(facts) : { facts: own, unread: [] }),
      version,
    };
  }, [date, language, facts, version, own]);
}

/** Changes part of the state; every change is a step that "back" undoes. */
export function useChangePageState(): (change: PageStateChange) => void {
  const [, setSearch] = useSearchParams();
  const changeOwn = useContext(OwnFacts)?.change;
  return useCallback(
    (change) => {
      if (changeOwn !== undefined && change.facts !== undefined) {
        changeOwn(change.facts);
        return;
      }
      // From the address as it is, not as last drawn: two changes in a row must not undo each other.
      const after = new URLSearchParams(window.location.search);
      if ('date' in change) {
        if (change.date === undefined) after.delete('date');
        else after.set('date', change.date);
      }
      if (change.language !== undefined) {
        if (change.language === 'zh') after.delete('lang');
        else after.set('lang', change.language);
      }
      if (change.facts !== undefined) {
        const facts =
          typeof change.facts === 'function'
            ? change.facts(parseRawFacts(after.get('facts')).facts)
            : change.facts;
        if (Object.keys(facts).length === 0) after.delete('facts');
        else after.set('facts', JSON.stringify(facts));
      }
      if ('version' in change) {
        if (change.version === undefined) after.delete('v');
        else after.set('v', change.version);
      }
      setSearch(after);
    },
    [setSearch, changeOwn],
  );
}

/** The query part that keeps date, language and facts when going to another page. */
export function useKeptSearch(): string {
  const [search] = useSearchParams();
  const kept = new URLSearchParams();
  for (const key of ['date', 'lang', 'facts'] as const) {
    const value = search.get(key);
    if (value !== null) kept.set(key, value);
  }
  const text = kept.toString();
  return text === '' ? '' : `?${text}`;
}
