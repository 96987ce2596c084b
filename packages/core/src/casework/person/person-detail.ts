/**
 * Add, correct or end a detail of a person: a name, a date of birth, an address. A new one is added and the old one
 * stays. A wrong one is corrected, and the history keeps the earlier value.
 */

import type { CodeLists } from '../../codes/code-list.js';
import { checkRecord } from '../../record/check.js';
import type { DatedArea } from '../../record/dated-area.js';
import { fieldsOf } from '../../record/kind.js';
import type { SourceRef, Sources } from '../../record/provenance.js';
import { ENDING_LISTS, type Subject } from '../../record/subject.js';
import { canonical } from '../../shared/canonical.js';
import { failed, type Issue, isError, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import { type ByHandContext, sourceByHand, type ToldSource } from '../act/by-hand.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { NOTHING_CHANGED } from '../act/correct.js';
import { futureIssues, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { type AreaCodes, areaCodeIssues, areaFitIssues, areaWords } from '../area/area-fit.js';
import {
  ENDS_TOO_EARLY,
  GONE,
  HELD_ALREADY,
  missingDetail,
  questionOf,
} from './detail/detail-issue.js';
import {
  isDated,
  type PersonDetail,
  type SeveralDetail,
  SINGLE,
  type SingleDetail,
} from './detail/detail-name.js';
import { ALIKE_ON_RECORD, meantBeside, type NamedOnRecord, newlyAlike } from './same-person.js';

export interface DetailWords {
  /** The name, the number, the lines of the address. */
  readonly text?: string | undefined;
  /** The day, for a date of birth. */
  readonly date?: PlainDate | undefined;
  /** The postcode, for an address. */
  readonly postcode?: string | undefined;
  /** The area, with its postcode and table if it was worked out. */
  readonly area?: (AreaCodes & Partial<Pick<DatedArea, 'fromPostcode' | 'fromTable'>>) | undefined;
  /** The first day of an address, an area or a school; today if absent. */
  readonly notedOn?: PlainDate | undefined;
}

export interface DetailInput extends DetailWords, ToldSource {
  readonly detail: PersonDetail;
  /** Set once the officer has said that this person is meant, although somebody else has the name and date of birth. */
  readonly isMeant?: true | undefined;
}

export interface DetailContext extends ByHandContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** People on record, to find who has the same name and date of birth; absent: nobody is compared. */
  readonly people?: readonly NamedOnRecord[];
}

/** Adds a detail. A new name becomes the current one, and the old one becomes an other name. */
export function addDetail(input: DetailInput, context: DetailContext): Result<CaseCommit> {
  const { subject } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const { detail } = input;
  if (!isSingle(detail)) return kept(subject, input, itemsOf(subject, detail).length, context);
  const held = subject.value[detail];
  if (held === undefined) return kept(subject, input, undefined, context);
  if (detail !== 'name') return failed(HELD_ALREADY);
  const { aliases } = subject.value;
  const moved = aliases.includes(held) ? undefined : held;
  const extra = moved === undefined ? {} : { aliases: [...aliases, moved] };
  const from = subject.sources.name ?? [];
  const sources: Sources =
    moved === undefined
      ? {}
      : {
          ...sourcesOf(subject, 'aliases'),
          ...(from.length > 0 ? { [`aliases[${aliases.length}]`]: from } : {}),
        };
  return kept(subject, input, undefined, context, { extra, sources });
}

/**
 * Corrects one detail of a subject, with its source; the earlier value stays in the history.
 *
 * @param place - of an entry in its list, counted from 0; absent for a detail that a person has once
 */
export function correctDetail(
  input: DetailInput & { readonly place?: number | undefined },
  context: DetailContext,
): Result<CaseCommit> {
  const { subject } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const { detail, place } = input;
  const isOne = isSingle(detail);
  const before = isOne
    ? subject.value[detail]
    : place === undefined
      ? undefined
      : itemsOf(subject, detail)[place];
  if (before === undefined) return failed(GONE);
  const entry = entryOf(input, context, before);
  if (entry !== undefined && canonical(entry) === canonical(before))
    return failed({ ...NOTHING_CHANGED, at: questionOf(detail) });
  if (isOne) return kept(subject, input, undefined, context, { isCorrection: true });
  return kept(subject, input, place, context, { isCorrection: true, before });
}

/** Ends a detail; `until` is its last day. */
export function endDetail(
  {
    detail,
    place,
    until: given,
  }: {
    readonly detail: PersonDetail;
    readonly place: number;
    readonly until?: PlainDate | undefined;
  },
  context: CaseContext & Pick<DetailContext, 'subject'>,
): Result<CaseCommit> {
  const { subject } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const until = given ?? context.host.clock.today();
  const issues = [...futureIssues('The end date', until, 'until', context)];
  if (isDated(detail)) {
    const items = subject.value[detail] ?? [];
    const item = items[place];
    if (!item) return failed(GONE);
    if (until < item.notedOn) issues.push(ENDS_TOO_EARLY);
    const set = { [detail]: replaced<unknown>(items, place, { ...item, until }) };
    return settled(subject, set as Change<'subject'>['set'], issues, sourcesOf(subject, detail));
  }
  const what = ENDING_LISTS.find((each) => each === detail);
  const value = what && subject.value[what][place];
  if (!what || value === undefined) return failed(GONE);
  const others = (subject.value.ended ?? []).filter(
    (each) => each.what !== what || each.value !== value,
  );
  return settled(subject, { ended: [...others, { what, value, until }] }, issues);
}

/** The last day of an entry of a list, if it has ended. */
export function endOf(
  subject: Subject,
  detail: PersonDetail,
  place: number,
): PlainDate | undefined {
  if (isDated(detail)) return subject[detail]?.[place]?.until;
  const what = ENDING_LISTS.find((each) => each === detail);
  const value = what && subject[what][place];
  return subject.ended?.find((each) => each.what === what && each.value === value)?.until;
}

interface More {
  readonly extra?: Change<'subject'>['set'];
  readonly sources?: Sources;
  readonly isCorrection?: boolean;
  /** The entry that is corrected. */
  readonly before?: unknown;
}

function kept(
  subject: StoredRecord<'subject'>,
  input: DetailInput,
  place: number | undefined,
  context: DetailContext,
  { extra = {}, sources = {}, isCorrection = false, before }: More = {},
): Result<CaseCommit> {
  const { detail } = input;
  const entry = entryOf(input, context, before);
  const told = sourceByHand(input, context);
  const issues: Issue[] = [...(entry === undefined ? [missingDetail(detail)] : []), ...told.issues];
  if (detail === 'bornOn' && input.date !== undefined)
    issues.push(...futureIssues('Date of birth', input.date, 'date', context));
  if (input.notedOn !== undefined)
    issues.push(...futureIssues('The date it was noted', input.notedOn, 'notedOn', context));
  const items = isSingle(detail) ? [] : itemsOf(subject, detail);
  if (items.some((item, nth) => nth !== place && same(item, entry, context)))
    issues.push({ ...HELD_ALREADY, at: questionOf(detail) });
  if (detail === 'areas' && entry !== undefined)
    issues.push(...areaEntryIssues(entry as DatedArea, context));
  const { id, value } = subject;
  const alike = newlyAlike(
    { id, name: value.name, bornOn: value.bornOn },
    { name: value.name, bornOn: value.bornOn, ...(entry === undefined ? {} : { [detail]: entry }) },
    context.people ?? [],
  );
  if (alike.length > 0 && !input.isMeant)
    issues.push({ ...ALIKE_ON_RECORD, at: questionOf(detail) });
  if (!told.ok || issues.some(isError)) return failed(...issues);
  const label = fieldsOf('subject').find(({ name }) => name === detail)?.label ?? detail;
  const path = place === undefined ? detail : `${detail}[${place}]`;
  const ref = told.value.refTo(label, textOf(entry, context.lists));
  const set = {
    ...extra,
    [detail]: place === undefined ? entry : replaced<unknown>(items, place, entry),
    ...(typeof before === 'string' ? endedAs(subject.value, detail, before, String(entry)) : {}),
  } as Change<'subject'>['set'];
  const made = settled(
    subject,
    set,
    issues,
    { ...sources, ...sourcesOf(subject, detail, path), [path]: [ref] },
    isCorrection ? 'correction' : 'case-work',
  );
  if (!made.ok) return made;
  const { commit } = made.value;
  return unless(made.issues, () => ({
    commit: {
      ...commit,
      changes: [told.value.change, ...commit.changes],
      ...meantBeside(id, alike),
    },
    id,
  }));
}

function settled(
  subject: StoredRecord<'subject'>,
  set: Change<'subject'>['set'],
  issues: readonly Issue[],
  sources: Readonly<Record<string, readonly SourceRef[]>> = {},
  reason = 'case-work',
): Result<CaseCommit> {
  const checked = checkRecord('subject', { ...subject.value, ...set });
  const found = [...issues, ...(checked.ok ? [] : checked.issues.map(atForm))];
  const change = sets(subject, set);
  return unless(found, () => ({
    commit: {
      changes: [Object.keys(sources).length > 0 ? { ...change, sources } : change],
      reason,
    },
    id: subject.id,
  }));
}

/** Places an issue at the form's own question: a text or a date, for any field. */
function atForm(issue: Issue): Issue {
  if (issue.at?.startsWith('categories')) return { ...issue, at: 'date' };
  if (issue.at?.endsWith('postcode')) return { ...issue, at: 'postcode' };
  if (issue.at?.startsWith('areas')) return { ...issue, at: 'forceArea' };
  return { ...issue, at: issue.at === 'bornOn' ? 'date' : 'text' };
}

function entryOf(
  { detail, text, date, postcode, area = {}, notedOn }: DetailInput,
  { host }: CaseContext,
  before: unknown,
): unknown {
  if (detail === 'bornOn') return date;
  const said = text?.trim();
  const codes = Object.entries(area).filter(([, code]) => code !== undefined && code !== '');
  if (detail === 'areas' ? codes.length === 0 : !said) return undefined;
  if (!isDated(detail)) return said;
  const held = before as { readonly notedOn: PlainDate; readonly until?: PlainDate } | undefined;
  const dated = {
    notedOn: notedOn ?? held?.notedOn ?? host.clock.today(),
    ...(held?.until === undefined ? {} : { until: held.until }),
  };
  if (detail === 'areas') return { ...Object.fromEntries(codes), ...dated };
  if (detail === 'schools') return { name: said, ...dated };
  return { lines: said, ...(postcode?.trim() ? { postcode: postcode.trim() } : {}), ...dated };
}

/** The entry in words, as its source keeps them. */
function textOf(entry: unknown, lists: CodeLists): string {
  if (typeof entry === 'string') return entry;
  if (isArea(entry)) return areaWords(entry, lists, entry.notedOn);
  const { lines = '', name = '' } = entry as { readonly lines?: string; readonly name?: string };
  return lines || name;
}

function isArea(entry: unknown): entry is DatedArea {
  return ['forceArea', 'localAuthority', 'outside'].some((name) =>
    Object.hasOwn(entry as object, name),
  );
}

/** True if two entries say the same. A person can move back to an area that they have left. */
function same(a: unknown, b: unknown, { lists }: Pick<CaseContext, 'lists'>): boolean {
  if (a === undefined || b === undefined) return false;
  if (isEnded(a) && isArea(a)) return false;
  const [one, other] = [a, b].map((each) => textOf(each, lists).toLowerCase());
  return one !== '' && one === other;
}

function isEnded(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'until' in entry;
}

function areaEntryIssues(area: DatedArea, { lists }: Pick<CaseContext, 'lists'>): readonly Issue[] {
  return [
    ...areaCodeIssues(area, lists, area.notedOn),
    ...areaFitIssues(area, lists, area.notedOn),
  ];
}

/** Renames the ended entry too, if the corrected one has ended. */
function endedAs(
  { ended }: Subject,
  detail: PersonDetail,
  before: string,
  after: string,
): Change<'subject'>['set'] {
  if (!ended?.some(({ what, value }) => what === detail && value === before)) return {};
  return {
    ended: ended.map((each) =>
      each.what === detail && each.value === before ? { ...each, value: after } : each,
    ),
  };
}

/**
 * Keeps sources: setting a field loses its sources, so the valid ones are set with it, except those of the corrected
 * entry.
 */
function sourcesOf(subject: StoredRecord<'subject'>, detail: PersonDetail, but?: string): Sources {
  return Object.fromEntries(
    Object.entries(subject.sources).filter(
      ([path]) =>
        (path === detail || path.startsWith(`${detail}[`)) &&
        (but === undefined || (path !== but && !path.startsWith(`${but}.`))),
    ),
  );
}

function itemsOf({ value }: StoredRecord<'subject'>, detail: SeveralDetail): readonly unknown[] {
  return value[detail] ?? [];
}

function isSingle(detail: PersonDetail): detail is SingleDetail {
  return (SINGLE as readonly string[]).includes(detail);
}

function replaced<T>(items: readonly T[], place: number, item: T): readonly T[] {
  return [...items.slice(0, place), item, ...items.slice(place + 1)];
}
