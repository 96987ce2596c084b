/** Warns of a pack that is old: nothing in it is wrong by that, but a newer one may be in use. */
import { civilDay } from '../shared/civil-day.js';
import { addYears, writtenDate } from '../shared/dates.js';
import type { Issue } from '../shared/issue.js';
import type { PlainDate } from '../shared/primitives.js';
import type { Pack } from './pack.js';

/**
 * A pack or a definition is old after this many years. An issuer looks at its lists once a year at least, as forces look
 * at their procedures: two years are two such looks of which nothing has come here.
 */
export const OLD_AFTER_YEARS = 2;

/** Warnings with code `pack-old`. They keep no pack out, and make none history. */
export function packAgeIssues(
  { madeAt, definitions }: Pick<Pack, 'madeAt' | 'definitions'>,
  today: PlainDate,
): readonly Issue[] {
  const isOld = (day: PlainDate): boolean => addYears(day, OLD_AFTER_YEARS) < today;
  const madeOn = civilDay(madeAt);
  const old = definitions
    .filter(({ checkedOn }) => isOld(checkedOn))
    .sort((one, other) => (one.checkedOn < other.checkedOn ? -1 : 1));
  const [oldest] = old;
  const said = [
    ...(isOld(madeOn)
      ? [`This pack was made on ${writtenDate(madeOn)}, more than ${OLD_AFTER_YEARS} years ago.`]
      : []),
    ...(oldest
      ? [
          `${old.length} of its ${definitions.length} definitions ${old.length === 1 ? 'has' : 'have'} a source that was looked at more than ${OLD_AFTER_YEARS} years ago, the earliest on ${writtenDate(oldest.checkedOn)}: “${oldest.title}”.`,
        ]
      : []),
  ];
  return said.map((what, nth) => ({
    code: 'pack-old',
    severity: 'warning',
    message: nth === said.length - 1 ? `${what} ${WHAT_TO_DO}` : what,
  }));
}

const WHAT_TO_DO = 'You can take it in. Ask its issuer first whether there is a newer one.';
