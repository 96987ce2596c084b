// A record as the boxes of an edit page, and the boxes read back into a record.
import { formatDate, NOT_KNOWN, readDate } from './dates.ts';
import type { OnlineIdentifier, PracticeParent, PracticeRecord } from './record.ts';

/** A plain message for each faulty box, by the box's name. */
export type FormErrors = ReadonlyMap<string, string>;

export type FormResult =
  | { readonly ok: true; readonly record: PracticeRecord }
  | { readonly ok: false; readonly errors: FormErrors };

const LONGEST_TEXT = 200;
const LONGEST_NARRATIVE = 20_000;
const MOST_VALUES = 20;

/** The values of the boxes when an edit page opens. `dates` is the look's format for typed dates. */
export function toForm(record: PracticeRecord, dates: 'slashed' | 'iso'): URLSearchParams {
  const { subject, referrer, parent } = record;
  const asTyped = (date: string) => (dates === 'iso' ? date : formatDate(date, 'slashed'));
  const form = new URLSearchParams();
  const put = (name: string, values: string | readonly string[]) => {
    for (const value of typeof values === 'string' ? [values] : values) form.append(name, value);
  };
  const putDate = (name: string, date: string | null) => {
    put(name, date === null ? '' : asTyped(date));
    const [year = '', month = '', day = ''] = date?.split('-').map(withoutNought) ?? [];
    put(`${name}-day`, day);
    put(`${name}-month`, month);
    put(`${name}-year`, year);
  };
  put('familyName', subject.familyName);
  put('givenNames', subject.givenNames);
  put('aliases', subject.aliases);
  putDate('bornOn', subject.bornOn);
  put('sexRecorded', subject.sexRecorded);
  put('address', subject.address);
  put('postcode', subject.postcode);
  put('school', subject.school);
  put('phones', subject.phones);
  put('emails', subject.emails);
  for (const { platform, asSeen, firstSeenOn } of subject.onlineIdentifiers) {
    put('platform', platform);
    put('asSeen', asSeen);
    put('firstSeenOn', firstSeenOn === null ? '' : asTyped(firstSeenOn));
  }
  put('communicationNeeds', subject.communicationNeeds);
  put('reference', record.reference);
  put('otherReferences', record.otherReferences);
  putDate('receivedOn', record.receivedOn);
  put('suspectedOffences', record.suspectedOffences);
  put('lawMentioned', record.lawMentioned);
  put('incidentDates', record.incidentDates.map(asTyped));
  put('narrative', record.narrative);
  put('statedRisk', record.statedRisk);
  put('referrerName', referrer.name);
  put('referrerOrganisation', referrer.organisation);
  put('referrerRole', referrer.role);
  put('referrerPhone', referrer.phone);
  put('referrerEmail', referrer.email);
  put('parentName', parent?.name ?? '');
  put('parentRelationship', parent?.relationship ?? '');
  put('parentPhone', parent?.phone ?? '');
  put('parentEmail', parent?.email ?? '');
  return form;
}

/** Typed values over those of the record: a box that was not sent shows the record. */
export function typedOver(held: URLSearchParams, typed: URLSearchParams): URLSearchParams {
  const kept = [...held].filter(([name]) => !typed.has(name));
  return new URLSearchParams([...kept, ...typed]);
}

/** Reads a posted form. A box that was not sent leaves the record's own value unchanged. */
export function readForm(typed: URLSearchParams, before: PracticeRecord): FormResult {
  const errors = new Map<string, string>();
  const { subject, referrer } = before;

  const text = (name: string, held: string, longest = LONGEST_TEXT): string => {
    const value = typed.get(name)?.replaceAll('\r\n', '\n').trim() ?? held;
    if (value.length > longest) errors.set(name, `Use ${longest} characters or fewer`);
    return value;
  };
  const required = (name: string, held: string, message: string): string => {
    const value = text(name, held);
    if (value === '') errors.set(name, message);
    return value;
  };
  const list = (name: string, held: readonly string[]): string[] => {
    const values = typed.has(name) ? tidy(typed.getAll(name)) : [...held];
    if (values.length > MOST_VALUES) errors.set(name, `Give ${MOST_VALUES} values or fewer`);
    if (values.some((value) => value.length > LONGEST_TEXT)) {
      errors.set(name, `Use ${LONGEST_TEXT} characters or fewer`);
    }
    return values;
  };
  const day = (name: string, value: string): string => {
    const date = readDate(value);
    if (!date) errors.set(name, 'Enter a real date, such as 27 3 2007');
    return date ?? value;
  };
  const dayOrNotKnown = (name: string, held: string | null): string | null => {
    const value = typedDate(typed, name);
    if (value === undefined) return held;
    return isNotKnown(value) ? null : day(name, value);
  };
  const identifiers = (): readonly OnlineIdentifier[] => {
    if (!typed.has('asSeen')) return subject.onlineIdentifiers;
    const platforms = typed.getAll('platform');
    const firstSeen = typed.getAll('firstSeenOn');
    const rows = typed.getAll('asSeen').map((asSeen, index) => {
      const seen = firstSeen[index]?.trim() ?? '';
      return {
        platform: platforms[index]?.trim() ?? '',
        asSeen: asSeen.trim(),
        firstSeenOn: isNotKnown(seen) ? null : day('firstSeenOn', seen),
      };
    });
    const kept = rows.filter((each) => each.asSeen !== '');
    if (kept.length > MOST_VALUES) errors.set('asSeen', `Give ${MOST_VALUES} values or fewer`);
    return kept;
  };
  const parent = (): PracticeParent | null => {
    const read = {
      name: text('parentName', before.parent?.name ?? ''),
      relationship: text('parentRelationship', before.parent?.relationship ?? ''),
      phone: text('parentPhone', before.parent?.phone ?? ''),
      email: text('parentEmail', before.parent?.email ?? ''),
    };
    return Object.values(read).some((value) => value !== '') ? read : null;
  };

  const record: PracticeRecord = {
    id: before.id,
    reference: required('reference', before.reference, 'Enter the reference number'),
    otherReferences: list('otherReferences', before.otherReferences),
    receivedOn: day('receivedOn', typedDate(typed, 'receivedOn') ?? before.receivedOn),
    subject: {
      familyName: required('familyName', subject.familyName, 'Enter the family name'),
      givenNames: required('givenNames', subject.givenNames, 'Enter the given names'),
      aliases: list('aliases', subject.aliases),
      bornOn: dayOrNotKnown('bornOn', subject.bornOn),
      address: list('address', subject.address),
      postcode: text('postcode', subject.postcode),
      school: text('school', subject.school),
      phones: list('phones', subject.phones),
      emails: list('emails', subject.emails),
      onlineIdentifiers: identifiers(),
      sexRecorded: text('sexRecorded', subject.sexRecorded),
      communicationNeeds: text('communicationNeeds', subject.communicationNeeds),
    },
    suspectedOffences: list('suspectedOffences', before.suspectedOffences),
    lawMentioned: list('lawMentioned', before.lawMentioned),
    incidentDates: list('incidentDates', before.incidentDates).map((date) =>
      day('incidentDates', date),
    ),
    narrative: text('narrative', before.narrative, LONGEST_NARRATIVE),
    statedRisk: text('statedRisk', before.statedRisk),
    referrer: {
      name: required('referrerName', referrer.name, 'Enter the name of the referrer'),
      organisation: text('referrerOrganisation', referrer.organisation),
      role: text('referrerRole', referrer.role),
      phone: text('referrerPhone', referrer.phone),
      email: text('referrerEmail', referrer.email),
    },
    parent: parent(),
  };
  return errors.size > 0 ? { ok: false, errors } : { ok: true, record };
}

/** A date typed into one box or into three. `undefined`: no such box was sent. */
function typedDate(typed: URLSearchParams, name: string): string | undefined {
  if (!typed.has(`${name}-day`)) return typed.get(name)?.trim();
  const boxes = ['day', 'month', 'year'].map((part) => typed.get(`${name}-${part}`)?.trim() ?? '');
  return boxes.every((box) => box === '') ? '' : boxes.join('/');
}

function isNotKnown(text: string): boolean {
  return text === '' || text.toLowerCase() === NOT_KNOWN.toLowerCase();
}

function tidy(values: readonly string[]): string[] {
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

function withoutNought(part: string): string {
  return part.replace(/^0+/, '');
}
