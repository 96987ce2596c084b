/**
 * Referrals as the values they could have been captured as: the output of an exporter of rows and the input of an
 * importer. Of dated lists (addresses, schools) the latest entry that has not ended is used; a platform is named by its
 * code list, not here.
 */
import type { FieldPath } from '../capture/field/field-path.js';
import { grouped } from '../capture/field/grouped.js';
import { identifierType, PLATFORM_ACCOUNT } from '../match/identifier.js';
import { inUse } from '../record/subject.js';
import type { FieldValues } from '../review/field-values.js';
import type { GivenRecord, RecordSet } from './rendered.js';

/** One entry for each referral, in the order of the set. Texts are as stored; paths without a value are absent. */
export function referralValues({ records }: RecordSet): readonly FieldValues[] {
  const subjects = new Map(records.subject?.map((subject) => [subject.id, subject]));
  const referrers = new Map(records.referrer?.map((referrer) => [referrer.id, referrer]));
  const identifiers = grouped(records.onlineIdentifier ?? [], ({ subjectId }) => subjectId);
  const related = grouped(records.relatedPerson ?? [], ({ subjectId }) => subjectId);
  return (records.referral ?? []).map((referral) => {
    const { subjectId, referrerId } = referral;
    const referrer = referrerId === undefined ? undefined : referrers.get(referrerId);
    return present({
      ...subjectTexts(subjects.get(subjectId)),
      'subject.onlineIdentifiers[].asSeen': identifiers
        .get(subjectId)
        // A domain or an IP address under “Username” would come back as an account.
        ?.filter((each) => identifierType(each) === PLATFORM_ACCOUNT)
        .flatMap(({ asSeen }) => asSeen ?? []),
      ...referralTexts(referral),
      'referrer.name': one(referrer?.name),
      'referrer.organisation': one(referrer?.organisation),
      'referrer.role': one(referrer?.role),
      'referrer.phone': one(referrer?.phone),
      'referrer.email': one(referrer?.email),
      ...relatedTexts(related.get(subjectId) ?? []),
    });
  });
}

type Texts = { readonly [P in FieldPath]?: readonly string[] | undefined };

function subjectTexts(subject: GivenRecord<'subject'> | undefined): Texts {
  if (!subject) return {};
  const address = latest(subject.addresses);
  return {
    'subject.name': one(subject.name),
    'subject.givenNames': one(subject.givenNames),
    'subject.familyName': one(subject.familyName),
    'subject.aliases[]': inUse(subject, 'aliases'),
    'subject.bornOn': one(subject.bornOn),
    'subject.sexRecorded': one(subject.sexRecorded),
    'subject.address': one(address?.lines),
    'subject.postcode': one(address?.postcode),
    'subject.school': one(latest(subject.schools)?.name),
    'subject.phones[]': inUse(subject, 'phones'),
    'subject.emails[]': inUse(subject, 'emails'),
    'subject.communicationNeeds': one(subject.communicationNeeds),
  };
}

function referralTexts(referral: GivenRecord<'referral'>): Texts {
  return {
    'referral.reference': one(referral.reference),
    'referral.otherReferences[]': referral.otherReferences,
    'referral.receivedOn': one(referral.receivedOn),
    'referral.suspectedOffences[]': referral.suspectedOffences,
    'referral.lawMentioned[]': referral.lawMentioned,
    'referral.incidentDates[]': referral.incidentDates,
    'referral.statedRisk': one(referral.statedRisk),
    'referral.narrative': one(referral.narrative),
  };
}

/**
 * Places a person's texts at one position of each list; an empty text fills a gap. Somebody with two telephones takes
 * two positions, named at both. Nothing is dropped, and the officer decides whether they are one person.
 */
function relatedTexts(people: readonly GivenRecord<'relatedPerson'>[]): Texts {
  const places = people.flatMap(({ name = '', relationship = '', phones, emails }) =>
    Array.from({ length: Math.max(1, phones.length, emails.length) }, (_, i) => ({
      name,
      relationship,
      phone: phones[i] ?? '',
      email: emails[i] ?? '',
    })),
  );
  return {
    'relatedPersons[].name': places.map(({ name }) => name),
    'relatedPersons[].relationship': places.map(({ relationship }) => relationship),
    'relatedPersons[].phones[]': places.map(({ phone }) => phone),
    'relatedPersons[].emails[]': places.map(({ email }) => email),
  };
}

function one(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}

function latest<T extends { readonly notedOn: string; readonly until?: string | undefined }>(
  entries: readonly T[],
): T | undefined {
  return entries
    .filter(({ until }) => until === undefined)
    .reduce<T | undefined>(
      (found, entry) => (found && found.notedOn > entry.notedOn ? found : entry),
      undefined,
    );
}

/** Ends each list at its last text: an empty text fills a gap only if something follows it. */
function present(texts: Texts): FieldValues {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([path, list = []]) => {
      const kept = list.slice(0, list.findLastIndex((text) => text !== '') + 1);
      return kept.length === 0 ? [] : [[path, kept]];
    }),
  );
}
