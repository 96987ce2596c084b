/** The conditions on a value that a form is offered, and the sentence that stops it. */
import type { FillPath } from '../capture/field/fill-path.js';
import { ALL, type CaseHandling } from '../casework/handling/handling-of-paper.js';
import { originsAt } from '../casework/handling/handling-on.js';
import { type HandlingOrigin, handlingWords } from '../casework/handling/origin.js';
import { stopWords, verdictOn } from '../casework/handling/verdict.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';

export interface FillConditions {
  /** The conditions on the records of the case, as `caseHandling` finds them. */
  readonly handling: CaseHandling;
  /** The day on which something is typed: a permission may have ended. */
  readonly today: PlainDate;
}

/** Answer of the conditions of a value to another system. */
export interface ValueConditions {
  /** The sentences about the conditions that it was given on; absent if there are none. */
  readonly conditions?: readonly string[];
  /** Why its conditions keep it out of another system: it is neither typed nor copied. */
  readonly stopped?: string;
}

interface Held {
  readonly id: string;
}

/** The records that a form is filled from, each by its id. */
interface RecordsOfForm {
  readonly subject: Held;
  readonly onlineIdentifiers?: readonly Held[];
  readonly relatedPersons?: readonly Held[];
  readonly referral?: Held;
  readonly referrer?: Held;
  readonly intervention?: Held;
}

/** The sentences about the conditions of a value, and the one that stops it. */
export function conditionsOn(
  { path }: { readonly path: FillPath },
  place: number,
  records: RecordsOfForm,
  { handling, today }: FillConditions,
): ValueConditions {
  const origins = placesOf(path, place, records).flatMap(([id, field]) =>
    originsOf(handling, id, field),
  );
  const each = [...new Map(origins.map((origin) => [origin.id, origin])).values()];
  if (each.length === 0) return {};
  const terms = { way: 'other-system' as const, permissions: handling.permissions, today };
  const isStopped = verdictOn(each, terms) !== 'allow';
  return {
    conditions: each.map(handlingWords),
    ...(isStopped ? { stopped: stopWords(undefined, each, terms) } : {}),
  };
}

function originsOf({ on }: CaseHandling, id: string, field: string): readonly HandlingOrigin[] {
  const found = on.get(id as RecordId);
  if (!found) return [];
  return field === ALL
    ? [...found.whole, ...[...found.values.values()].flat()]
    : originsAt(found, field);
}

/** Each record and field that the value comes from; of a list of people or handles, that of its place. */
function placesOf(
  path: string,
  place: number,
  records: RecordsOfForm,
): readonly (readonly [record: string, field: string])[] {
  const { subject, onlineIdentifiers = [], relatedPersons = [], referral, referrer } = records;
  const [thing = '', field = ''] = path.replace(/\[\]$/, '').split('.');
  if (path.startsWith('subject.onlineIdentifiers')) {
    const handle = onlineIdentifiers[place];
    return handle ? [[handle.id, ALL]] : [];
  }
  // Which person a value is of depends on its list: any of them may stop it.
  if (path.startsWith('relatedPersons')) return relatedPersons.map(({ id }) => [id, ALL]);
  // Of an area, the person's own or what their referral says, whichever is offered.
  if (thing === 'area')
    return [[subject.id, 'areas'], ...(referral ? [[referral.id, field] as const] : [])];
  if (thing === 'subject') return [[subject.id, SUBJECT_FIELDS[field] ?? field]];
  const record = { referral, referrer, intervention: records.intervention }[thing];
  if (!record) return [];
  return [[record.id, field === 'asText' ? ALL : field]];
}

/** Fields of a person by the word of a path, where they differ. */
const SUBJECT_FIELDS: Readonly<Record<string, string>> = {
  address: 'addresses',
  postcode: 'addresses',
  school: 'schools',
};
