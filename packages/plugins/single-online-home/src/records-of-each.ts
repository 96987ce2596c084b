/** The records of a set, referral by referral: looking through all of them for each would take a long file for ever. */
import type { GivenRecord, RecordSet } from '@cyber-prevent/core/plugin';

type Records = RecordSet['records'];

interface OfReferral {
  readonly referral: GivenRecord<'referral'>;
  /** Its subject, its referrer, and the people and accounts around that subject. */
  readonly records: Records;
}

/** One entry for each referral, in the order of the set. */
export function recordsOfEach(records: Records): readonly OfReferral[] {
  const subjects = new Map((records.subject ?? []).map((each) => [each.id, each]));
  const referrers = new Map((records.referrer ?? []).map((each) => [each.id, each]));
  const related = bySubject(records.relatedPerson ?? []);
  const identifiers = bySubject(records.onlineIdentifier ?? []);
  return (records.referral ?? []).map((referral) => {
    const { subjectId, referrerId } = referral;
    const subject = subjects.get(subjectId);
    const referrer = referrerId === undefined ? undefined : referrers.get(referrerId);
    return {
      referral,
      records: {
        referral: [referral],
        subject: subject ? [subject] : [],
        referrer: referrer ? [referrer] : [],
        relatedPerson: related.get(subjectId) ?? [],
        onlineIdentifier: identifiers.get(subjectId) ?? [],
      },
    };
  });
}

function bySubject<T extends { readonly subjectId: string }>(
  list: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const each of list) {
    const own = found.get(each.subjectId);
    if (own) own.push(each);
    else found.set(each.subjectId, [each]);
  }
  return found;
}
