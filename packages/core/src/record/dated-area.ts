/** The force and the local authority that a person lives in, from a day on: a new one is added, the old one stays. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { until } from './time-span.js';

/** A code of `force`. */
export const forceArea = v.optional(field(codeList('force'), { label: 'Force area' }));

/** A code of `local-authority`. */
export const localAuthority = v.optional(
  field(codeList('local-authority'), { label: 'Local authority', sensitivity: 'personal' }),
);

export const DatedArea = v.pipe(
  v.strictObject({
    forceArea,
    localAuthority,
    outside: v.optional(
      field(codeList('outside-area'), {
        label: 'Outside England and Wales',
        called: 'where they live outside England and Wales',
      }),
    ),
    notedOn: field(PlainDate, {
      label: 'Noted on',
      called: 'the date it was noted',
      input: 'date',
    }),
    until,
    /** The full postcode that it was worked out from; absent if somebody said it. */
    fromPostcode: v.optional(
      field(Line, {
        label: 'Worked out from the postcode',
        called: 'the postcode it was worked out from',
        sensitivity: 'personal',
        set: 'by-toolkit',
      }),
    ),
    /** The table that it was looked up in, with its version and the day of checking. */
    fromTable: v.optional(
      field(Line, { label: 'Looked up in', called: 'the table', set: 'by-toolkit' }),
    ),
  }),
  v.check(
    (area) =>
      area.outside === undefined
        ? area.forceArea !== undefined || area.localAuthority !== undefined
        : area.forceArea === undefined && area.localAuthority === undefined,
    'Select a force area or a local authority, or where outside England and Wales it is',
  ),
);
export type DatedArea = v.InferOutput<typeof DatedArea>;

/** The area on that day: of several, the one that was noted last. */
export function areaOn<T extends Pick<DatedArea, 'notedOn' | 'until'>>(
  areas: readonly T[],
  on: PlainDate,
): T | undefined {
  return areas
    .filter((each) => each.notedOn <= on && (each.until === undefined || on <= each.until))
    .reduce<T | undefined>(
      (last, each) => (last !== undefined && last.notedOn > each.notedOn ? last : each),
      undefined,
    );
}
