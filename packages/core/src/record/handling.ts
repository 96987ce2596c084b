/**
 * The handling of what somebody gave: a code of 3x5x2 with its conditions. One definition for an intelligence note and
 * for a capture.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';

export const HANDLING_FIELDS = {
  handlingCode: field(codeList('handling-code'), { label: 'Handling code' }),
  handlingAction: v.optional(
    field(codeList('handling-action'), {
      label: 'Action condition',
      hint: 'Under handling code C',
    }),
  ),
  handlingSanitisation: v.optional(
    field(codeList('handling-sanitisation'), {
      label: 'Sanitisation condition',
      hint: 'Under handling code C',
    }),
  ),
  handlingInstructions: v.optional(
    field(Narrative, {
      label: 'Handling instructions',
      hint: 'Under handling code C: who may see it and what may be done',
      input: 'narrative',
    }),
  ),
};

const Fields = v.strictObject(HANDLING_FIELDS);
type Fields = v.InferOutput<typeof Fields>;

/** The checks of a handling, for any schema that has its fields. */
export function handlingChecks<T extends Fields>() {
  return [
    v.forward(
      v.check(
        ({ handlingCode, handlingAction }: T) =>
          handlingCode !== 'C' || handlingAction !== undefined,
        'Select an action condition: handling code C needs one',
      ),
      ['handlingAction'] as never,
    ),
    v.forward(
      v.check(
        ({ handlingCode, handlingSanitisation }: T) =>
          handlingCode !== 'C' || handlingSanitisation !== undefined,
        'Select a sanitisation condition: handling code C needs one',
      ),
      ['handlingSanitisation'] as never,
    ),
    v.forward(
      v.check(
        ({ handlingCode, handlingInstructions }: T) =>
          handlingCode !== 'C' || handlingInstructions !== undefined,
        'Enter handling instructions: handling code C needs them',
      ),
      ['handlingInstructions'] as never,
    ),
    v.forward(
      v.check(
        ({ handlingCode, handlingAction, handlingSanitisation, handlingInstructions }: T) =>
          handlingCode === 'C' ||
          (handlingAction === undefined &&
            handlingSanitisation === undefined &&
            handlingInstructions === undefined),
        'Handling code P carries no conditions: clear them, or select handling code C',
      ),
      ['handlingCode'] as never,
    ),
  ] as const;
}

/** P carries no condition; C carries an action code, a sanitisation code and written instructions. */
export const HandlingCodes = v.pipe(Fields, ...handlingChecks<Fields>());
export type HandlingCodes = v.InferOutput<typeof HandlingCodes>;

/** A change of the conditions on a capture after it was saved. */
export const HandlingChange = v.strictObject({
  changedOn: field(PlainDate, { label: 'Changed on', input: 'date', hasCome: true }),
  why: field(Narrative, { label: 'Why', called: 'why it is changed', input: 'narrative' }),
  permittedBy: v.optional(
    field(Line, { label: 'Who permitted it', called: 'who permitted it', sensitivity: 'source' }),
  ),
  permittedOn: v.optional(
    field(PlainDate, {
      label: 'Permitted on',
      called: 'the date it was permitted',
      input: 'date',
      hasCome: true,
    }),
  ),
  permittedReference: v.optional(
    field(Line, { label: 'Reference of the permission', sensitivity: 'source' }),
  ),
});
export type HandlingChange = v.InferOutput<typeof HandlingChange>;

/** Fields of a capture that say on what conditions it was given. */
export const HANDLING_OF_CAPTURE = {
  /** The national package or the report that it came in. */
  packageReference: v.optional(
    field(Line, {
      label: 'Package or report reference',
      hint: 'The reference of the national package or the report that it came in',
      sensitivity: 'source',
    }),
  ),
  handling: v.optional(field(HandlingCodes, { label: 'Handling', input: 'group' })),
  conditions: v.optional(
    field(Narrative, {
      label: 'Conditions in words',
      called: 'the conditions in words',
      hint: 'As the originator wrote them',
      input: 'narrative',
      sensitivity: 'source',
    }),
  ),
  /** Changes of these since it was saved, oldest first. */
  handlingChanges: v.optional(
    field(v.array(HandlingChange), { label: 'Changes of the conditions', set: 'by-toolkit' }),
  ),
};

/** The conditions that a capture, or an intelligence note by its grade, was given on. */
export interface GivenHandling {
  readonly packageReference?: string | undefined;
  readonly handling?: HandlingCodes | undefined;
  readonly conditions?: string | undefined;
}

/** True if it was given on conditions. A reference alone, or handling code P, is none. */
export function isConditioned({ handling, conditions }: GivenHandling): boolean {
  return (handling !== undefined && handling.handlingCode !== 'P') || conditions !== undefined;
}

/** The codes as they are written: `C A1 S2`, `P`. */
export function writtenHandling({
  handlingCode,
  handlingAction,
  handlingSanitisation,
}: HandlingCodes): string {
  return [handlingCode, handlingAction, handlingSanitisation]
    .filter((code) => code !== undefined)
    .join(' ');
}
