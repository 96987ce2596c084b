/** Seen before? from a page's side. */
import type { SeenBeforeService } from '../../ports/services.js';
import { deepFreeze } from '../freeze.js';
import type { Line } from './line.js';

export function clientSeenBefore(line: Pick<Line, 'ask'>): SeenBeforeService {
  return {
    look: async (sought, reason) =>
      deepFreeze(
        await line.ask('seen-before', [{ ...sought, values: sought.values.map(plain) }, reason]),
      ),
  };
}

/** Plain values only: a page may not say where a value is recorded. */
function plain<T extends { readonly at?: unknown; readonly notedOn?: unknown }>(
  value: T,
): Omit<T, 'at' | 'notedOn'> {
  const { at: _, notedOn: __, ...rest } = value;
  return rest;
}
