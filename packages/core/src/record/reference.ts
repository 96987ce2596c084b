/** Ids as fields: a record's own, and those that name another record. */
import { RecordId } from '../shared/primitives.js';
import { field } from './field.js';

/** The record's own id, minted by the toolkit. */
export function ownId() {
  return field(RecordId, { label: 'Id', set: 'by-toolkit' });
}

/** Names another record of the given kind. */
export function refersTo(kind: string, label: string, called?: string) {
  const named = called === undefined ? { label } : { label, called };
  return field(RecordId, { ...named, refersTo: kind, input: 'record' });
}
