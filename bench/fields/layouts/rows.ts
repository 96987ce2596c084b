/** A record's facts under the labels of a set, as a page displays them, with what a right reading makes of each. */
import { type Hand, inWords } from './hand.ts';
import type { FieldName, GroupName, LabelSet } from './label-set.ts';
import type { NotKnown } from './not-known.ts';
import type { Random } from './random.ts';
import { type FictionalRecord, fullName, type Person } from './record.ts';

export interface Row {
  readonly field: FieldName;
  readonly group: GroupName;
  readonly label: string;
  /** As displayed, with line breaks; empty when nothing is known and the place is blank. */
  readonly value: string;
  /** Each item of a list as displayed, or the value alone. */
  readonly items: readonly string[];
  /** Names of a truth file, with the words on the page and with their meaning. */
  readonly canonical: Readonly<Record<string, string | readonly string[]>>;
  readonly normalised: Readonly<Record<string, string | readonly string[]>>;
  readonly kind: 'text' | 'day' | 'lines' | 'prose' | 'choice';
  /** For a day. */
  readonly iso?: string;
  /** For a choice: every option. */
  readonly options?: readonly string[];
  /** Set if the row says that nothing is known. */
  readonly notKnown?: NotKnown;
}

export interface RowOptions {
  readonly labels: LabelSet;
  readonly hand: Hand;
  /** True if no value has a line break. */
  readonly isOneLine: boolean;
  /** True if forenames and surname are rows of their own. */
  readonly isNameInParts: boolean;
  /** One of them is true, or both. */
  readonly isPostcodeInAddress: boolean;
  readonly isPostcodeApart: boolean;
}

/** Chooses once for everybody on a page. */
export function rowOptions(
  labels: LabelSet,
  hand: Hand,
  isOneLine: boolean,
  random: Random,
): RowOptions {
  const { subjectName, subjectForenames, subjectSurname, postcode } = labels.labels;
  const hasParts = subjectForenames !== undefined && subjectSurname !== undefined;
  const isPostcodeInAddress = postcode === undefined || random.chance(0.5);
  return {
    labels,
    hand,
    isOneLine,
    isNameInParts: hasParts && (subjectName === undefined || random.chance(0.4)),
    isPostcodeInAddress,
    isPostcodeApart: postcode !== undefined && (!isPostcodeInAddress || random.chance(0.3)),
  };
}

interface Written extends Partial<Omit<Row, 'field' | 'group' | 'label' | 'items'>> {
  readonly items?: readonly string[];
}

/** Rows in the order of a form; a fact that the record does not have, or the set has no label for, has none. */
export function rowsOf(record: FictionalRecord, options: RowOptions): readonly Row[] {
  return [...personRows(record.subject, options), ...caseRows(record, options)];
}

/** The facts of one young person alone. */
export function personRows(person: Person, options: RowOptions): readonly Row[] {
  const { labels, hand, isOneLine, isNameInParts, isPostcodeInAddress, isPostcodeApart } = options;
  const whole = fullName(person);
  const shown = hand.name(person.forenames, person.surname);
  const address = [...person.address, ...(isPostcodeInAddress ? [person.postcode] : [])];
  const handles = person.handles.map(hand.handle);
  const names = person.handles.map(({ name }) => name);
  const phones = person.phones.map(hand.phone);
  const rows: readonly (readonly [FieldName, Written | undefined])[] = [
    ...(isNameInParts
      ? ([
          ['subjectForenames', one('subjectForenames', person.forenames)],
          ['subjectSurname', one('subjectSurname', person.surname)],
        ] as const)
      : ([['subjectName', one('subjectName', shown, whole)]] as const)),
    ['alias', one('alias', person.alias)],
    ['dob', day('dob', person.bornOn, hand)],
    ['school', one('school', person.school)],
    [
      'address',
      {
        value: address.join(isOneLine ? ', ' : '\n'),
        kind: 'lines',
        canonical: {
          address: address.join(isOneLine ? ', ' : '\n'),
          ...(isPostcodeInAddress ? { postcode: person.postcode } : {}),
        },
      },
    ],
    ['postcode', isPostcodeApart ? one('postcode', person.postcode) : undefined],
    ['phone', several('phone', phones, isOneLine ? ' / ' : '\n')],
    ['email', one('email', person.email)],
    [
      'handles',
      several('handles', handles, isOneLine && hand.between === '\n' ? '; ' : hand.between, names),
    ],
  ];
  return labelled(rows, 'subject', labels);
}

function caseRows(record: FictionalRecord, { labels, hand, isOneLine }: RowOptions): Row[] {
  const { referrer, guardian, staff } = record;
  const story = record.story.replaceAll('{day}', inWords(record.incidentOn));
  const hasDay = story !== record.story;
  const title = referrer.title === '' ? '' : `${referrer.title} `;
  const phone = (national: string | undefined): string | undefined =>
    national === undefined ? undefined : hand.phone(national);
  const choice = (name: string, value: string | undefined, options: readonly string[]) =>
    value === undefined ? undefined : ({ ...one(name, value), kind: 'choice', options } as const);
  const referral: readonly (readonly [FieldName, Written | undefined])[] = [
    ['reference', one('reference', record.reference)],
    [
      'otherReferences',
      several('otherReferences', record.otherReferences, isOneLine ? '; ' : '\n'),
    ],
    ['dateOfReferral', day('dateOfReferral', record.receivedOn, hand)],
    ['status', { value: record.status }],
    ['caseOwner', { value: staff.caseOwner }],
    ['offence', one('offence', record.offence)],
    ['incidentDates', day('incidentDates', record.incidentOn, hand)],
    ['risk', choice('risk', record.risk, ['Low', 'Medium', 'High'])],
    [
      'narrative',
      {
        value: story,
        kind: 'prose',
        canonical: {
          narrative: story,
          ...(hasDay ? { incidentDates: [inWords(record.incidentOn)] } : {}),
        },
        normalised: hasDay ? { incidentDates: [record.incidentOn] } : {},
      },
    ],
    ['updated', { value: hand.day(record.updatedOn), kind: 'day', iso: record.updatedOn }],
  ];
  return [
    ...labelled(referral, 'referral', labels),
    ...labelled(
      [
        ['referrerName', one('referrerName', title + referrer.name, referrer.name)],
        ['referrerRole', one('referrerRole', referrer.role)],
        ['referrerOrg', one('referrerOrg', referrer.organisation)],
        ['referrerPhone', one('referrerPhone', phone(referrer.phone))],
        ['referrerEmail', one('referrerEmail', referrer.email)],
      ],
      'referrer',
      labels,
    ),
    ...labelled(
      [
        ['guardianName', one('guardianName', guardian?.name)],
        ['guardianPhone', one('guardianPhone', phone(guardian?.phone))],
        ['guardianEmail', one('guardianEmail', guardian?.email)],
      ],
      'guardian',
      labels,
    ),
  ];
}

function labelled(
  rows: readonly (readonly [FieldName, Written | undefined])[],
  group: GroupName,
  { labels }: LabelSet,
): Row[] {
  return rows.flatMap(([field, written]) => {
    const label = labels[field];
    if (written?.value === undefined || label === undefined) return [];
    const { value, items = [value] } = written;
    const plain = { canonical: {}, normalised: {}, kind: 'text' } as const;
    return [{ ...plain, ...written, field, group, label, value, items }];
  });
}

function one(
  name: string,
  value: string | undefined,
  meaning: string | undefined = value,
): Written | undefined {
  if (value === undefined || meaning === undefined) return undefined;
  return {
    value,
    canonical: { [name]: value },
    normalised: meaning === value ? {} : { [name]: meaning },
  };
}

function day(name: string, iso: string, hand: Hand): Written {
  const value = hand.day(iso);
  // Each of a list is wanted by itself, so that the dates of two rows add up.
  const isList = name === 'incidentDates';
  return {
    value,
    kind: 'day',
    iso,
    canonical: { [name]: isList ? [value] : value },
    normalised: { [name]: isList ? [iso] : iso },
  };
}

/** @param meanings - of each item, where that is not what is displayed */
function several(
  name: string,
  items: readonly string[],
  between: string,
  meanings: readonly string[] = items,
): Written | undefined {
  if (items.length === 0) return undefined;
  const value = items.join(between);
  return { value, items, kind: 'lines', canonical: { [name]: meanings } };
}

/** Facts that a record may leave open. */
const OPEN: readonly FieldName[] = [
  'alias',
  'school',
  'phone',
  'email',
  'handles',
  'otherReferences',
  'offence',
  'risk',
  'referrerRole',
  'referrerPhone',
  'referrerEmail',
  'guardianPhone',
  'guardianEmail',
];

const OPEN_GROUPS: Readonly<Partial<Record<FieldName, GroupName>>> = {
  otherReferences: 'referral',
  offence: 'referral',
  risk: 'referral',
  referrerRole: 'referrer',
  referrerPhone: 'referrer',
  referrerEmail: 'referrer',
  guardianPhone: 'guardian',
  guardianEmail: 'guardian',
};

/** Makes two or three of the rows say that nothing is known, in place of their value, or as a row more. */
export function withNotKnown(
  rows: readonly Row[],
  kind: NotKnown,
  labels: LabelSet,
  random: Random,
): readonly Row[] {
  // A postcode that is in the address is known, whatever its own row says.
  const isInAddress = rows.some(({ canonical }) => canonical.address && canonical.postcode);
  // A person who is not on the page has no open questions either.
  const open = [...OPEN, ...(isInAddress ? (['postcode'] as const) : [])].filter(
    (field) =>
      labels.labels[field] !== undefined && rows.some(({ group }) => group === groupOf(field)),
  );
  const chosen = random.shuffled(open).slice(0, 2 + random.below(2));
  const told = rows.map((row) => (chosen.includes(row.field) ? emptied(row, kind) : row));
  for (const field of chosen) {
    const label = labels.labels[field];
    const group = groupOf(field);
    if (label === undefined || told.some((row) => row.field === field)) continue;
    const at = told.findLastIndex((row) => row.group === group);
    const bare = { field, group, label, kind: 'text', canonical: {}, normalised: {} } as const;
    told.splice(at + 1, 0, emptied({ ...bare, value: '', items: [] }, kind));
  }
  return told;
}

function groupOf(field: FieldName): GroupName {
  return OPEN_GROUPS[field] ?? 'subject';
}

function emptied(row: Row, notKnown: NotKnown): Row {
  const { iso: _, ...rest } = row;
  const { text } = notKnown;
  return { ...rest, value: text, items: [text], canonical: {}, normalised: {}, notKnown };
}
