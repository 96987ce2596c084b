/** People in somebody's life, with the numbers and addresses to reach them by. */
import { inUse } from '../../record/subject.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { OwnRecords } from './own-records.js';
import { referrerOf } from './why-here.js';

/** The part that somebody has: the subject, a parent or carer, the school, a worker, the referrer, anyone else. */
export const PARTS_IN_LIFE = ['self', 'parent', 'school', 'worker', 'other', 'referrer'] as const;
export type PartInLife = (typeof PARTS_IN_LIFE)[number];

export interface PersonInLife {
  readonly part: PartInLife;
  /** The record that says so. */
  readonly record: StoredRecord<'subject' | 'relatedPerson' | 'referrer'>;
  /** Absent if it is not known. */
  readonly name?: string;
  /** Words of the record: the relationship, a role, an organisation. */
  readonly words: readonly string[];
  /** Codes of `person-role` that apply today. */
  readonly roles: readonly string[];
  /** A code of `relationship`. */
  readonly relationshipKind?: string;
  /** A code of `referrer-type`. */
  readonly referrerKind?: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

const PART_OF: Readonly<Record<string, PartInLife>> = {
  'parent-carer': 'parent',
  teacher: 'school',
  'social-worker': 'worker',
};

/** Roles that make somebody a worker, whatever the relationship. */
const WORKER_ROLES: ReadonlySet<string> = new Set(['advocate', 'interpreter']);

/**
 * Lists the subject, the people around them and the referrers of their referrals, in the order of their parts. Two
 * records that may be one person stay two: nothing is merged by a name.
 */
export function peopleInLife(
  subject: StoredRecord<'subject'>,
  own: OwnRecords,
  records: readonly StoredRecord[],
  today: PlainDate,
): readonly PersonInLife[] {
  const referrers = [...new Set(own('referral').map(({ value }) => value.referrerId))].flatMap(
    (id) => referrerOf(records, id) ?? [],
  );
  const all = [
    themselves(subject),
    ...own('relatedPerson').map((record) => around(record, today)),
    ...referrers.map(ofReferrer),
  ];
  return PARTS_IN_LIFE.flatMap((part) => all.filter((each) => each.part === part));
}

function themselves(record: StoredRecord<'subject'>): PersonInLife {
  const { value } = record;
  return {
    part: 'self',
    record,
    name: value.name,
    words: [],
    roles: [],
    phones: inUse(value, 'phones'),
    emails: inUse(value, 'emails'),
  };
}

function around(record: StoredRecord<'relatedPerson'>, today: PlainDate): PersonInLife {
  const { name, relationship, relationshipKind, roles = [], phones, emails } = record.value;
  const current = roles.filter((each) => applies(each, today)).map(({ role }) => role);
  return {
    part: partOf(relationshipKind, current),
    record,
    ...(name === undefined ? {} : { name }),
    words: relationship === undefined ? [] : [relationship],
    roles: current,
    ...(relationshipKind === undefined ? {} : { relationshipKind }),
    phones,
    emails,
  };
}

function ofReferrer(record: StoredRecord<'referrer'>): PersonInLife {
  const { kind, name, organisation, role, phone, email } = record.value;
  return {
    part: 'referrer',
    record,
    ...(name === undefined ? {} : { name }),
    words: [role, organisation].flatMap((words) => words ?? []),
    roles: [],
    ...(kind === undefined ? {} : { referrerKind: kind }),
    phones: phone === undefined ? [] : [phone],
    emails: email === undefined ? [] : [email],
  };
}

function partOf(relationshipKind: string | undefined, roles: readonly string[]): PartInLife {
  const part = PART_OF[relationshipKind ?? ''];
  if (part) return part;
  if (roles.includes('parental-responsibility')) return 'parent';
  return roles.some((role) => WORKER_ROLES.has(role)) ? 'worker' : 'other';
}

/** A role whose last day is today still applies. */
function applies({ from, until }: Role, today: PlainDate): boolean {
  return from <= today && (until === undefined || until >= today);
}

type Role = NonNullable<StoredRecord<'relatedPerson'>['value']['roles']>[number];
