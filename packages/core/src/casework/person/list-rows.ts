/** The row of a subject in a list. */
import { birthsOf } from '../../record/births.js';
import type { DatedArea } from '../../record/dated-area.js';
import { civilDay } from '../../shared/civil-day.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { referralReferences } from '../act/case-root.js';
import { caseHolder } from '../act/case-state.js';
import type { ListProjection } from '../act/list-projection.js';
import { type OffenceCodes, offenceCodes } from '../act/offence-codes.js';
import { standingContacts } from '../act/standing-contacts.js';
import { hasConditions } from '../handling/on-file.js';
import { joinedOrganisations, unjoinedWords } from '../organisation/list-rows.js';
import { type TellingFacts, tellingFacts } from './telling-facts.js';

/** An area without where it was worked out from. */
export type AreaOfRow = Pick<
  DatedArea,
  'forceArea' | 'localAuthority' | 'outside' | 'notedOn' | 'until'
>;

/** With the facts that tell people apart whose names do not: shown only where another reads alike. */
export interface SubjectRow extends TellingFacts {
  readonly id: RecordId;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** For the age, which tells people of one name apart and a child from an adult; absent while it is unknown. */
  readonly bornOn?: PlainDate;
  /** Every date of birth on record, if there is more than one: no list may show an age that is in doubt. */
  readonly births?: readonly PlainDate[];
  /** References of all referrals; the latest referral's own comes first. */
  readonly references: readonly string[];
  /** The latest referral's own reference; absent if it has none, whatever an earlier one has. */
  readonly reference?: string;
  /** Day of the latest referral. */
  readonly receivedOn?: PlainDate;
  /** Day of the first referral: unlike the latest one, it stays the same when the person is referred again. */
  readonly firstReceivedOn?: PlainDate;
  /** Status of the latest referral: a code of `referral-status`. */
  readonly status?: string;
  /** Force areas of all referrals, the latest first: codes of `force`. */
  readonly forceAreas?: readonly string[];
  /** Sections and present statuses of suspected offences; absent if there are none. */
  readonly offences?: OffenceCodes;
  /** Organisations that the words of their schools are joined to. */
  readonly organisations?: readonly RecordId[];
  /** Local authorities of all referrals, the latest first: codes of `local-authority`. */
  readonly authorities?: readonly string[];
  /** Areas of the person with their days: a list has that of its own day. */
  readonly areas?: readonly AreaOfRow[];
  /** Schools and employers that are joined to no organisation yet, with their places. */
  readonly unjoined?: readonly { readonly path: string; readonly words: string }[];
  /** Day of the last contact, whether or not the person was met; absent if there was none. */
  readonly lastContactOn?: PlainDate;
  /** Day on which the record was made: it tells apart two people of one name and one date of birth. */
  readonly recordedOn?: PlainDate;
  /** The officer who took the case over last, by their own signature; absent if it was never handed over. */
  readonly holder?: { readonly id: RecordId; readonly name: string };
  /** True if conditions stand on anything on their file. */
  readonly isConditioned?: true;
  /** True if the record is closed to the officer who reads the list: the row then has no fact in it. */
  readonly isClosed?: true;
}

/** Shown instead of the name in the row of a closed record. */
export const RECORD_CLOSED = 'Record closed to you';

/** Kinds on the file of a person that hold what was read, or were made from it. */
const ON_FILE = [
  'referral',
  'intervention',
  'offence',
  'onlineIdentifier',
  'relatedPerson',
  'intelligenceNote',
  'assessment',
] as const;

export const subjects: ListProjection<'subject', SubjectRow> = {
  joins: [
    { kind: 'referral', by: 'subjectId', named: 'by-other' },
    { kind: 'intervention', by: 'subjectId', named: 'by-other' },
    { kind: 'offence', by: 'subjectId', named: 'by-other' },
    { kind: 'colleagueRequest', by: 'subjectId', named: 'by-other' },
    { kind: 'onlineIdentifier', by: 'subjectId', named: 'by-other' },
    { kind: 'organisationLink', by: 'subjectId', named: 'by-other' },
    { kind: 'relatedPerson', by: 'subjectId', named: 'by-other' },
    { kind: 'intelligenceNote', by: 'subjectId', named: 'by-other' },
    { kind: 'assessment', by: 'subjectId', named: 'by-other' },
  ],
  joinsCaptures: true,
  row(subject, joined) {
    const { id, createdAt, value } = subject;
    const { name, aliases, bornOn, areas: own = [] } = value;
    const births = birthsOf(value);
    const referrals = joined('referral').toSorted((a, b) =>
      b.value.receivedOn.localeCompare(a.value.receivedOn),
    );
    const latest = referrals[0]?.value;
    const first = referrals.at(-1)?.value;
    const lastContactOn = standingContacts(joined('intervention'))
      .map(({ value }) => value.heldOn)
      .toSorted()
      .at(-1);
    const areas = [...new Set(referrals.flatMap(({ value }) => value.forceArea ?? []))];
    const organisations = joinedOrganisations(subject, joined);
    const authorities = [...new Set(referrals.flatMap(({ value }) => value.localAuthority ?? []))];
    const unjoined = unjoinedWords(subject, joined);
    const requests = joined('colleagueRequest');
    const holder = caseHolder(requests);
    const taken = requests.find(({ value }) => value.to === holder);
    return {
      id,
      name,
      otherNames: aliases,
      ...(bornOn === undefined ? {} : { bornOn }),
      ...(births.length > 1 ? { births } : {}),
      references: [...new Set(referrals.flatMap(({ value }) => referralReferences(value)))],
      ...(latest?.reference === undefined ? {} : { reference: latest.reference }),
      ...(latest ? { receivedOn: latest.receivedOn, status: latest.status } : {}),
      ...(first ? { firstReceivedOn: first.receivedOn } : {}),
      ...(areas.length === 0 ? {} : { forceAreas: areas }),
      ...offenceCodes(joined('offence'), value),
      ...(organisations.length === 0 ? {} : { organisations }),
      ...(authorities.length === 0 ? {} : { authorities }),
      ...(own.length === 0 ? {} : { areas: own.map(areaOfRow) }),
      ...(unjoined.length === 0 ? {} : { unjoined }),
      ...(lastContactOn === undefined ? {} : { lastContactOn }),
      ...(taken ? { holder: { id: taken.value.to, name: taken.value.toName } } : {}),
      recordedOn: civilDay(createdAt),
      ...(hasConditions([subject, ...ON_FILE.flatMap(joined)], joined('sourceCapture'))
        ? { isConditioned: true }
        : {}),
      ...tellingFacts(value, joined('onlineIdentifier')),
    };
  },
};

function areaOfRow({ fromPostcode: _, fromTable: __, ...area }: DatedArea): AreaOfRow {
  return area;
}
