/** The officer’s answers to doubts about whose a save is, as the log has them. */
import { isMeantPerson, type MeantPerson, PERSON_DOUBTS, type PersonDoubtKind } from './meant.js';
import type { AuditEntry, Commit } from './revision.js';

/**
 * The commit without what was read, answered and expected, and with log entries that name each doubt answered and the person. An
 * entry about the person that is there already names it; otherwise one is added.
 */
export function withAnswersLogged({ meant = [], read: _, about: __, ...commit }: Commit): Commit {
  let audit: readonly AuditEntry[] = commit.audit ?? [];
  for (const answer of meant) {
    if (!isMeantPerson(answer)) continue;
    const doubts = doubtsIn(answer);
    if (doubts.length === 0) continue;
    const { subject } = answer;
    const own = audit.find(
      ({ action, records }) => WITH_A_SAVE.has(action) && records[0] === subject,
    );
    audit = own
      ? audit.map((entry) => (entry === own ? { ...entry, doubts } : entry))
      : [
          ...audit,
          { action: 'alteration', records: [subject], fields: [], reason: commit.reason, doubts },
        ];
  }
  return audit.length > 0 ? { ...commit, audit } : commit;
}

const WITH_A_SAVE: ReadonlySet<AuditEntry['action']> = new Set(['combination', 'disclosure']);

function doubtsIn({ names, born, others, isForm }: MeantPerson): readonly PersonDoubtKind[] {
  const had = [names.length > 0, born.length > 0, others.length > 0, isForm === true];
  return PERSON_DOUBTS.filter((_, nth) => had[nth]);
}
