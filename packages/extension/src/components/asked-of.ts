/** The fields that a form asks for, by the kind itself: a field added to the kind is asked from then on. */
import { filledFields, type RecordKind, type RecordOf } from '@cyber-prevent/core';
import { asGroup, type FormValues, type ShownWhen } from './form-values.js';

export interface AskedOptions<K extends RecordKind> {
  /** Asked before the others, in this order; otherwise a field has its place in the kind. */
  readonly first?: readonly (keyof RecordOf<K> & string)[];
  /** Asked after the others, in this order. */
  readonly last?: readonly (keyof RecordOf<K> & string)[];
  /** Filled in by another act or another control. */
  readonly without?: readonly (keyof RecordOf<K> & string)[];
}

/** @returns names of the fields that a person fills in, without those that refer to a record */
export function askedOf<K extends RecordKind>(
  kind: K,
  { first = [], last = [], without = [] }: AskedOptions<K> = {},
): readonly string[] {
  return [...first, ...filledFields(kind, { without: [...first, ...last, ...without] }), ...last];
}

const UNDER_C = [
  'grade.handlingAction',
  'grade.handlingSanitisation',
  'grade.handlingInstructions',
] as const;
const isUnderC = ({ grade }: FormValues): boolean => asGroup(grade).handlingCode === 'C';

/** Conditions of a grade: asked under handling code C alone, which needs each of them. */
export const HANDLING_CONDITIONS: {
  readonly needed: readonly string[];
  readonly shownWhen: ShownWhen;
} = {
  needed: UNDER_C,
  shownWhen: Object.fromEntries(UNDER_C.map((path) => [path, isUnderC])),
};
