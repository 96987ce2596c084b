// The records while the system runs. Nothing is written to disk: stopping it forgets every change.
import type { PracticeContact } from './contact.ts';
import type { PracticeRecord } from './record.ts';

export interface PracticeStore {
  list(): readonly PracticeRecord[];
  find(id: string): PracticeRecord | undefined;
  /** Replaces the record with its id, and gives a new save reference, such as `PR-0001-002`. */
  save(record: PracticeRecord): string;
  /** True if this system gave that save reference for that record. */
  hasSaved(id: string, saveReference: string): boolean;
  /** Adds to the record's contact log and gives the entry's number, such as `CL-0001-002`. */
  addContact(id: string, contact: PracticeContact): string;
  /** The contact log, the oldest entry first. */
  contacts(id: string): readonly KeptContact[];
}

export interface KeptContact {
  readonly reference: string;
  readonly contact: PracticeContact;
}

export function createStore(initial: readonly PracticeRecord[]): PracticeStore {
  const records = new Map(initial.map((record) => [record.id, structuredClone(record)]));
  if (records.size !== initial.length) throw new TypeError('Two practice records share an id');
  const unfit = initial.find((record) => !/^[\w-]+$/.test(record.id));
  if (unfit) throw new TypeError(`The id "${unfit.id}" does not fit into an address`);
  const places = new Map(initial.map((record, index) => [record.id, index + 1]));
  const saved = new Map<string, string[]>();
  const contacts = new Map<string, KeptContact[]>();

  return {
    list: () => [...records.values()],
    find: (id) => records.get(id),
    save(record) {
      const references = saved.get(record.id) ?? [];
      const place = String(places.get(record.id) ?? 0).padStart(4, '0');
      const reference = `PR-${place}-${String(references.length + 1).padStart(3, '0')}`;
      records.set(record.id, structuredClone(record));
      saved.set(record.id, [...references, reference]);
      return reference;
    },
    addContact(id, contact) {
      const before = contacts.get(id) ?? [];
      const place = String(places.get(id) ?? 0).padStart(4, '0');
      const reference = `CL-${place}-${String(before.length + 1).padStart(3, '0')}`;
      contacts.set(id, [...before, { reference, contact }]);
      return reference;
    },
    contacts: (id) => contacts.get(id) ?? [],
    hasSaved: (id, saveReference) => saved.get(id)?.includes(saveReference) ?? false,
  };
}
