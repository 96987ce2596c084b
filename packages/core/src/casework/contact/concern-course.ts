/** The course of one safeguarding concern, in full: every step with the answers given at it, by when it happened. */
import type { ConcernAddition } from '../../record/concern-addition.js';
import type { SafeguardingConcern } from '../../record/safeguarding-concern.js';
import type { Instant, PlainDate } from '../../shared/primitives.js';
import type { ConcernAsStored } from './concern-entries.js';

export const CONCERN_STEPS = [
  'raised',
  'told',
  'acknowledged',
  'escalated',
  'crime',
  'reviewed',
  'added',
  'closed',
] as const;
export type ConcernStepName = (typeof CONCERN_STEPS)[number];

export interface ConcernStep {
  /** Unique within the concern, and the same each time. */
  readonly id: string;
  readonly name: ConcernStepName;
  /** When it happened: a moment, or a day for the end. */
  readonly at: Instant | PlainDate;
  /** When it was recorded, if that was at another moment. */
  readonly recordedAt?: Instant;
  /** The answers given at it, by the name of their field: of the concern, or of an addition. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly of: 'concern' | 'addition';
}

/** Sorts the steps by when they happened. Each answer of the concern is in exactly one of them. */
export function concernCourse({ value, createdAt }: ConcernAsStored): readonly ConcernStep[] {
  const { additions = [], closedOn } = value;
  const isTold = value.told.some((code) => code !== 'nobody-yet');
  const raised = isTold ? RAISED : [...RAISED, ...TOLD];
  const steps: readonly ConcernStep[] = [
    { id: 'raised', name: 'raised', at: createdAt, said: pick(value, raised), of: 'concern' },
    ...(isTold ? [toldStep(value, createdAt)] : []),
    ...additions.map(additionStep),
    ...(closedOn === undefined
      ? []
      : [closingStep(closedOn, pick(value, ['closedOn', 'closedWhy']))]),
  ];
  return steps.toSorted((a, b) => order(placeOf(a), placeOf(b)));
}

/** Answers that come with the first account. `reviewOn` is the latest of those that the additions set. */
const RAISED = [
  'what',
  'riskNow',
  'parentTold',
  'whyParentNotTold',
  'crimeDisclosed',
  'crimeRecorded',
  'crimeReference',
] as const;
const TOLD = ['told', 'toldWhom', 'toldAt', 'toldHow', 'toldWhat', 'reference'] as const;

function toldStep(value: SafeguardingConcern, createdAt: Instant): ConcernStep {
  const at = value.toldAt ?? createdAt;
  return { id: 'told', name: 'told', at, said: pick(value, TOLD), of: 'concern' };
}

function closingStep(at: PlainDate, said: ConcernStep['said']): ConcernStep {
  return { id: 'closed', name: 'closed', at, said, of: 'concern' };
}

function additionStep({ addedAt, ...each }: ConcernAddition, nth: number): ConcernStep {
  const { name, at = addedAt } = nameOf(each);
  return {
    id: `additions[${nth}]`,
    name,
    at,
    ...(at === addedAt ? {} : { recordedAt: addedAt }),
    said: each,
    of: 'addition',
  };
}

/** The weightiest thing that an addition says, and its own time. */
function nameOf(each: Omit<ConcernAddition, 'addedAt'>): {
  readonly name: ConcernStepName;
  readonly at?: Instant | undefined;
} {
  if (each.escalatedTo !== undefined) return { name: 'escalated', at: each.escalatedAt };
  if (each.acknowledgedBy !== undefined) return { name: 'acknowledged', at: each.acknowledgedAt };
  if (each.crimeRecorded !== undefined || each.crimeReference !== undefined)
    return { name: 'crime' };
  if (each.told !== undefined) return { name: 'told', at: each.toldAt };
  return { name: each.reviewOn === undefined ? 'added' : 'reviewed' };
}

function pick(
  value: SafeguardingConcern,
  names: readonly (keyof SafeguardingConcern)[],
): ConcernStep['said'] {
  return Object.fromEntries(
    names.flatMap((name) => (value[name] === undefined ? [] : [[name, value[name]]])),
  );
}

/** A day without a time comes after everything that happened on it. */
function placeOf({ at }: ConcernStep): string {
  return at.includes('T') ? at : `${at}T24`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
