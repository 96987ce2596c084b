/**
 * Settles a value that is recorded differently elsewhere: it is not right and goes, or it is right and becomes the
 * recorded one. The history keeps what was there.
 */
import { checkRecord } from '../../record/check.js';
import { fieldsOf } from '../../record/kind.js';
import type { SourceRef, Sources } from '../../record/provenance.js';
import type { DifferingValue } from '../../record/subject.js';
import { canonical } from '../../shared/canonical.js';
import { failed, type Issue, isError, passed, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import { sourceByHand, type ToldSource } from '../act/by-hand.js';
import type { CaseCommit } from '../act/context.js';
import { sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import type { DetailContext, DetailInput } from './person-detail.js';
import { ALIKE_ON_RECORD, meantBeside, newlyAlike } from './same-person.js';

export interface AlsoRecordedInput extends ToldSource {
  /** The value as the officer saw it: a place in the list may be another’s by now. */
  readonly entry: DifferingValue;
}

/** Removes a value that is recorded differently elsewhere and is not right. The reason is kept with its source. */
export function dropAlsoRecorded(
  { entry, why, ...told }: AlsoRecordedInput & { readonly why?: string | undefined },
  context: DetailContext,
): Result<CaseCommit> {
  const { subject } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const place = placeOf(subject, entry);
  if (place === undefined) return failed(GONE);
  const source = sourceByHand(told, context);
  const reason = why?.trim();
  const issues = [...(reason ? [] : [WHY_MISSING]), ...source.issues];
  if (!source.ok || !reason) return failed(...issues);
  const { rest, sources } = without(subject, place);
  return made(
    subject,
    { alsoRecorded: rest },
    { ...sources, alsoRecorded: [source.value.refTo(WHY, reason)] },
    source.value.change,
    issues,
  );
}

/**
 * Makes a value that is recorded differently elsewhere the recorded one. The one recorded until now takes its place.
 * Refuses to make the person like somebody else on record, unless the officer has said that this person is meant.
 */
export function recordInstead(
  { entry, isMeant, ...told }: AlsoRecordedInput & Pick<DetailInput, 'isMeant'>,
  context: DetailContext,
): Result<CaseCommit> {
  const { subject } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const place = placeOf(subject, entry);
  if (place === undefined) return failed(GONE);
  const source = sourceByHand(told, context);
  const { what } = entry;
  const text = entry.date ?? entry.value ?? '';
  const { id, value } = subject;
  const alike = newlyAlike(value, { ...value, [what]: text }, context.people ?? []);
  const doubts = alike.length > 0 && !isMeant ? [{ ...ALIKE_ON_RECORD, at: 'entry' }] : [];
  if (!source.ok || doubts.length > 0) return failed(...doubts, ...source.issues);
  const label = fieldsOf('subject').find(({ name }) => name === what)?.label ?? what;
  const before = subject.value[what];
  const { rest, sources, own } = without(subject, place);
  const part = what === 'bornOn' ? 'date' : 'value';
  const beside =
    before === undefined
      ? []
      : [{ what, [part]: before, notedOn: context.host.clock.today() } as DifferingValue];
  const from = subject.sources[what] ?? [];
  const done = made(
    subject,
    { [what]: text, alsoRecorded: [...rest, ...beside] } as Change<'subject'>['set'],
    {
      ...sources,
      ...(beside.length > 0 && from.length > 0
        ? { [`alsoRecorded[${rest.length}].${part}`]: from }
        : {}),
      [what]: [...own, source.value.refTo(label, text)],
    },
    source.value.change,
    source.issues,
  );
  if (!done.ok) return done;
  const commit = { ...done.value.commit, ...meantBeside(id, alike) };
  return passed({ ...done.value, commit }, done.issues);
}

function placeOf(
  { value: { alsoRecorded = [] } }: StoredRecord<'subject'>,
  entry: DifferingValue,
): number | undefined {
  const place = alsoRecorded.findIndex((each) => canonical(each) === canonical(entry));
  return place < 0 ? undefined : place;
}

interface Without {
  readonly rest: DifferingValue[];
  /** Sources of the others, at their new places. */
  readonly sources: Sources;
  /** Sources of the one that leaves the list. */
  readonly own: readonly SourceRef[];
}

function without({ value, sources }: StoredRecord<'subject'>, place: number): Without {
  const moved: Record<string, readonly SourceRef[]> = {};
  const own: SourceRef[] = [];
  for (const [path, refs] of Object.entries(sources)) {
    const [, nth, part] = /^alsoRecorded\[(\d+)\](.*)$/.exec(path) ?? [];
    if (nth === undefined) continue;
    const at = Number(nth);
    if (at === place) own.push(...refs);
    else moved[`alsoRecorded[${at > place ? at - 1 : at}]${part}`] = refs;
  }
  const rest = (value.alsoRecorded ?? []).filter((_, nth) => nth !== place);
  return { rest, sources: moved, own };
}

function made(
  subject: StoredRecord<'subject'>,
  set: Change<'subject'>['set'],
  sources: Sources,
  capture: Change<'sourceCapture'>,
  issues: readonly Issue[],
): Result<CaseCommit> {
  const checked = checkRecord('subject', { ...subject.value, ...set });
  const found = [...issues, ...(checked.ok ? [] : checked.issues)];
  if (found.some(isError)) return failed(...found);
  return unless(found, () => ({
    commit: { changes: [capture, { ...sets(subject, set), sources }], reason: 'correction' },
    id: subject.id,
  }));
}

/** The question that the reason answers. */
const WHY = 'Why it is not correct';

const WHY_MISSING: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Enter why it is not correct',
  at: 'why',
};

const GONE: Issue = {
  code: 'detail-gone',
  severity: 'error',
  message: 'This detail is no longer held. Go back and choose it again.',
};
