/** A sealed batch as a row of the database, and as a frame of the journal. */

import type { BatchRow } from '../place/database.js';
import type { Frame } from './journal.js';

export function frameOf({ seq, slot, sealed }: BatchRow): Frame {
  return { type: 'batch', seq, slot, sealed };
}

export function rowOf({ seq, slot, sealed }: Frame): BatchRow {
  return { seq, slot, sealed };
}
