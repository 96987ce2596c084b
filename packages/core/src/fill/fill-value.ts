/** Values that records can give: one for each path, written as a person reads it, with what a form may need instead. */
import { type FieldPath, fieldOf, isFieldPath } from '../capture/field/field-path.js';
import {
  FILL_FIELDS,
  type FillKind,
  type FillPath,
  type InterventionPath,
} from '../capture/field/fill-path.js';
import { dayOfBehaviour } from '../casework/act/offence-state.js';
import { type CodeLists, codeLabel } from '../codes/code-list.js';
import { identifierType, PLATFORM_ACCOUNT } from '../match/identifier.js';
import type { RecordOf } from '../record/kind.js';
import type { Sources } from '../record/provenance.js';
import { inUse, latestInUse } from '../record/subject.js';
import { writtenDate } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import type { Sensitivity } from '../shared/sensitivity.js';
import { conditionsOn, type FillConditions, type ValueConditions } from './value-conditions.js';

export interface FillValue extends ValueConditions {
  /** Id, stable within the list: the path, and its place among several. */
  readonly id: string;
  readonly path: FillPath;
  /** Text as a person reads it; lines are separated by line breaks. */
  readonly text: string;
  /** The stored code, if the path draws from a list. */
  readonly code?: string;
  /** The day, if the path is a date. */
  readonly on?: PlainDate;
  readonly sensitivity: Sensitivity;
  /** Number of the other person that the value is about, from 0. */
  readonly person?: number;
  /** Code of a handle's platform. */
  readonly platform?: string;
  /** Its labels where it was read, such as *Work mobile*. */
  readonly labels?: readonly string[];
  /** Values recorded elsewhere instead, as a person reads them: nobody has settled which is right. */
  readonly others?: readonly string[];
}

/** Records about one subject that may be used. */
export interface FillRecords {
  readonly subject: RecordOf<'subject'>;
  readonly onlineIdentifiers?: readonly RecordOf<'onlineIdentifier'>[];
  readonly relatedPersons?: readonly RecordOf<'relatedPerson'>[];
  readonly referral?: RecordOf<'referral'>;
  readonly referrer?: RecordOf<'referrer'>;
  /** Suspected offences of the referral that go to another system, each with a section: none of a matter that ended. */
  readonly offences?: readonly RecordOf<'offence'>[];
  /** Given if there is an intervention. */
  readonly intervention?: RecordOf<'intervention'>;
  /** Sources of these records' fields, by the id of the record. */
  readonly sources?: Readonly<Record<string, Sources>>;
  /** The days on which these records were made, by id: a code has its words of then. */
  readonly madeOn?: ReadonlyMap<string, PlainDate>;
}

/**
 * Every value that the records can give to a form of that kind, in the order in which paths are listed. A form for an
 * intervention is offered the subject's identity and the referral's reference, and nothing about the allegation. A value
 * whose conditions keep it out of another system says why, and nothing types or copies it.
 */
export function fillValues(
  kind: FillKind,
  records: FillRecords,
  lists: CodeLists,
  conditions: FillConditions,
): readonly FillValue[] {
  const said =
    kind === 'intervention'
      ? [...identity(records), ...interventionValues(records, lists)]
      : [...identity(records), ...referralValues(records, lists)];
  // The codes of an area are those of now.
  const contactOn = madeOn(records, records.intervention);
  return said.flatMap(([path, texts, more]) =>
    [texts].flat().flatMap((text, place): readonly FillValue[] => {
      if (text === undefined || text === '') return [];
      const value = given(path, String(text), place, lists, contactOn);
      return [
        {
          ...value,
          ...more?.[place],
          ...disputed(value, records.subject),
          ...conditionsOn(value, place, records, conditions),
        },
      ];
    }),
  );
}

/** The values that differ from this one and are still on record beside it. */
function disputed(
  { path, text }: FillValue,
  { alsoRecorded = [] }: RecordOf<'subject'>,
): Pick<FillValue, 'others'> {
  const others = alsoRecorded
    .filter(({ what }) => path === `subject.${what}`)
    .flatMap(({ date, value }) => (date === undefined ? (value ?? []) : writtenDate(date)))
    .filter((other) => other !== text);
  return others.length === 0 ? {} : { others: [...new Set(others)] };
}

/** @param more - what else is known about each text */
type Given = readonly [
  path: FillPath,
  texts: Said | readonly Said[],
  more?: readonly More[] | undefined,
];
type Said = string | number | undefined;
type More = Partial<Pick<FillValue, 'person' | 'platform' | 'labels'>>;

/** The labels of a field where it was read. */
function called(
  { sources = {} }: FillRecords,
  record: { readonly id: string },
  path: string,
): More {
  const labels = (sources[record.id]?.[path] ?? []).map(({ label }) => label);
  return labels.length === 0 ? {} : { labels };
}

function given(
  path: FillPath,
  raw: string,
  place: number,
  lists: CodeLists,
  on: PlainDate | undefined,
): FillValue {
  const { read, list } = FILL_FIELDS[path];
  const base = { id: place === 0 ? path : `${path}-${place}`, path, sensitivity: levelOf(path) };
  if (read === 'date')
    return { ...base, text: writtenDate(raw as PlainDate), on: raw as PlainDate };
  if (list !== undefined) return { ...base, text: codeLabel(lists, list, raw, on), code: raw };
  return { ...base, text: raw };
}

function madeOn(
  { madeOn: days }: FillRecords,
  record: { readonly id: string } | undefined,
): PlainDate | undefined {
  return record && days?.get(record.id);
}

function levelOf(path: FillPath): Sensitivity {
  return isFieldPath(path) ? fieldOf(path).sensitivity : 'personal';
}

/** The subject's identity and the referral's reference: the least by which another system finds them. */
function identity({ subject, referral }: FillRecords): readonly Given[] {
  return [
    ['subject.name', subject.name],
    ['subject.givenNames', subject.givenNames],
    ['subject.familyName', subject.familyName],
    ['subject.bornOn', subject.bornOn],
    ['referral.reference', referral?.reference],
  ];
}

function referralValues(records: FillRecords, lists: CodeLists): readonly Given[] {
  const { subject, onlineIdentifiers = [], referral, referrer } = records;
  const address = latestInUse(subject.addresses);
  const handles = onlineIdentifiers.map((handle) => {
    const on = madeOn(records, handle);
    const words = [
      ...(identifierType(handle) === PLATFORM_ACCOUNT
        ? []
        : [codeLabel(lists, 'identifier-type', identifierType(handle), on)]),
      ...(handle.platform === undefined
        ? []
        : [codeLabel(lists, 'online-platform', handle.platform, on)]),
    ];
    return words.length === 0 ? handle.asSeen : `${handle.asSeen} (${words.join(', ')})`;
  });
  const contacts = (path: FieldPath, list: 'phones' | 'emails'): Given => {
    const texts = inUse(subject, list);
    const placeOf = (text: string) => `${list}[${subject[list].indexOf(text)}]`;
    return [path, texts, texts.map((text) => called(records, subject, placeOf(text)))];
  };
  return [
    ['subject.aliases[]', inUse(subject, 'aliases')],
    ['subject.sexRecorded', subject.sexRecorded],
    ['subject.address', address?.lines],
    ['subject.postcode', address?.postcode],
    ...areaValues(records),
    ['subject.school', latestInUse(subject.schools)?.name],
    contacts('subject.phones[]', 'phones'),
    contacts('subject.emails[]', 'emails'),
    [
      'subject.onlineIdentifiers[].asSeen',
      handles,
      onlineIdentifiers.map(({ platform }) => (platform === undefined ? {} : { platform })),
    ],
    ['subject.communicationNeeds', subject.communicationNeeds],
    [
      'referral.otherReferences[]',
      referral?.otherReferences ?? [],
      referral?.otherReferences.map((_, at) => called(records, referral, `otherReferences[${at}]`)),
    ],
    ['referral.receivedOn', referral?.receivedOn],
    ['referral.suspectedOffences[]', referral?.suspectedOffences ?? []],
    ['referral.lawMentioned[]', [...(referral?.lawMentioned ?? []), ...sections(records, lists)]],
    ['referral.incidentDates[]', referral?.incidentDates ?? []],
    ['referral.statedRisk', referral?.statedRisk],
    ['referral.narrative', referral?.narrative],
    ['referrer.name', referrer?.name],
    ['referrer.organisation', referrer?.organisation],
    ['referrer.role', referrer?.role],
    ['referrer.phone', referrer?.phone, referrer && [called(records, referrer, 'phone')]],
    ['referrer.email', referrer?.email, referrer && [called(records, referrer, 'email')]],
    ...personValues(records),
  ];
}

/** The section of each suspected offence, in its words on the day of what happened. */
function sections({ offences = [] }: FillRecords, lists: CodeLists): readonly Said[] {
  return offences.map((offence) =>
    offence.section === undefined
      ? undefined
      : `${codeLabel(lists, 'cma-section', offence.section, dayOfBehaviour(offence))} (Computer Misuse Act 1990)`,
  );
}

/** Area in which the person lives: as is known of them, else as the referral says. */
function areaValues({ subject, referral }: FillRecords): readonly Given[] {
  const own = latestInUse(subject.areas ?? []);
  const { forceArea, localAuthority } = own ?? referral ?? {};
  return [
    ['area.forceArea', forceArea],
    ['area.localAuthority', localAuthority],
  ];
}

function personValues(records: FillRecords): readonly Given[] {
  const { relatedPersons = [] } = records;
  const each = (path: FieldPath, field: 'name' | 'relationship' | 'phones' | 'emails'): Given => {
    const said = relatedPersons.flatMap((person, at) =>
      [person[field]].flat().map((text, place) => ({
        text,
        more: { person: at, ...called(records, person, `${field}[${place}]`) },
      })),
    );
    return [path, said.map(({ text }) => text), said.map(({ more }) => more)];
  };
  return [
    each('relatedPersons[].name', 'name'),
    each('relatedPersons[].relationship', 'relationship'),
    each('relatedPersons[].phones[]', 'phones'),
    each('relatedPersons[].emails[]', 'emails'),
  ];
}

function interventionValues(records: FillRecords, lists: CodeLists): readonly Given[] {
  const { intervention } = records;
  if (!intervention) return [];
  const { kind, heldOn, mode, minutes, place, present, outcome, note, followUpDueOn } =
    intervention;
  const own: readonly (readonly [InterventionPath, Said])[] = [
    ['intervention.kind', kind],
    ['intervention.heldOn', heldOn],
    ['intervention.mode', mode],
    ['intervention.minutes', minutes],
    ['intervention.place', place],
    ['intervention.present', present],
    ['intervention.outcome', outcome],
    ['intervention.followUpDueOn', followUpDueOn],
    ['intervention.note', note],
  ];
  const lines = own.flatMap(([path, raw]) => {
    if (raw === undefined || raw === '') return [];
    const { text } = given(path, String(raw), 0, lists, madeOn(records, intervention));
    return [`${FILL_FIELDS[path].label}: ${text}`];
  });
  return [...own, ['intervention.asText', lines.join('\n')]];
}
