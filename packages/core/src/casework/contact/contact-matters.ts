/**
 * Contacts that the diary must have in hand. It needs few of them. Most have no open follow-up, and the latest contact
 * alone shows whether somebody was met since.
 */
import { grouped } from '../../capture/field/grouped.js';
import type { RecordId } from '../../shared/primitives.js';
import { type Contact, type ContactLog, correctedBy, followUpOf } from './log-intervention.js';

/**
 * Picks the contacts that matter.
 *
 * @param all - every current contact, of all subjects
 * @param isCounted - says whether a trigger would count it
 * @param also - one that must be in hand for another reason
 * @returns ids of those that alone lead to the same result as all of them
 */
export function contactsThatMatter(
  all: readonly Contact[],
  isCounted: (contact: Contact) => boolean,
  also?: RecordId,
): ReadonlySet<RecordId> {
  const byId = new Map(all.map((contact) => [contact.id, contact]));
  const about = grouped(all, ({ value }) => value.subjectId);
  const corrections = new Map(
    all.flatMap(({ id, value }) => (value.corrects ? [[value.corrects, id]] : [])),
  );
  const log: ContactLog = {
    find: (id) => byId.get(id),
    about: (subject) => about.get(subject) ?? [],
    isCorrected: (id) => corrections.has(id),
  };
  const kept = new Set<RecordId>();
  const keep = (id: RecordId | undefined): void => {
    if (id === undefined || kept.has(id)) return;
    const contact = byId.get(id);
    if (!contact) return;
    kept.add(id);
    // Its result depends on its correction, its follow-up and the contacts that it corrects itself.
    keep(corrections.get(id));
    keep(followUpOf(contact, log)?.id);
    if (contact.value.followUpDueOn !== undefined) correctedBy(contact, log).forEach(keep);
  };
  keep(also);
  // A contact that names one not stored yet answers for it when that one arrives.
  const isAhead = (id: RecordId | undefined): boolean => id !== undefined && !byId.has(id);
  for (const { id, value } of all)
    if (isAhead(value.corrects) || isAhead(value.followsUp)) keep(id);
  for (const contacts of about.values()) {
    const standing = contacts.filter(({ id }) => !corrections.has(id));
    keep(latestOf(standing)?.id);
    for (const contact of standing)
      if (isCounted(contact) || isOpen(contact, log)) keep(contact.id);
  }
  return kept;
}

function isOpen(contact: Contact, log: ContactLog): boolean {
  return contact.value.followUpDueOn !== undefined && followUpOf(contact, log) === undefined;
}

function latestOf(contacts: readonly Contact[]): Contact | undefined {
  return contacts.reduce<Contact | undefined>(
    (latest, each) => (latest && latest.value.heldOn >= each.value.heldOn ? latest : each),
    undefined,
  );
}
