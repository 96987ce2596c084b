/**
 * The law of giving out what is on record about a person: on paper or as a file, never without its recipient and its
 * legal gateway.
 */
import type { CodeLists } from '../../codes/code-list.js';
import type { RecordKind } from '../../record/kind.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { HeldRecords, SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { AuditEntry } from '../../store/log/revision.js';
import { gatewayIssues } from '../act/gateway-issues.js';
import { issueOf } from '../act/issue-of.js';
import { recipientIssues } from '../act/recipient-issues.js';
import { mattersSaid } from '../act/refused-matters.js';

/** The field of an entry about a file that is sealed for one colleague. */
const SEALED = 'exchange';

/**
 * Ways out with rules of their own, by the fields of their entry: sealed for one colleague or for the officer, or a list
 * of the work that names nobody.
 */
const OTHER_WAYS: ReadonlySet<string> = new Set([
  SEALED,
  'backup',
  'log',
  'diary',
  'headers',
  'checkpoint',
]);

/** Owed to those who had the wrong value, so that no gateway is chosen again. */
const OWED: ReadonlySet<RecordKind> = new Set(['correctionNotice']);

/** The code of `export-destination` for another agency: nobody is passed on to it without a gateway either. */
const PARTNER = 'partner';

/** The code of `export-destination` for the person and their family: nobody else's record goes to them. */
const OF_THEMSELVES = 'subject';

/** The code of `export-destination` for what nobody else is given: a paper for the officer’s own work. */
export const OWN_USE = 'own-use';

const OWN_FORCE: ReadonlySet<string> = new Set([OWN_USE, 'supervisor', 'force-system']);

/**
 * Tells whether a destination, a code of `export-destination`, is inside the officer’s own force. A colleague may be of
 * another.
 */
export function isOwnForce(destination: string): boolean {
  return OWN_FORCE.has(destination);
}

/** Tells whether a paper about several people may go to a destination, a code of `export-destination`. */
export function takesSeveralPeople(destination: string): boolean {
  return destination !== OF_THEMSELVES;
}

/** @param isWithSave - the entry comes with a save that accounts for it: a note of what was given */
export function disclosureIssues(
  { action, records, fields, recipients = [], gateway, gatewayNote, file }: AuditEntry,
  isWithSave: boolean,
  held: HeldRecords,
  { lists, today }: { readonly lists: CodeLists; readonly today: PlainDate },
): readonly Issue[] {
  if (action !== 'disclosure') return [];
  const isFile = file !== undefined;
  const isOtherWay = !isFile && fields.length > 0 && fields.every((name) => OTHER_WAYS.has(name));
  if (isOtherWay && !fields.includes(SEALED)) return [];
  const [destination = '', recipient] = recipients;
  const unnamed = recipientIssues({ destination, recipient }, lists, today);
  if (unnamed.length > 0) return unnamed;
  if (!takesSeveralPeople(destination) && peopleIn(records, held).size > 1) return [SEVERAL_PEOPLE];
  if (isOtherWay) return [];
  if (isWithSave && !isFile && destination !== PARTNER) return [];
  const isOfPerson = isFile || records.some((id) => isAboutPerson(held.find(id)));
  return isOfPerson ? gatewayIssues({ gateway, gatewayNote }, lists, today) : [];
}

/**
 * Asks for the gateway by which somebody whom an officer identified is passed on. A recipient whom an earlier decision
 * names is not passed anything again.
 */
export function passingIssues(
  { kind, id, before, after }: SavedRecord,
  held: HeldRecords,
  { lists, today }: { readonly lists: CodeLists; readonly today: PlainDate },
): readonly Issue[] {
  if (kind !== 'decision' || !after) return [];
  const now = after as unknown as Decision;
  const { subjectId, identificationId, passedTo } = now;
  if (identificationId === undefined || passedTo === undefined) return [];
  if ((before?.value as Decision | undefined)?.passedTo === passedTo) return [];
  const earlier = (subjectId === undefined ? [] : held.about(subjectId)).filter(
    (each): each is StoredRecord<'decision'> =>
      each.kind === 'decision' &&
      each.id !== id &&
      (each.value as Decision).identificationId === identificationId,
  );
  return mattersSaid(earlier).passedTo === passedTo ? [] : gatewayIssues(now, lists, today);
}

type Decision = StoredRecord<'decision'>['value'];

function isAboutPerson(record: StoredRecord | undefined): boolean {
  return record !== undefined && !OWED.has(record.kind) && personOf(record) !== undefined;
}

function peopleIn(records: readonly RecordId[], held: HeldRecords): ReadonlySet<RecordId> {
  return new Set(
    records.flatMap((id) => {
      const record = held.find(id);
      return (record && personOf(record)) ?? [];
    }),
  );
}

/** The person whom a record is about: the subject’s own, or one that names the subject. */
export function personOf({ kind, id, value }: StoredRecord): RecordId | undefined {
  if (kind === 'subject') return id;
  return 'subjectId' in value ? value.subjectId : undefined;
}

/** What is about several people would go to one of them or a family. */
export const SEVERAL_PEOPLE = issueOf(
  'disclosed-of-several',
  'destination',
  'This is about more than one person. The subject or family may get only what is about that subject: give it out from the subject’s own page.',
);
