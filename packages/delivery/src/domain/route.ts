import { z } from 'zod';

const words = z.string().trim().min(1).max(200);
const days = z.int().min(1).max(250);

/** Bodies by the names of the organisations: of the case's own district (商务局) or of the city (市商务局). */
const bodies = z.array(words).min(1).max(12);
const level = z.enum(['district', 'city']);

const stepSchema = z.discriminatedUnion('kind', [
  /** The enterprise states what is not known, hands in papers, signs. */
  z.strictObject({
    kind: z.literal('application'),
    papers: z.array(words).max(30),
    /** 容缺: papers that may follow after the submission. */
    laterPapers: z.array(words).max(30),
    commitment: words,
  }),
  /** 免申即享: the enterprise is told what it gets and may object. */
  z.strictObject({ kind: z.literal('notice'), workingDays: days }),
  /** Every body looks at the same time; all must approve. */
  z.strictObject({
    kind: z.literal('review'),
    name: words,
    nameEn: words,
    level,
    bodies,
    workingDays: days.nullable(),
  }),
  /** Experts, each alone, 0 to 100; the mean must reach the mark. */
  z.strictObject({
    kind: z.literal('scoring'),
    body: words,
    level,
    experts: z.int().min(1).max(15),
    passMark: z.int().min(0).max(100),
    workingDays: days.nullable(),
  }),
  /** A meeting of the body decides, and how much. */
  z.strictObject({ kind: z.literal('meeting'), name: words, nameEn: words, level, body: words }),
  /** All bodies issue the funding document together. */
  z.strictObject({ kind: z.literal('joint_document'), level, bodies }),
  /** 公示: everybody may object. */
  z.strictObject({ kind: z.literal('publicity'), workingDays: days }),
  /** The enterprise claims with a signed commitment; unclaimed in time is waived. */
  z.strictObject({
    kind: z.literal('claim'),
    workingDays: days.nullable(),
    until: z.iso.date().nullable(),
    commitment: words,
  }),
  z.strictObject({ kind: z.literal('payment') }),
]);

/** One station of a case's way. */
export type Step = z.infer<typeof stepSchema>;
export type StepKind = Step['kind'];

/** The way of every case of a programme, from the beginning to the payment. */
export type Route = readonly Step[];

export const routeSchema = z.array(stepSchema).min(1).max(20);

/** A step that bodies or experts have tasks in. */
export type TaskStep = Extract<Step, { kind: 'review' | 'scoring' | 'meeting' | 'joint_document' }>;

export function hasTasks(step: Step): step is TaskStep {
  switch (step.kind) {
    case 'review':
    case 'scoring':
    case 'meeting':
    case 'joint_document':
      return true;
    case 'application':
    case 'notice':
    case 'publicity':
    case 'claim':
    case 'payment':
      return false;
  }
}

/** After this step nobody looks at the merits any more: the decision is made. */
export function isDecidedAfter(route: Route, index: number): boolean {
  return !route.slice(index + 1).some(hasTasks);
}

/** What is wrong with a route as a whole. */
export type RouteFault =
  | 'begins_wrongly'
  | 'ends_without_payment'
  | 'application_twice'
  | 'payment_twice'
  | 'nobody_decides';

/** Whether the steps make a way that can be gone: application or notice first, payment last, each once. */
export function checkRoute(route: Route, manner: 'application' | 'automatic'): RouteFault[] {
  const count = (kind: StepKind): number => route.filter((step) => step.kind === kind).length;
  const beginning = manner === 'application' ? 'application' : 'notice';
  const faults: (RouteFault | false)[] = [
    route[0]?.kind !== beginning && 'begins_wrongly',
    route.at(-1)?.kind !== 'payment' && 'ends_without_payment',
    count('application') > (manner === 'application' ? 1 : 0) && 'application_twice',
    count('payment') > 1 && 'payment_twice',
    manner === 'application' && !route.some(hasTasks) && 'nobody_decides',
  ];
  return faults.filter((fault) => fault !== false);
}
