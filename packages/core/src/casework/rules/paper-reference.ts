import type { RecordId } from '../../shared/primitives.js';

/**
 * Our reference on the papers about a person: the first eight characters of their id. It parts the papers of two people
 * of one name, also before a name is on them, and a correction names the earlier paper by it. The reference of a referral
 * would show the person who made it.
 */
export function paperReference(subject: RecordId): string {
  return subject.slice(0, 8).toUpperCase();
}
