/** Cells that only say the platform of a handle in their row: they are saved with the handle, and are no rows themselves. */
import type { LabelledValue } from '../../page/reading.js';
import { platformOf } from '../read/read-handle.js';
import type { JoinedValue } from './join-lines.js';

/** A platform that is not known is not saved, so its cell stays. */
export function withoutSpentPlatforms(joined: readonly JoinedValue[]): readonly JoinedValue[] {
  const spent = new Set(
    joined.flatMap(({ path, platform, value }) =>
      path === 'subject.onlineIdentifiers[].asSeen' && platformOf(platform) !== undefined
        ? [keyOf(value, platform)]
        : [],
    ),
  );
  if (spent.size === 0) return joined;
  return joined.filter(
    ({ path, text, value }) => path !== undefined || !value.row || !spent.has(keyOf(value, text)),
  );
}

function keyOf({ place, row }: LabelledValue, text: string | undefined): string {
  return JSON.stringify([place.frame, row?.table, row?.index, text]);
}
