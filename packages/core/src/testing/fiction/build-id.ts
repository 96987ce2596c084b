/** Ids for records of tests: valid, and each given once. */
import * as v from 'valibot';
import { RecordId } from '../../shared/primitives.js';
import { nextCount } from '../count.js';

/** A new id that no other call in this file gives. */
export function buildId(): RecordId {
  const count = nextCount('record').toString(16).padStart(12, '0');
  return v.parse(RecordId, `b0000000-0000-4000-8000-${count}`);
}
