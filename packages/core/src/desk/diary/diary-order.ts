/**
 * The records that the diary is folded from at an opening: those that can make something due, or that a due entry
 * depends on. The rest are loaded afterwards. It is not a guess: on any day the chosen records give the same diary as
 * all of them.
 */

import type { NeededFirst } from '../../casework/act/kind-row.js';
import { contactsThatMatter } from '../../casework/contact/contact-matters.js';
import type { Contact } from '../../casework/contact/log-intervention.js';
import type { Trigger } from '../../casework/rules/trigger.js';
import { RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { FirstOrder, Standing } from '../../store/log/first-order.js';
import type { Revision } from '../../store/log/revision.js';
import { KINDS } from '../kinds.js';
import { isCountedBy } from './triggered.js';

/** Increase it whenever the choice among the records of a kind is made in another way. */
const EDITION = 1;

/**
 * Chooses the records needed first, so that the diary of any day is the same as from all records.
 *
 * @param triggers - those that the diary is folded with: the records that they count are needed
 */
export function diaryOrder(triggers: readonly Trigger[]): FirstOrder {
  const conditions = triggers.flatMap(({ when }) => when);
  const needed = new Map(
    RECORD_KINDS.map((kind): readonly [RecordKind, NeededFirst] => {
      const isCounted = conditions.some((condition) => condition.kind === kind);
      const { diary: first } = KINDS[kind];
      return [kind, first === 'none' && isCounted ? 'each' : first];
    }),
  );
  const isCounted = (contact: Contact): boolean =>
    conditions.some((condition) => isCountedBy(condition, { kind: 'intervention', ...contact }));
  return {
    rule: JSON.stringify([EDITION, [...needed.values()], conditions]),
    choose(records) {
      const chosen = new Set<RecordId>();
      const contacts: Contact[] = [];
      let latest: Standing | undefined;
      for (const record of records) {
        if (isContact(record)) contacts.push(record);
        else if (needed.get(record.kind) === 'each') chosen.add(record.id);
        // The last save shows whether the clock of this computer can be right.
        if (latest === undefined || record.updatedAt > latest.updatedAt) latest = record;
      }
      const all = contactsThatMatter(contacts, isCounted, latest?.id);
      for (const id of all) chosen.add(id);
      if (latest) chosen.add(latest.id);
      return chosen;
    },
    outlasts: ({ kind, parents, set, withdraw }: Revision) =>
      withdraw !== true &&
      (needed.get(kind) !== 'some' || (parents.length === 0 && !('corrects' in set))),
  };
}

function isContact(record: Standing): record is Standing & Contact {
  return record.kind === 'intervention';
}
