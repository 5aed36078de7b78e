import { dayOf } from '@luodi/kernel';
import { maskPersonName, shownValue } from '@luodi/delivery';
import type {
  CaseTask,
  CaseView,
  HeldFact,
  ListedCase,
  Step,
  WaitingObjection,
  WaitingTask,
} from '@luodi/delivery';
import { referenceId } from '@luodi/evaluation';
import type { FactReference, MeasureAnswer } from '@luodi/evaluation';
import { sourceText } from '@luodi/entitlement';
import type { Vocabulary } from '@luodi/language';
import type { Actor } from '@luodi/platform';
import type {
  AskedFact,
  CaseDetail,
  CaseStanding,
  CaseSummary,
  TaskJson,
  WorkResponse,
} from '../contract/index.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const kindWords: Readonly<Record<Step['kind'], Words>> = {
  application: { zh: '申报', en: 'Application' },
  notice: { zh: '告知', en: 'Notice' },
  review: { zh: '审核', en: 'Review' },
  scoring: { zh: '专家评审', en: 'Expert scoring' },
  meeting: { zh: '会议研究', en: 'Decision meeting' },
  joint_document: { zh: '联合下达', en: 'Joint funding document' },
  publicity: { zh: '公示', en: 'Publicity' },
  claim: { zh: '申领', en: 'Claim' },
  payment: { zh: '支付', en: 'Payment' },
};

/** The name of a step: its own where it has one. */
function stepWords(step: Step): Words {
  return 'name' in step ? { zh: step.name, en: step.nameEn } : kindWords[step.kind];
}

/** A case as it stands in a list. */
export function caseSummaryJson(
  { each, programme, enterpriseName }: ListedCase,
  at: Date,
): CaseSummary {
  const step = programme.route[each.step];
  const words = step === undefined ? { zh: '', en: '' } : stepWords(step);
  const today = dayOf(at).toString();
  const dueOn = each.dueOn?.toString() ?? null;
  return {
    id: each.id,
    programme: programme.id,
    title: programme.title,
    titleEn: programme.titleEn,
    manner: programme.manner,
    enterprise: each.enterprise,
    enterpriseName,
    district: each.district,
    state: each.state,
    step: {
      index: each.step,
      count: programme.route.length,
      kind: step?.kind ?? '',
      name: words.zh,
      nameEn: words.en,
    },
    askedFen: each.askedFen?.toString() ?? null,
    approvedFen: each.approvedFen?.toString() ?? null,
    dueOn,
    late: each.state === 'open' && dueOn !== null && dueOn < today,
    openedAt: each.openedAt.toISOString(),
    closedAt: each.closedAt?.toISOString() ?? null,
    closing:
      each.closingReason === undefined
        ? null
        : {
            because: each.closingReason.because,
            failed: [...(each.closingReason.failed ?? [])],
          },
  };
}

/** What waits for an office: its tasks, and objections that it answers. */
export function workJson(
  tasks: readonly WaitingTask[],
  objections: readonly WaitingObjection[],
  actor: Actor,
  at: Date,
): WorkResponse {
  const today = dayOf(at).toString();
  return {
    tasks: tasks.map(({ task, case: each, organisationName: zh, organisationNameEn: en }) => ({
      task: taskJson(task, each.programme.route[task.step], { zh, en }, actor),
      case: caseSummaryJson(each, at),
    })),
    objections: objections.map(({ id, byName, words, at: raised, case: each }) => {
      const summary = caseSummaryJson(each, at);
      const late = summary.dueOn !== null && summary.dueOn < today;
      return { id, byName, words, at: raised.toISOString(), late, case: summary };
    }),
  };
}

/** Whether the one who asks may do a task now. */
function isMine(task: CaseTask, actor: Actor): boolean {
  const role = task.assignee === '' ? 'officer' : 'expert';
  return (
    task.state === 'waiting' && task.organisation === actor.organisation && actor.role === role
  );
}

/** A task with the names of its step and body. */
function taskJson(task: CaseTask, step: Step | undefined, body: Words, actor: Actor): TaskJson {
  const words = step === undefined ? { zh: '', en: '' } : stepWords(step);
  return {
    id: task.id,
    step: task.step,
    stepName: words.zh,
    stepNameEn: words.en,
    round: task.round,
    organisation: task.organisation,
    organisationName: body.zh,
    organisationNameEn: body.en,
    expert: task.assignee !== '',
    state: task.state,
    score: task.score ?? null,
    amountFen: task.amountFen?.toString() ?? null,
    reason: task.reason,
    failedCondition: task.failedCondition,
    dueOn: task.dueOn,
    doneAt: task.doneAt?.toISOString() ?? null,
    mine: isMine(task, actor),
  };
}

function askedFactJson(reference: FactReference, vocabulary: Vocabulary): AskedFact {
  const id = referenceId(reference, vocabulary);
  const fact = vocabulary.facts.get(reference.name);
  const list = fact?.type.kind === 'choice' ? vocabulary.lists.get(fact.type.list) : undefined;
  return {
    id,
    label: fact?.name ?? reference.name,
    labelEn: fact?.nameEn ?? reference.name,
    type: fact?.factKind ?? '',
    unit: fact?.unit ?? null,
    annual: fact?.annual ?? false,
    question: fact?.question ?? '',
    questionEn: fact?.questionEn ?? '',
    options: list?.members.map(({ name, nameEn }) => ({ label: name, labelEn: nameEn })) ?? null,
  };
}

function heldJson({ fact, year, prevailing }: HeldFact, view: CaseView, sources: SourceNames) {
  const { vocabulary } = view.evaluator.content;
  const known = vocabulary.factsById.get(fact);
  const { value, source, asOf, disputed } = prevailing;
  const name = sources(source);
  return {
    fact,
    label: known?.name ?? fact,
    labelEn: known?.nameEn ?? fact,
    year: year ?? null,
    value: { ...shownValue(value, fact, vocabulary) },
    source: name.zh,
    sourceEn: name.en,
    asOf: asOf ?? null,
    disputed,
  };
}

/** Names a source of facts by its id. */
export type SourceNames = (id: string) => Words;

function outcomeOf(outcome: string): 'holds' | 'fails' | 'unknown' {
  return outcome === 'holds' || outcome === 'fails' ? outcome : 'unknown';
}

function standingJson(view: CaseView, answer: MeasureAnswer, sources: SourceNames): CaseStanding {
  const { vocabulary } = view.evaluator.content;
  const { amount, trace, used, missing, measure } = answer;
  const read = new Set([...used, ...missing].map(({ name }) => vocabulary.facts.get(name)?.id));
  return {
    status: answer.status,
    amount: {
      kind: amount.kind,
      lowerFen: amount.lowerFen.toString(),
      upperFen: amount.upperFen?.toString() ?? null,
      formula: amount.formula.zh,
      formulaEn: amount.formula.en,
    },
    conditions: trace
      .filter(({ kind }) => kind === 'condition' || kind === 'exclusion')
      .map(({ text, says, outcome }) => ({
        text,
        says: says.zh,
        saysEn: says.en,
        outcome: outcomeOf(outcome),
      })),
    missing: missing.map((reference) => askedFactJson(reference, vocabulary)),
    facts: view.held
      .filter(({ fact }) => read.has(fact))
      .map((held) => heldJson(held, view, sources)),
    quote: measure.quote.text,
    source: sourceText(measure.quote.source),
  };
}

function mayDo({ each, programme }: CaseView, actor: Actor): CaseDetail['may'] {
  const step = programme.route[each.step];
  if (step === undefined) return [];
  const own = actor.role === 'enterprise' && actor.organisation === each.enterprise;
  const owner = actor.role === 'officer' && actor.organisation === programme.owner;
  const { state } = each;
  const underWay = ['draft', 'open', 'returned', 'disputed', 'queued'].includes(state);
  const rights: readonly (CaseDetail['may'][number] | false)[] = [
    own && state === 'open' && step.kind === 'notice' && 'confirm',
    own && state === 'draft' && step.kind === 'application' && 'save',
    own && state === 'draft' && step.kind === 'application' && 'submit',
    own && state === 'draft' && programme.manner === 'automatic' && 'answer',
    own && state === 'returned' && 'complete',
    own && state === 'open' && step.kind === 'claim' && 'claim',
    own && underWay && step.kind !== 'payment' && 'withdraw',
    state === 'open' && (step.kind === 'publicity' || (own && step.kind === 'notice')) && 'object',
    owner && state === 'disputed' && 'settle',
  ];
  return rights.filter((right) => right !== false);
}

/** `6222 **** **** 1234` */
function maskedNumber(number: string): string {
  return `${number.slice(0, 4)} **** **** ${number.slice(-4)}`;
}

function tasksJson({ tasks, programme, bodies }: CaseView, actor: Actor): readonly TaskJson[] {
  return tasks.map((task) => {
    const { organisation } = task;
    const body = bodies.get(organisation) ?? { zh: organisation, en: organisation };
    return taskJson(task, programme.route[task.step], body, actor);
  });
}

function decisionJson({ decision }: CaseView): CaseDetail['decision'] {
  if (decision === undefined) return null;
  const { id, amountFen, amountBy, lawDate, knownAt, contentVersion, hash } = decision;
  const refusal = decision.refusal ?? null;
  return { id, amountFen, amountBy, lawDate, knownAt, contentVersion, hash, refusal };
}

/** Who objected without signing in is known to the body that answers alone. */
function objectionsJson(
  { objections, programme }: CaseView,
  { role, organisation }: Actor,
): CaseDetail['objections'] {
  const answers = role === 'officer' && organisation === programme.owner;
  return objections.map(({ byName, contact, at, ...objection }) => ({
    ...objection,
    byName: contact === null || answers ? byName : maskPersonName(byName),
    contact: answers ? contact : null,
    at: at.toISOString(),
  }));
}

function correctionsJson({ corrections }: CaseView): CaseDetail['corrections'] {
  return corrections.map((each) => ({
    id: each.id,
    kind: each.kind,
    fen: each.fen.toString(),
    grantedFen: each.grantedFen.toString(),
    reason: each.reason,
    clause: each.clause,
    at: each.at.toISOString(),
    case: each.case,
    supplementCase: each.supplementCase ?? null,
    recoveries: [...each.recoveries],
  }));
}

/** Everything about a case for one who may see it. */
export function caseDetailJson(
  view: CaseView,
  actor: Actor,
  at: Date,
  sources: SourceNames,
): CaseDetail {
  const { each, programme, answer } = view;
  const commitment = programme.route.find(
    (step, index) => index >= each.step && 'commitment' in step,
  );
  return {
    ...caseSummaryJson(view, at),
    route: programme.route.map((step) => structuredClone(step)),
    commitment:
      commitment !== undefined && 'commitment' in commitment ? commitment.commitment : null,
    measure: programme.measure,
    lawDate: view.lawDate.toString(),
    contentVersion: programme.contentVersion,
    answers: each.answers,
    papers: each.papers.map((paper) => ({ ...paper })),
    account:
      each.account === undefined
        ? null
        : { ...each.account, number: maskedNumber(each.account.number) },
    tasks: [...tasksJson(view, actor)],
    objections: objectionsJson(view, actor),
    standing: answer === undefined ? null : standingJson(view, answer, sources),
    decision: decisionJson(view),
    corrections: correctionsJson(view),
    payments: view.payments.map(({ fen, state, orderedAt, settledAt }) => ({
      fen: fen.toString(),
      state,
      orderedAt: orderedAt.toISOString(),
      settledAt: settledAt?.toISOString() ?? null,
    })),
    history: view.history.map(({ at: when, ...entry }) => ({
      ...entry,
      at: when.toISOString(),
    })),
    may: mayDo(view, actor),
  };
}
