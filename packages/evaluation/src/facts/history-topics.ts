import { bindingMeasures } from '@luodi/language';
import type { Content, Measure } from '@luodi/language';

/** What a payment can have been for: measures and matters, and how the two hang together. */
export interface HistoryTopics {
  /** Every name that may be stated: matters, names and ids of measures. */
  readonly names: ReadonlySet<string>;
  /** The name under which a topic is kept, and the matter it counts under; `undefined` if there is no such topic. */
  find(about: string): { readonly name: string; readonly matter: string } | undefined;
  /** Names that mean the same payments: a matter with a single measure and that measure. */
  synonyms(name: string): readonly string[];
}

function makeTopics(content: Content): HistoryTopics {
  const measures = [...content.measures.values()];
  const byName = new Map<string, Measure>();
  const byMatter = new Map<string, Measure[]>();
  for (const measure of measures) {
    byName.set(measure.name, measure);
    byName.set(measure.id, measure);
  }
  // A draft pays nothing: its measures are no second ones of their matter.
  for (const measure of bindingMeasures(content))
    byMatter.set(measure.matter, [...(byMatter.get(measure.matter) ?? []), measure]);
  const names = new Set([...content.vocabulary.matters.keys(), ...byName.keys()]);
  return {
    names,
    find(about) {
      if (content.vocabulary.matters.has(about)) return { name: about, matter: about };
      const measure = byName.get(about);
      return measure && { name: measure.name, matter: measure.matter };
    },
    synonyms(name) {
      const matter = byName.get(name)?.matter ?? name;
      const [only, ...others] = byMatter.get(matter) ?? [];
      if (only === undefined || others.length > 0) return [name];
      return [...new Set([matter, only.name])];
    },
  };
}

const made = new WeakMap<Content, HistoryTopics>();

/** Made once for each content: the examples read a thousand sets of facts. */
export function historyTopics(content: Content): HistoryTopics {
  const topics = made.get(content) ?? makeTopics(content);
  made.set(content, topics);
  return topics;
}
