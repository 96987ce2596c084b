/** The success message of a moved save: it names what moved, and both people by all their dates of birth. */
import {
  civilDay,
  type FieldValue,
  type MovedSave,
  type PlainDate,
  RECORD_LABELS,
  type RecordId,
  type StoredRecord,
  type Subject,
  writtenDate,
} from '@cyber-prevent/core';
import { t } from '../../../../locales/late.js';
import { withBirth } from '../../../desk/told-apart.js';

const FIELDS = {
  name: 'name',
  givenNames: 'name',
  familyName: 'name',
  bornOn: 'bornOn',
  sexRecorded: 'sexRecorded',
  communicationNeeds: 'communicationNeeds',
  aliases: 'aliases',
  phones: 'phones',
  emails: 'emails',
  addresses: 'addresses',
  areas: 'areas',
  schools: 'schools',
  processingConditions: 'processingConditions',
} as const;
const KINDS = ['intelligenceNote', 'relatedPerson', 'onlineIdentifier'] as const;

interface MovedWords {
  readonly heading: string;
  readonly body: string;
  /** The person whom it left. */
  readonly was: string;
}

/** Both people after the move: it may take a date of birth from the one, and give the other one more. */
interface PeopleNow {
  /** Undefined if their record went with the move. */
  readonly left: StoredRecord<'subject'> | undefined;
  readonly gained: StoredRecord<'subject'> | undefined;
}

/**
 * @param apart - adds to the words of a person what tells them from somebody of the same name and date of birth
 */
export function movedWords(
  { logged, shared, stays, from, to, ...moved }: MovedSave,
  { left = from, gained = to }: PeopleNow,
  apart: (id: RecordId, words: string) => string = (_, words) => words,
): MovedWords {
  const was = apart(from.id, withBirth(left.value));
  const now = apart(to.id, withBirth(gained.value));
  const { isWithdrawn } = moved;
  const what = whatMoves(moved);
  const names = { from: was, to: now };
  return {
    was,
    heading: t('review.moved', { what, ...names }),
    body: [
      isWithdrawn && t('review.moved.withdrawn', names),
      shared.length > 0 &&
        t('review.moved.shared', { ...names, what: shared.map(stayWords).join('; ') }),
      stays.length > 0 &&
        t('review.moved.stays', { from: was, what: stays.map(stayWords).join('; ') }),
      loggedWith(left, logged),
      stays.length === 0 && !isWithdrawn && t('review.moved.nothing-else', names),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** Evidence against the person, and the question if they are meant all the same; undefined if there is none. */
export function moveQuestion(
  { doubt, from, to, shared, ...moved }: MovedSave,
  who: string | undefined,
  whom = withBirth(from.value),
) {
  if (!doubt) return undefined;
  const held = who ?? withBirth(to.value);
  const what = whatMoves(moved);
  return {
    heading: t('review.move.doubt.ask', { held }),
    body: [
      ...doubt.names.map((name) => t('review.move.doubt.name', { name })),
      ...doubt.born.map((day) => t('review.move.doubt.born', { date: writtenDate(day) })),
    ].join(' '),
    goes: [
      what !== '' && t('review.move.doubt.what', { what, from: whom, to: held }),
      shared.length > 0 &&
        t('review.move.doubt.shared', {
          what: shared.map(stayWords).join('; '),
          from: whom,
          to: held,
        }),
      doubt.born.length > 0 &&
        moved.leaves.some(({ field }) => field === 'bornOn') &&
        t('review.move.doubt.births', { held }),
      moved.isWithdrawn && t('review.move.doubt.withdrawn', { from: whom }),
    ]
      .filter(Boolean)
      .join(' '),
    confirm: t('review.move.doubt.do', { held }),
  };
}

function whatMoves({
  records,
  taken,
  leaves,
  isWithdrawn,
}: Pick<MovedSave, 'records' | 'taken' | 'leaves' | 'isWithdrawn'>): string {
  // The name of a record that goes is the name of the same person, seen on the page.
  const told = isWithdrawn ? leaves.filter(({ field }) => partOf(field) !== 'name') : leaves;
  return listed([...recordWords(records), ...taken.map(laterWords), ...valueWords(told)]);
}

/** Records that go along with a move, though something later made them; undefined if there are none. */
export function alongWords({ taken }: MovedSave): string | undefined {
  return taken.length > 0 ? listed(taken.map(laterWords)) : undefined;
}

/** Contacts with the person that were logged since the save and stay with them; undefined if there are none. */
export function loggedWith(
  { value }: StoredRecord<'subject'>,
  logged: readonly StoredRecord<'intervention'>[],
): string | undefined {
  if (logged.length === 0) return undefined;
  return t('review.move.logged', {
    from: withBirth(value),
    what: listed(logged.map(laterWords)),
  });
}

/** “the decision of 30 November 2026”. */
function laterWords({ kind, value, createdAt }: StoredRecord): string {
  const what = RECORD_LABELS[kind].one.toLowerCase();
  return t('review.move.later', { what, date: writtenDate(dayIn(value) ?? civilDay(createdAt)) });
}

function dayIn(value: StoredRecord['value']): PlainDate | undefined {
  if ('decidedOn' in value) return value.decidedOn;
  if ('heldOn' in value) return value.heldOn;
  return 'madeOn' in value ? value.madeOn : undefined;
}

function recordWords(records: readonly StoredRecord[]): readonly string[] {
  const referrals = records.filter((each): each is StoredRecord<'referral'> =>
    isOf(each, 'referral'),
  );
  const named = referrals.flatMap(({ value: { reference } }) => reference ?? []);
  const unnamed = referrals.length - named.length;
  const others = records.filter(
    ({ kind }) => kind !== 'referral' && !(KINDS as readonly string[]).includes(kind),
  ).length;
  return [
    ...named.map((reference) => t('review.move.the-referral', { reference })),
    ...(unnamed > 0 ? [t('review.move.referral', { count: unnamed })] : []),
    ...KINDS.flatMap((kind) => {
      const count = records.filter((each) => isOf(each, kind)).length;
      return count > 0 ? [t(`review.move.${kind}`, { count })] : [];
    }),
    ...(others > 0 ? [t('review.move.record', { count: others })] : []),
  ];
}

function isOf({ kind }: StoredRecord, of: StoredRecord['kind']): boolean {
  return kind === of;
}

function valueWords(values: readonly FieldValue[]): readonly string[] {
  const parts = values.flatMap(({ field }) => partOf(field) ?? []);
  return [...new Set(parts)].map((part) =>
    t(`review.move.${part}`, { count: parts.filter((each) => each === part).length }),
  );
}

function partOf(field: string): (typeof FIELDS)[keyof typeof FIELDS] | undefined {
  return field in FIELDS ? FIELDS[field as keyof typeof FIELDS] : undefined;
}

/** “a telephone number +447700900777”, “a date of birth 2 September 2011”. */
function stayWords({ field, value }: FieldValue): string {
  const [what] = valueWords([{ field, value }]);
  return [what, valueText(field, value)].filter(Boolean).join(' ');
}

function valueText(field: string, value: unknown): string {
  if (field === 'bornOn') return writtenDate(value as NonNullable<Subject['bornOn']>);
  if (typeof value === 'string') return value;
  const { lines, name } = value as { readonly lines?: string; readonly name?: string };
  return lines ?? name ?? '';
}

function listed(parts: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts);
}
