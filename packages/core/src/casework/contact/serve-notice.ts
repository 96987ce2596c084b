/**
 * Serve a cease and desist notice, record that somebody continued after it, and report it. The notice has no statutory
 * force: nothing follows from it, and it does not replace an investigation.
 */
import { latestBirth } from '../../record/births.js';
import { AGE_OF_RESPONSIBILITY } from '../../record/under-ten.js';
import { ageOn, writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, setsOf, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import type { ForceNotice } from '../rules/force-notice.js';
import { FORCE_NOTICE, noticeTextByCode } from '../rules/notice-text.js';
import type { NamedOffence } from './named-offences.js';

export type ServeInput = Omit<Input<'ceaseAndDesist'>, 'subjectId'>;

export interface ServeContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** The force's paper and words on the day, kept with the record; absent if the force has set none. */
  readonly forceNotice?: ForceNotice | undefined;
  /** Offences that are named on the record; absent: none. */
  readonly named?: readonly NamedOffence[];
  /** True once the officer has said that they read those. */
  readonly hasReadNamed?: boolean;
}

/** Text of the paper that was served. Nobody types the words: they are the force's, or those of the toolkit. */
function paperOf(
  input: ServeInput,
  { letterhead, contact, own }: ForceNotice,
): Pick<ServeInput, 'notice' | 'noticeVersion' | 'noticeFrom' | 'noticeContact' | 'noticeWords'> {
  const text = noticeTextByCode(input.noticeText);
  const isForce = input.noticeText === FORCE_NOTICE && own !== undefined;
  if (!text && !isForce) return { noticeFrom: undefined, noticeWords: undefined };
  return {
    // A notice whose text is kept has its own title and version.
    notice: text?.title ?? own?.title,
    noticeVersion: text?.version ?? own?.version,
    ...(isForce || text?.letterhead
      ? { noticeFrom: letterhead, noticeContact: input.noticeContact ?? contact }
      : { noticeFrom: undefined, noticeContact: undefined }),
    noticeWords: isForce ? own.words : undefined,
  };
}

/**
 * Records that a cease and desist notice was served: the day, the officer, and the people present.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a notice draws from was not handed over
 */
export function serveNotice(input: ServeInput, context: ServeContext): Result<CaseCommit> {
  const { subject, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const servedOn = input.servedOn ?? host.clock.today();
  if (input.noticeText === FORCE_NOTICE && !context.forceNotice?.own)
    return failed(NO_FORCE_NOTICE);
  const named = paperOf(input, context.forceNotice ?? {});
  const checked = entryOf(
    'ceaseAndDesist',
    { sections: [], ...input, ...named, servedOn, subjectId: subject.id },
    context,
    servedOn,
  );
  if (!checked.ok) return checked;
  const { value } = checked;
  const issues = [
    ...ageIssues(subject, value.servedOn),
    ...(isOtherThan(input.notice, named.notice) ||
    isOtherThan(input.noticeVersion, named.noticeVersion)
      ? [OTHER_NOTICE]
      : []),
    ...futureIssues('The date it was served', value.servedOn, 'servedOn', context),
    ...(value.grounds !== 'none' && value.officerInCase === undefined
      ? [value.grounds === 'yes' ? NOT_THIS_WAY : ASK_FIRST]
      : []),
    ...(value.grounds === 'none' && context.named?.length && !context.hasReadNamed
      ? [READ_NAMED]
      : []),
    ...(value.sections.length === 0 ? [NOTHING_EXPLAINED] : []),
    ...(isSame(value.appropriateAdult, value.adultPresent) ? [TWO_ROLES] : []),
  ];
  return unless(issues, () => ({
    commit: { changes: [makes('ceaseAndDesist', value)], reason: 'case-work' },
    id: value.id,
  }));
}

export interface BreachContext extends CaseContext {
  readonly notice: StoredRecord<'ceaseAndDesist'> | undefined;
}

/** Records a breach. It is due to be reported on the day it was noted. */
export function noteBreach(
  input: Omit<Input<'noticeBreach'>, 'subjectId' | 'noticeId'>,
  context: BreachContext,
): Result<CaseCommit> {
  const { notice, host } = context;
  if (!notice) return failed(NOTICE_UNKNOWN);
  const { subjectId, servedOn } = notice.value;
  const notedOn = input.notedOn ?? host.clock.today();
  const names = { subjectId, noticeId: notice.id };
  const checked = entryOf('noticeBreach', { ...input, notedOn, ...names }, context, notedOn);
  if (!checked.ok) return checked;
  const { value } = checked;
  const issues = [
    ...futureIssues('The date it was noted', value.notedOn, 'notedOn', context),
    ...toldIssues(value, context),
  ];
  if ((value.happenedOn ?? value.notedOn) < servedOn) issues.push(beforeNotice(servedOn));
  return unless(issues, () => ({
    commit: { changes: [makes('noticeBreach', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** Records that the decision maker was informed. The toolkit decides nothing about it. */
export function tellOfBreach(
  breach: StoredRecord<'noticeBreach'>,
  input: Pick<Input<'noticeBreach'>, 'toldOn' | 'toldWhom'>,
  context: CaseContext,
): Result<CaseCommit> {
  const toldOn = input.toldOn ?? context.host.clock.today();
  const told = { toldOn, toldWhom: input.toldWhom?.trim() ? input.toldWhom : undefined };
  const checked = entryOf(
    'noticeBreach',
    { ...breach.value, ...told },
    context,
    toldOn,
    breach.value,
  );
  if (!checked.ok) return checked;
  return unless(toldIssues(checked.value, context), () => ({
    commit: { changes: [setsOf(breach, told)], reason: 'case-work' },
    id: breach.id,
  }));
}

/** Due to be reported at once, until somebody is informed. */
export const breachDue: DueOf<'noticeBreach'> = ({ value: { notedOn, toldOn } }) =>
  toldOn === undefined
    ? [
        dueOn(
          'tell-of-breach',
          notedOn,
          `On ${writtenDate(notedOn)} it was noted that somebody may have carried on after a notice, and nobody is recorded as told.`,
        ),
      ]
    : [];

function isOtherThan(typed: string | undefined, kept: string | undefined): boolean {
  return kept !== undefined && typed !== undefined && typed.trim() !== '' && typed.trim() !== kept;
}

/** Checks the age: a child under ten cannot commit an offence, so there is nothing to desist from. */
function ageIssues({ value }: StoredRecord<'subject'>, on: PlainDate): readonly Issue[] {
  const bornOn = latestBirth(value);
  if (bornOn === undefined) return [AGE_NOT_KNOWN];
  return ageOn(bornOn, on) < AGE_OF_RESPONSIBILITY ? [UNDER_TEN] : [];
}

function toldIssues(
  {
    notedOn,
    toldOn,
    toldWhom,
  }: {
    readonly notedOn: PlainDate;
    readonly toldOn?: PlainDate | undefined;
    readonly toldWhom?: string | undefined;
  },
  context: CaseContext,
): readonly Issue[] {
  if (toldOn === undefined) return toldWhom === undefined ? [] : [WHEN_MISSING];
  return [
    ...futureIssues('The date they were told', toldOn, 'toldOn', context),
    ...(toldOn < notedOn ? [TOLD_TOO_EARLY] : []),
    ...(toldWhom === undefined ? [WHOM_MISSING] : []),
  ];
}

/** True if two boxes seem to name one person. It compares words only, so it can only prompt a question. */
export function isSame(one: string | undefined, other: string | undefined): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return one !== undefined && other !== undefined && plain(one) === plain(other);
}

const error = (code: string, at: string, message: string): Issue => ({
  code,
  severity: 'error',
  message,
  at,
});
/** The control of the form that says so. */
export const NAMED_READ = 'namedRead';
const READ_NAMED = issueOf(
  'grounds-named',
  NAMED_READ,
  'An offence is named on this person’s record. Read what is named, and confirm that there are still no grounds to suspect an offence.',
);
const NOT_THIS_WAY: Issue = {
  code: 'grounds-stand',
  severity: 'error',
  message:
    'There are grounds to suspect an offence. Do not serve a notice unless the officer in the case agrees. Enter who that is.',
  at: 'officerInCase',
};
const OTHER_NOTICE: Issue = {
  code: 'notice-other-text',
  severity: 'error',
  message:
    'The title or version is not that of the notice you selected. If another notice was served, select that; if not, clear the title and the version.',
  at: 'noticeText',
};
const NO_FORCE_NOTICE: Issue = {
  code: 'notice-force-none',
  severity: 'error',
  message:
    'Your force has not set its own notice here. Select the notice that was served; if it was another one, select that and enter its title and version.',
  at: 'noticeText',
};
const ASK_FIRST: Issue = {
  code: 'grounds-not-known',
  severity: 'error',
  message:
    'It is not known whether there are grounds to suspect an offence. Ask, then say so; or enter the officer in the case, who agreed.',
  at: 'officerInCase',
};
const UNDER_TEN: Issue = {
  code: 'under-ten',
  severity: 'error',
  message:
    'This child was under ten on that day. A child under ten cannot commit an offence, so no notice is served. Speak to the parents and to safeguarding.',
  at: 'subjectId',
};
const NOTICE_UNKNOWN: Issue = {
  code: 'notice-unknown',
  severity: 'error',
  message: 'This notice is no longer held. Choose the notice again.',
  at: 'noticeId',
};
const WHOM_MISSING = error('missing', 'toldWhom', 'Enter who was told');
const WHEN_MISSING = error('missing', 'toldOn', 'Enter when they were told');
const TOLD_TOO_EARLY = error(
  'date-out-of-order',
  'toldOn',
  'The date they were told must be on or after the date on which it was noted',
);

function beforeNotice(servedOn: PlainDate): Issue {
  return error(
    'date-out-of-order',
    'happenedOn',
    `This must be on or after the date on which the notice was served, ${writtenDate(servedOn)}`,
  );
}

const AGE_NOT_KNOWN: Issue = {
  code: 'age-not-known',
  severity: 'warning',
  message:
    'The date of birth is not known. No notice is served on a child under ten: find out first if there is any doubt.',
  at: 'subjectId',
};
const NOTHING_EXPLAINED: Issue = {
  code: 'nothing-explained',
  severity: 'warning',
  message: 'No section is marked as explained. A notice that nobody explained is only a letter.',
  at: 'sections',
};
export const TWO_ROLES: Issue = {
  code: 'two-roles',
  severity: 'warning',
  message:
    'The same person is named as appropriate adult and as parent or supporter. Say who they were there for.',
  at: 'appropriateAdult',
};
