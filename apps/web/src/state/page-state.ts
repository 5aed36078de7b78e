import { Temporal, parseDate } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Language } from '@luodi/evaluation';
import { useCallback, useMemo } from 'react';
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
  readonly version: string | undefined;
}

export interface PageStateChange {
  readonly date?: string | undefined;
  readonly language?: Language;
  readonly facts?: RawFacts;
  readonly version?: string;
}

function isItem(raw: unknown): raw is RawItem {
  return (
    typeof raw === 'object' &&
    raw !== null &&
    Object.values(raw).every((value) => typeof value === 'string')
  );
}

/** Reads the facts of a link; what is not text or a list of items is dropped, and named by the reader of facts later. */
export function parseRawFacts(text: string | null): RawFacts {
  if (text === null || text === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return {};
    return Object.fromEntries(
      Object.entries(parsed).flatMap(
        ([key, value]: [string, unknown]): (readonly [string, RawFact])[] => {
          if (typeof value === 'string') return [[key, value]];
          if (typeof value === 'boolean') return [[key, value ? '是' : '否']];
          if (Array.isArray(value) && value.every(isItem)) return [[key, value]];
          return [];
        },
      ),
    );
  } catch {
    return {};
  }
}

export function usePageState(): PageState {
  const [search] = useSearchParams();
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
      facts: parseRawFacts(facts),
      version,
    };
  }, [date, language, facts, version]);
}

/** Changes part of the state; every change is a step that "back" undoes. */
export function useChangePageState(): (change: PageStateChange) => void {
  const [, setSearch] = useSearchParams();
  return useCallback(
    (change) => {
      setSearch((before) => {
        const after = new URLSearchParams(before);
        if ('date' in change) {
          if (change.date === undefined) after.delete('date');
          else after.set('date', change.date);
        }
        if (change.language !== undefined) {
          if (change.language === 'zh') after.delete('lang');
          else after.set('lang', change.language);
        }
        if (change.facts !== undefined) {
          if (Object.keys(change.facts).length === 0) after.delete('facts');
          else after.set('facts', JSON.stringify(change.facts));
        }
        if (change.version !== undefined) after.set('v', change.version);
        return after;
      });
    },
    [setSearch],
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
