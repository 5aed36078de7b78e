import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content, Measure } from '@luodi/language';
import { answerSlice } from './answer-slice.ts';
import { applyChanges } from './change.ts';
import type { Change, ChangedRules, RuleBook } from './change.ts';
import { effectOf } from './effect.ts';
import type { Effect } from './effect.ts';
import { interactionOf } from './interaction.ts';
import type { Interaction } from './interaction.ts';
import { lackingFacts } from './lacking.ts';
import type { LoadedCity } from './loaded-city.ts';
import { marginalCosts } from './marginal.ts';
import type { Scale } from './scale.ts';
import type {
  ComparisonResult,
  MeasureEffect,
  SimulationOptions,
  SimulationResult,
} from './simulation.ts';
import type { SimulationContext } from './simulation-context.ts';
import { notCovered } from './simulation-fault.ts';
import type { DocumentPair } from './document-pair.ts';
import type { SimulationFault } from './simulation-fault.ts';
import { compareWorlds } from './compare-documents.ts';
import { budgetUse, notesOf } from './result-notes.ts';
import { cutSlice, sieveFor, sliceKey, widestSieve } from './slice.ts';
import type { Slice } from './slice.ts';
import type { StackingGroup } from '../run/stacking-plan.ts';
import {
  answerAll,
  groupsAround,
  groupsOf,
  isSearched,
  payingMeasures,
  weighWorld,
} from './world-answers.ts';
import type { Answers } from './world-answers.ts';
import { applicantWeights } from './applicant-weights.ts';
import { worthCounted, worthOfAnswers, worthTogether } from './worth-sql.ts';

interface KnownSlice {
  readonly slice: Slice;
  readonly before: Answers;
}

/** A changed measure, asked before and after. */
interface Pair {
  readonly measure: string;
  readonly slice: Slice;
  readonly before: Answers;
  readonly after: Answers;
}

/** What a change does beside measures that stand in each other’s way. */
interface AmongRivals {
  readonly interaction: Interaction;
  /** Of what counts, where the stacking rule is another. */
  readonly effect: Effect | undefined;
  readonly lacking:
    | { readonly before: readonly Answers[]; readonly after: readonly Answers[] }
    | undefined;
}

const mostSlices = 24;

/**
 * Answers what changes of rules would cost, over a population in memory. Questions are taken one after the other; what has been asked
 * once (the slice of a measure, its rivals) is kept, so that the next value of the same slider costs little.
 */
export class Simulator {
  readonly city: LoadedCity;
  readonly book: RuleBook;
  readonly scale: Scale;
  private readonly slices = new Map<string, KnownSlice>();
  private readonly plain = new Map<string, Answers>();
  private readonly weighed = new Map<string, string>();
  private counter = 0;
  private keptFor = '';
  private groups: readonly StackingGroup[] | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(city: LoadedCity, book: RuleBook) {
    this.city = city;
    this.book = book;
    const { size } = city.population;
    this.scale = { size, standsFor: city.manifest?.nominalSize ?? size };
  }

  /** Waits for the questions before, then asks; throws the reason of the signal if that ends it. */
  private inTurn<T>(signal: AbortSignal | undefined, ask: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(() => {
      signal?.throwIfAborted();
      return ask();
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  async close(): Promise<void> {
    await this.turn;
    this.city.session.close();
  }

  /** What changes of parameters cost. Faults: measures, parameters or values that are not there or do not fit. */
  async run(
    changes: readonly Change[],
    options: SimulationOptions,
  ): Promise<Result<SimulationResult, readonly SimulationFault[]>> {
    const rules = applyChanges(changes, this.book);
    if (!rules.ok) return rules;
    const { signal, marginal: isAsked = false } = options;
    const answered = await this.inTurn(signal, () => this.answer(rules.value, options));
    if (!answered.ok || !isAsked) return answered;
    return ok({ ...answered.value, marginal: await this.marginal(changes, rules.value, options) });
  }

  /** What one document (or a draft) costs in place of another, both taken as in force on the date. */
  async compare(pair: DocumentPair, options: SimulationOptions): Promise<ComparisonResult> {
    return this.inTurn(options.signal, async () => {
      const context = { ...this.contextFor(options), content: pair.content };
      await this.tidy(context);
      const standing = ({ id }: Measure) => this.plainAnswers(id, context);
      return compareWorlds(pair, this.book.content, context, standing, this.scale, options);
    });
  }

  private contextFor({ date, signal }: SimulationOptions): SimulationContext {
    return { city: this.city, content: this.book.content, date, signal };
  }

  /** The slice of a measure, and its answers as the rule stands; cut where it is not known. */
  private async sliceFor(
    before: Measure,
    after: Measure,
    context: SimulationContext,
  ): Promise<KnownSlice | undefined> {
    return this.sliceThrough(sieveFor(before, after, context.date), before, after, context);
  }

  private async sliceThrough(
    sieve: Measure,
    before: Measure,
    after: Measure,
    context: SimulationContext,
  ): Promise<KnownSlice | undefined> {
    const key = sliceKey(sieve, context.date);
    const known = this.slices.get(key);
    if (known !== undefined) {
      this.slices.delete(key);
      this.slices.set(key, known);
      return known;
    }
    this.counter++;
    const slice = await cutSlice(`slice_${this.counter}`, before, after, sieve, context);
    if (slice === undefined) return undefined;
    const found = { slice, before: await answerSlice(before, slice, 'before', context) };
    this.slices.set(key, found);
    return found;
  }

  /** Lets go of what was kept longest, and of whole tables of answers for another date. */
  private async tidy({ date, signal }: SimulationContext): Promise<void> {
    const { session } = this.city;
    await session.run('USE memory.main', signal);
    const leaving = [...this.slices].slice(0, Math.max(0, this.slices.size - mostSlices));
    for (const [key, { slice }] of leaving) {
      this.slices.delete(key);
      await session.run(`DROP SCHEMA memory.${slice.schema} CASCADE`);
    }
    if (this.keptFor === date.toString()) return;
    this.keptFor = date.toString();
    const tables = [
      ...this.weighed.values(),
      ...[...this.plain.values()].map(({ table }) => table),
    ];
    this.groups = undefined;
    this.weighed.clear();
    this.plain.clear();
    for (const table of tables) await session.run(`DROP TABLE IF EXISTS ${table}`);
  }

  private async pairs(
    { content, changed }: ChangedRules,
    context: SimulationContext,
  ): Promise<Result<readonly Pair[], readonly SimulationFault[]>> {
    const pairs: Pair[] = [];
    for (const id of changed) {
      const before = this.book.content.measures.get(id);
      const after = content.measures.get(id);
      if (before === undefined || after === undefined) continue;
      const known = await this.sliceFor(before, after, context);
      if (known === undefined) return fail([notCovered(id)]);
      // Whichever number is turned next finds its slice cut.
      await this.sliceThrough(widestSieve(before), before, before, context);
      const answers = await answerSlice(after, known.slice, 'after', context);
      pairs.push({ measure: id, slice: known.slice, before: known.before, after: answers });
    }
    return ok(pairs);
  }

  private async plainAnswers(id: string, context: SimulationContext): Promise<Answers | undefined> {
    const measure = this.book.content.measures.get(id);
    const key = `${id} ${context.date.toString()}`;
    const known = this.plain.get(key);
    if (known !== undefined || measure === undefined) return known;
    this.counter++;
    const found = await answerAll(measure, `memory.main.plain_${this.counter}`, context);
    if (found !== undefined) this.plain.set(key, found);
    return found;
  }

  /** The answers of all rivals in a world, and the table of what counts. */
  private async world(
    content: Content,
    ids: readonly string[],
    changed: ReadonlyMap<string, Answers>,
    table: string,
    context: SimulationContext,
  ): Promise<ReadonlyMap<string, Answers>> {
    const answers = new Map<string, Answers>();
    const paying = new Set(payingMeasures(content, context).map(({ id }) => id));
    for (const id of ids) {
      if (!paying.has(id)) continue;
      const found = changed.get(id) ?? (await this.plainAnswers(id, context));
      if (found !== undefined) answers.set(id, found);
    }
    await weighWorld(table, ids, answers, content, context);
    return answers;
  }

  private async weighBefore(ids: readonly string[], context: SimulationContext) {
    const key = JSON.stringify([ids, context.date.toString()]);
    const known = this.weighed.get(key);
    if (known !== undefined) return known;
    this.counter++;
    const table = `memory.main.weighed_${this.counter}`;
    await this.world(this.book.content, ids, new Map(), table, context);
    this.weighed.set(key, table);
    return table;
  }

  private groupsNow(context: SimulationContext): readonly StackingGroup[] {
    this.groups ??= groupsOf(this.book.content, context);
    return this.groups;
  }

  /** The measures that a change concerns, and what stands in their way before or after. */
  private concerned(rules: ChangedRules, context: SimulationContext) {
    const { content } = this.book;
    const restacked = new Set(rules.stackingChanged);
    const ofDocuments = [...payingMeasures(rules.content, context)].filter(({ id }) =>
      restacked.has(content.documentOf.get(id)?.id ?? ''),
    );
    const focus = new Set([...rules.changed, ...ofDocuments.map(({ id }) => id)]);
    const groups = [
      ...this.groupsNow(context),
      ...(rules.regrouped ? groupsOf(rules.content, context) : []),
    ];
    const around = groupsAround(focus, groups);
    const rivals = new Set(around.flatMap(({ members }) => members));
    const searched = around.some((group) => isSearched(group, content));
    return { focus, rivals, searched };
  }

  private async answer(
    rules: ChangedRules,
    options: SimulationOptions,
  ): Promise<Result<SimulationResult, readonly SimulationFault[]>> {
    const started = performance.now();
    const context = this.contextFor(options);
    await this.tidy(context);
    const found = await this.pairs(rules, context);
    if (!found.ok) return found;
    const pairs = found.value;
    const concern = this.concerned(rules, context);
    const later = options.quick === true && concern.searched && rules.stackingChanged.length === 0;
    const around = later ? undefined : await this.amongRivals(pairs, rules, concern, context);
    const effect = around?.effect ?? (await this.effectOfPairs(pairs, context));
    const lacking = around?.lacking ?? {
      before: pairs.map((pair) => pair.before),
      after: pairs.map((pair) => pair.after),
    };
    const result = {
      date: options.date,
      scale: this.scale,
      effect,
      measures: await this.measureEffects(pairs, effect, context),
      interaction: around?.interaction,
      interactionLater: later,
      lacking: {
        before: await lackingFacts(lacking.before, this.scale, context),
        after: await lackingFacts(lacking.after, this.scale, context),
      },
      budget: budgetUse(effect, options, rules, this.book.content),
      stackingChanged: rules.stackingChanged,
      notes: notesOf(rules, context),
    };
    const milliseconds = Math.round(performance.now() - started);
    return ok({ ...result, marginal: undefined, milliseconds });
  }

  /** What the change does beside the measures that it meets; with another stacking rule, what counts is what is compared. */
  private async amongRivals(
    pairs: readonly Pair[],
    rules: ChangedRules,
    { focus, rivals }: ReturnType<Simulator['concerned']>,
    context: SimulationContext,
  ): Promise<AmongRivals | undefined> {
    const ids = [...rivals].sort();
    if (ids.length === 0) return undefined;
    const before = await this.weighBefore(ids, context);
    const after = 'memory.main.weighed_after';
    const changed = new Map(pairs.map((pair) => [pair.measure, pair.after]));
    const answers =
      rules.unaltered && rules.stackingChanged.length === 0
        ? undefined
        : await this.world(rules.content, ids, changed, after, context);
    const worlds = [
      { table: before, ids },
      { table: answers === undefined ? before : after, ids },
    ] as const;
    const interaction = await interactionOf(...worlds, new Set(rules.changed), this.scale, context);
    if (answers === undefined || rules.stackingChanged.length === 0)
      return { interaction, effect: undefined, lacking: undefined };
    const numbers = ids.flatMap((id, index) => (focus.has(id) ? [index] : []));
    const own = [...answers].flatMap(([id, each]) => (focus.has(id) ? [each] : []));
    const first = own.map((each) => pairs.find((pair) => pair.after === each)?.before ?? each);
    const effect = await effectOf(
      {
        before: worthCounted(first, before, numbers),
        after: worthCounted(own, after, numbers),
        weight: applicantWeights,
      },
      this.scale,
      context,
    );
    return { interaction, effect, lacking: { before: first, after: own } };
  }

  private weightsOf(pairs: readonly Pair[]): string {
    const [only] = pairs;
    return pairs.length === 1 && only !== undefined
      ? `memory.${only.slice.schema}.weight`
      : applicantWeights;
  }

  private effectOfPairs(pairs: readonly Pair[], context: SimulationContext): Promise<Effect> {
    const [only] = pairs;
    const weight = this.weightsOf(pairs);
    const sides =
      pairs.length === 1 && only !== undefined
        ? { before: worthOfAnswers(only.before.table), after: worthOfAnswers(only.after.table) }
        : {
            before: worthTogether(pairs.map(({ before }) => before)),
            after: worthTogether(pairs.map(({ after }) => after)),
          };
    return effectOf({ ...sides, weight }, this.scale, context);
  }

  private async measureEffects(
    pairs: readonly Pair[],
    whole: Effect,
    context: SimulationContext,
  ): Promise<readonly MeasureEffect[]> {
    const effects: MeasureEffect[] = [];
    for (const pair of pairs) {
      const { before, after } =
        pairs.length === 1 ? whole : await this.effectOfPairs([pair], context);
      effects.push({ measure: pair.measure, before, after });
    }
    return effects;
  }

  /** Every step is a question of its own: one that somebody waits for comes in between. */
  private marginal(changes: readonly Change[], rules: ChangedRules, options: SimulationOptions) {
    const context = this.contextFor(options);
    return marginalCosts(changes, rules, this.book, this.scale, context, {
      sliceFor: (before, after) => this.sliceFor(before, after, context),
      inTurn: (ask) => this.inTurn(options.signal, ask),
    });
  }
}
