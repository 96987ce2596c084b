/** Seen before? as a page asks it. */
import type { SeenBeforeService } from '../../ports/services.js';
import { deepFreeze } from '../freeze.js';
import type { Line } from './line.js';

export function clientSeenBefore(line: Line): SeenBeforeService {
  return {
    look: async ({ values }, reason) =>
      deepFreeze(await line.ask('seen-before', [{ values: values.map(plain) }, reason])),
  };
}

/** Where a value is held is not a page's to say. */
function plain<T extends { readonly at?: unknown; readonly notedOn?: unknown }>(
  value: T,
): Omit<T, 'at' | 'notedOn'> {
  const { at: _, notedOn: __, ...rest } = value;
  return rest;
}
