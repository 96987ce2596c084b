/** What records have to give: one value for each path, written as a person reads it, with what a form may need instead. */
import { type FieldPath, fieldOf, isFieldPath } from '../capture/field-path.js';
import {
  FILL_FIELDS,
  type FillKind,
  type FillPath,
  type InterventionPath,
} from '../capture/fill-path.js';
import { type CodeLists, codeLabel } from '../codes/code-list.js';
import type { RecordOf } from '../record/kind.js';
import { inUse, latestInUse } from '../record/subject.js';
import { writtenDate } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import type { Sensitivity } from '../shared/sensitivity.js';

export interface FillValue {
  /** Stable within the list: the path, and its place among several. */
  readonly id: string;
  readonly path: FillPath;
  /** As a person reads it; lines by line breaks. */
  readonly text: string;
  /** The stored code, of a path that draws from a list. */
  readonly code?: string;
  /** The day, of a path that is a date. */
  readonly on?: PlainDate;
  readonly sensitivity: Sensitivity;
  /** Of what is about one of several other people: which of them, from 0. */
  readonly person?: number;
}

/** What may be given, of one subject. */
export interface FillRecords {
  readonly subject: RecordOf<'subject'>;
  readonly onlineIdentifiers?: readonly RecordOf<'onlineIdentifier'>[];
  readonly relatedPersons?: readonly RecordOf<'relatedPerson'>[];
  readonly referral?: RecordOf<'referral'>;
  readonly referrer?: RecordOf<'referrer'>;
  /** Given where an intervention is. */
  readonly intervention?: RecordOf<'intervention'>;
}

/**
 * Every value that the records can give to a form of that kind, in the order in which paths are listed. A form for an
 * intervention is offered who the subject is and what the referral is called, and nothing of what was alleged.
 */
export function fillValues(
  kind: FillKind,
  records: FillRecords,
  lists: CodeLists,
): readonly FillValue[] {
  const said =
    kind === 'intervention'
      ? [...identity(records), ...interventionValues(records, lists)]
      : [...identity(records), ...referralValues(records, lists)];
  return said.flatMap(([path, texts, persons]) =>
    [texts].flat().flatMap((text, place): readonly FillValue[] => {
      if (text === undefined || text === '') return [];
      const value = given(path, String(text), place, lists);
      const person = persons?.[place];
      return [person === undefined ? value : { ...value, person }];
    }),
  );
}

/** @param persons - beside each text, whose it is */
type Given = readonly [path: FillPath, texts: Said | readonly Said[], persons?: readonly number[]];
type Said = string | number | undefined;

function given(path: FillPath, raw: string, place: number, lists: CodeLists): FillValue {
  const { read, list } = FILL_FIELDS[path];
  const base = { id: place === 0 ? path : `${path}-${place}`, path, sensitivity: levelOf(path) };
  if (read === 'date')
    return { ...base, text: writtenDate(raw as PlainDate), on: raw as PlainDate };
  if (list !== undefined) return { ...base, text: codeLabel(lists, list, raw), code: raw };
  return { ...base, text: raw };
}

function levelOf(path: FillPath): Sensitivity {
  return isFieldPath(path) ? fieldOf(path).sensitivity : 'personal';
}

/** Who the subject is, and what the referral is called: the least by which another system finds them. */
function identity({ subject, referral }: FillRecords): readonly Given[] {
  return [
    ['subject.name', subject.name],
    ['subject.givenNames', subject.givenNames],
    ['subject.familyName', subject.familyName],
    ['subject.bornOn', subject.bornOn],
    ['referral.reference', referral?.reference],
  ];
}

function referralValues(
  { subject, onlineIdentifiers = [], relatedPersons = [], referral, referrer }: FillRecords,
  lists: CodeLists,
): readonly Given[] {
  const address = latestInUse(subject.addresses);
  const handles = onlineIdentifiers.map(({ asSeen, platform }) =>
    platform === undefined
      ? asSeen
      : `${asSeen} (${codeLabel(lists, 'online-platform', platform)})`,
  );
  const persons = (
    path: FieldPath,
    said: (person: RecordOf<'relatedPerson'>) => Given[1],
  ): Given => {
    const texts = relatedPersons.flatMap((person, at) =>
      [said(person)].flat().map((text) => ({ text, at })),
    );
    return [path, texts.map(({ text }) => text), texts.map(({ at }) => at)];
  };
  return [
    ['subject.aliases[]', inUse(subject, 'aliases')],
    ['subject.sexRecorded', subject.sexRecorded],
    ['subject.address', address?.lines],
    ['subject.postcode', address?.postcode],
    ['subject.school', latestInUse(subject.schools)?.name],
    ['subject.phones[]', inUse(subject, 'phones')],
    ['subject.emails[]', inUse(subject, 'emails')],
    ['subject.onlineIdentifiers[].asSeen', handles],
    ['subject.communicationNeeds', subject.communicationNeeds],
    ['referral.otherReferences[]', referral?.otherReferences ?? []],
    ['referral.receivedOn', referral?.receivedOn],
    ['referral.suspectedOffences[]', referral?.suspectedOffences ?? []],
    ['referral.lawMentioned[]', referral?.lawMentioned ?? []],
    ['referral.incidentDates[]', referral?.incidentDates ?? []],
    ['referral.statedRisk', referral?.statedRisk],
    ['referral.narrative', referral?.narrative],
    ['referrer.name', referrer?.name],
    ['referrer.organisation', referrer?.organisation],
    ['referrer.role', referrer?.role],
    ['referrer.phone', referrer?.phone],
    ['referrer.email', referrer?.email],
    persons('relatedPersons[].name', ({ name }) => name),
    persons('relatedPersons[].relationship', ({ relationship }) => relationship),
    persons('relatedPersons[].phones[]', ({ phones }) => phones),
    persons('relatedPersons[].emails[]', ({ emails }) => emails),
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
    const { text } = given(path, String(raw), 0, lists);
    return [`${FILL_FIELDS[path].label}: ${text}`];
  });
  return [...own, ['intervention.asText', lines.join('\n')]];
}
