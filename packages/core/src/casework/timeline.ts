/** One chronology of what is on record about a subject: the day of each thing, not the day it was written down. */
import { type CodeLists, codeLabel } from '../codes/code-list.js';
import { writtenGrade } from '../record/grade.js';
import { RECORD_LABELS, type RecordKind } from '../record/kind.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/port.js';

export interface TimelineEntry {
  readonly on: PlainDate;
  readonly kind: RecordKind;
  /** One line. What a note or a concern says is not in it: it is opened to be read. */
  readonly summary: string;
  readonly record: RecordId;
}

/**
 * Sorts the records by their day, the earliest first; of one day, by when they were recorded. Subjects, people and
 * referrers are no events and are left out; a lifted hold and a settled promise stand twice; of interventions, those that stand.
 */
export function timeline(
  records: readonly StoredRecord[],
  lists: CodeLists,
): readonly TimelineEntry[] {
  const corrected = new Set(
    records.flatMap(({ value }) => ('corrects' in value ? [value.corrects] : [])),
  );
  return records
    .filter(({ id }) => !corrected.has(id))
    .toSorted((a, b) => order(a.createdAt, b.createdAt))
    .flatMap((record) =>
      eventsOf(record, lists).map(
        ([on, words]): TimelineEntry => ({
          on,
          kind: record.kind,
          summary: [RECORD_LABELS[record.kind].one, words].filter(Boolean).join(': '),
          record: record.id,
        }),
      ),
    )
    .toSorted((a, b) => order(a.on, b.on));
}

type Event = readonly [on: PlainDate, words: string];

function eventsOf(record: StoredRecord, lists: CodeLists): readonly Event[] {
  const label = (list: string, code: string) => codeLabel(lists, list, code);
  const recordedOn = dayOf(record.createdAt);
  if (is(record, 'referral')) {
    const { receivedOn, reference, status } = record.value;
    const words = [reference, label('referral-status', status).toLowerCase()];
    return [[receivedOn, words.filter(Boolean).join(', ')]];
  }
  if (is(record, 'decision'))
    return [[record.value.decidedOn, label('decision-outcome', record.value.outcome)]];
  if (is(record, 'intervention')) {
    const { heldOn, kind, minutes, corrects } = record.value;
    const correction = corrects === undefined ? '' : ' (corrects an earlier entry)';
    return [[heldOn, `${label('intervention-kind', kind)}, ${minutes} minutes${correction}`]];
  }
  if (is(record, 'intelligenceNote'))
    return [[record.value.intelligenceOn ?? recordedOn, writtenGrade(record.value.grade)]];
  if (is(record, 'safeguardingConcern')) {
    const { toldAt, riskNow } = record.value;
    return [[toldAt ? dayOf(toldAt) : recordedOn, label('risk-now', riskNow)]];
  }
  if (is(record, 'hold')) {
    const { from, liftedOn, reason } = record.value;
    const words = label('hold-reason', reason);
    return [[from, words], ...(liftedOn ? [[liftedOn, `${words}, lifted`] as const] : [])];
  }
  if (is(record, 'onlineIdentifier')) {
    const { firstSeenOn, platform, asSeen } = record.value;
    const words = platform ? `${asSeen} (${label('online-platform', platform)})` : asSeen;
    return [[firstSeenOn, words]];
  }
  if (is(record, 'writeBack')) {
    const { givenAt, ofKind, system, reference } = record.value;
    const words = `${RECORD_LABELS[ofKind].one.toLowerCase()}, ${system}`;
    return [[dayOf(givenAt), reference === undefined ? words : `${words}, ${reference}`]];
  }
  if (is(record, 'enquiry')) {
    const { receivedOn, route, repliedOn } = record.value;
    const words = label('referral-route', route);
    return [[receivedOn, words], ...(repliedOn ? [[repliedOn, `${words}, replied`] as const] : [])];
  }
  if (is(record, 'identification')) return [[record.value.identifiedOn, '']];
  if (is(record, 'promise')) {
    const { kind, to, madeOn, settled, settledOn } = record.value;
    const words = `${label('promise-kind', kind)}, to: ${label('promise-to', to).toLowerCase()}`;
    const end = settled === 'kept' ? 'kept' : 'not kept';
    return [[madeOn, words], ...(settledOn ? [[settledOn, `${words}, ${end}`] as const] : [])];
  }
  if (is(record, 'refusal')) {
    const { refusedOn, reasonCodes } = record.value;
    return [[refusedOn, reasonCodes.map((code) => label('decision-reason', code)).join('; ')]];
  }
  if (is(record, 'assessment')) {
    const { assessedOn, instrumentTitle, signedAt } = record.value;
    return [
      [assessedOn, signedAt === undefined ? `${instrumentTitle}, not signed` : instrumentTitle],
    ];
  }
  if (is(record, 'incident')) return [[record.value.happenedOn, record.value.place]];
  if (is(record, 'plan')) {
    const { madeOn, agreedOn, endedOn, ended } = record.value;
    const end = ended === undefined ? 'ended' : label('plan-end', ended).toLowerCase();
    return [
      [madeOn, 'made'],
      ...(agreedOn ? [[agreedOn, 'agreed with the young person'] as const] : []),
      ...(endedOn ? [[endedOn, end] as const] : []),
    ];
  }
  if (is(record, 'objective')) {
    const { objective, result, closedOn } = record.value;
    if (result === undefined || closedOn === undefined) return [];
    return [[closedOn, `${objective}, ${label('objective-result', result).toLowerCase()}`]];
  }
  if (is(record, 'planReview')) return [[record.value.heldOn, '']];
  if (is(record, 'session')) {
    const { arrangedFor, kind, attendance } = record.value;
    const words = label('intervention-kind', kind);
    const came =
      attendance === undefined ? 'arranged' : label('attendance', attendance).toLowerCase();
    return [[arrangedFor, `${words}, ${came}`]];
  }
  if (is(record, 'sourceCapture')) return [[dayOf(record.value.capturedAt), record.value.system]];
  return [];
}

function is<K extends RecordKind>(record: StoredRecord, kind: K): record is StoredRecord<K> {
  return record.kind === kind;
}

function dayOf(at: string): PlainDate {
  return at.slice(0, 10) as PlainDate;
}

/** By code unit: dates and instants in ISO form sort as text. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
