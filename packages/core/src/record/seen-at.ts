/**
 * The moment at which an IP address was used, as it was given: one address is somebody else's an hour later, so without
 * a date, a time and a time zone it says nothing of anybody.
 */
import * as v from 'valibot';
import { PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { isClockTime, isZone } from './zone.js';

export const SeenAt = v.strictObject({
  on: field(PlainDate, {
    label: 'Date it was used',
    called: 'the date it was used',
    input: 'date',
    hasCome: true,
  }),
  at: field(
    v.pipe(v.string(), v.trim(), v.check(isClockTime, 'Enter a time, like 14:05 or 14:05:30')),
    {
      label: 'Time it was used',
      called: 'the time it was used',
      hint: 'As it was given, like 14:05 or 14:05:30',
    },
  ),
  zone: field(
    v.pipe(
      v.string(),
      v.trim(),
      v.check(isZone, 'Enter a time zone, like UTC, GMT, BST, +01:00 or Europe/London'),
    ),
    {
      label: 'Time zone',
      called: 'the time zone',
      hint: 'As it was given, like UTC, GMT, BST, +01:00 or Europe/London',
    },
  ),
});
export type SeenAt = v.InferOutput<typeof SeenAt>;
