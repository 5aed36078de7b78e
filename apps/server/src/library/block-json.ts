import type { Json } from '@luodi/entitlement';
import { fraction } from '@luodi/kernel';
import type {
  Block,
  Contract,
  Expression,
  Figure,
  FigureTime,
  Indicator,
  Inspection,
  Moment,
  NamedEntry,
  PolicyList,
  Procedure,
  Task,
  TimeLimit,
} from '@luodi/language';
import { readingsJson } from './measure-json.ts';

function momentText({ year, month, day }: Moment): string {
  const two = (part: number) => `-${String(part).padStart(2, '0')}`;
  return `${year}${month === undefined ? '' : two(month)}${day === undefined ? '' : two(day)}`;
}

function timeJson(time: FigureTime): Json {
  switch (time.kind) {
    case 'moment':
      return { kind: time.kind, at: momentText(time.moment) };
    case 'span':
      return { kind: time.kind, from: momentText(time.from), to: momentText(time.to) };
    case 'every_year':
    case 'unstated':
      return { kind: time.kind };
  }
}

/** Numbers as decimal text: exact, whatever their size. */
function figureJson(figure: Figure): Json {
  switch (figure.kind) {
    case 'number': {
      const { kind, comparison, number, unit } = figure;
      return { kind, comparison, number: fraction.formatExact(number), unit };
    }
    case 'range': {
      const { kind, from, to, unit } = figure;
      return { kind, from: fraction.formatExact(from), to: fraction.formatExact(to), unit };
    }
    case 'words':
      return { kind: figure.kind, words: figure.words };
  }
}

/** A time limit; `null` where there is none. */
export function limitJson(limit: TimeLimit | undefined): Json {
  if (limit === undefined) return null;
  return limit.kind === 'words'
    ? { kind: limit.kind, words: limit.words }
    : { kind: limit.kind, length: figureJson(limit.length), from: limit.from ?? null };
}

function texts(conditions: readonly Expression[]): Json {
  return conditions.map(({ text }) => text);
}

function entryJson(entry: NamedEntry) {
  const { id, name, nameEn, openReadings } = entry;
  return { id, label: name, labelEn: nameEn, openReadings: readingsJson(openReadings) };
}

/** A task with what it says. */
export function taskJson(task: Task): Json {
  const { number, categories, words, leads, departments, assignedBy, due, cycle, outcome } = task;
  return {
    ...entryJson(task),
    number,
    categories,
    words,
    leads,
    departments,
    assignedBy: assignedBy ?? null,
    due: due === undefined ? null : momentText(due),
    cycle: cycle ?? null,
    outcome: outcome ?? null,
  };
}

/** An indicator with its base and targets. */
export function indicatorJson(indicator: Indicator): Json {
  const { indicatorKind, unit, basis, scope, base, targets, strivenFor } = indicator;
  return {
    ...entryJson(indicator),
    kind: indicatorKind,
    unit,
    basis: basis ?? null,
    scope: scope ?? null,
    base:
      base === undefined
        ? null
        : {
            time: timeJson(base.time),
            figure: base.figure === undefined ? null : figureJson(base.figure),
          },
    targets: targets.map(({ time, figure }) => ({
      time: timeJson(time),
      figure: figureJson(figure),
    })),
    strivenFor,
    leads: indicator.leads,
    departments: indicator.departments,
  };
}

function listJson(list: PolicyList): Json {
  return {
    ...entryJson(list),
    kind: list.listKind,
    subject: list.subject,
    items: list.items.map((item) => ({
      label: item.name,
      labelEn: item.nameEn,
      number: item.number,
      categories: item.categories,
      words: item.words ?? null,
      conditions: texts(item.conditions),
      measures: item.measures,
    })),
  };
}

function procedureJson(procedure: Procedure): Json {
  const { subject, matter, measures, steps } = procedure;
  return {
    ...entryJson(procedure),
    subject,
    matter: matter ?? null,
    measures,
    steps: steps.map((step) => ({
      label: step.name,
      labelEn: step.nameEn,
      actors: step.actors,
      words: step.words ?? null,
      papers: step.papers,
      conditions: texts(step.conditions),
      limit: limitJson(step.limit),
      outcomes: step.outcomes,
    })),
  };
}

/** An inspection item with who looks at what. */
export function inspectionJson(inspection: Inspection): Json {
  const { actors, assistants, target, contents, ratio, frequency, legalBasis, manner } = inspection;
  return {
    ...entryJson(inspection),
    actors,
    assistants,
    target: target ?? null,
    contents,
    ratio: ratio === undefined ? null : figureJson(ratio),
    frequency: frequency ?? null,
    legalBasis: legalBasis ?? null,
    manner: manner ?? null,
  };
}

function contractJson(contract: Contract): Json {
  const { parties, subjectMatter, terms, shares } = contract;
  return {
    ...entryJson(contract),
    parties: parties.map(({ role, party }) => ({ role, party })),
    subjectMatter: subjectMatter ?? null,
    terms: terms.map((term) => ({
      label: term.name,
      labelEn: term.nameEn,
      requirement: term.requirement === undefined ? null : figureJson(term.requirement),
      limit: limitJson(term.limit),
      breach: term.breach ?? null,
    })),
    shares: shares.map(({ payer, share }) => ({ payer, share: fraction.formatExact(share) })),
  };
}

/** A block under a quotation: its kind, its text as written, and what it says. */
export function blockJson(block: Block & { readonly source: string }): Json {
  const written = { kind: block.kind, text: block.source };
  switch (block.kind) {
    case 'measures':
      return { ...written, measures: block.measures.map(({ id }) => id) };
    case 'examples':
      return written;
    case 'inert':
      return { ...written, reason: block.reason, note: block.note };
    case 'tasks':
      return { ...written, tasks: block.tasks.map(taskJson) };
    case 'indicators':
      return { ...written, indicators: block.indicators.map(indicatorJson) };
    case 'lists':
      return { ...written, lists: block.lists.map(listJson) };
    case 'procedures':
      return { ...written, procedures: block.procedures.map(procedureJson) };
    case 'inspections':
      return { ...written, inspections: block.inspections.map(inspectionJson) };
    case 'contracts':
      return { ...written, contracts: block.contracts.map(contractJson) };
  }
}
