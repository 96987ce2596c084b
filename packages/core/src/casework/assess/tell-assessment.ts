/**
 * Decide whether the subject is given a page about their assessment. This is a separate decision, with a check for what
 * the law lets an officer hold back. The page names nobody else.
 */
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { hasAcknowledged, standingChecks } from '../person/contact-check.js';
import { recordTelling } from '../person/telling.js';
import { othersNamedIn } from './others-named.js';

export interface PageDecisionContext extends CaseContext {
  readonly officer: { readonly id: RecordId; readonly name: string };
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Everything of the subject, as `gatherCase` gives it. */
  readonly records: readonly StoredRecord[];
}

export interface PageDecision extends Pick<Input<'telling'>, 'wasTold' | 'what' | 'means'> {
  /** The ground for holding something back, or `nothing`. Absent: not answered, and refused. */
  readonly restriction?: Input<'telling'>['restriction'] | 'nothing';
  /** The reason for giving it, or for holding it back. */
  readonly reason?: string;
}

/** Records the decision. `what` is the officer’s own words to the subject, which appear on the page. */
export function decideOnPage(
  assessment: StoredRecord<'assessment'>,
  { reason = '', restriction, ...input }: PageDecision,
  context: PageDecisionContext,
): Result<CaseCommit> {
  if (assessment.value.signedAt === undefined) return failed(NOT_SIGNED);
  const { officer, records } = context;
  const isGiven = input.wasTold === 'told';
  const issues: Issue[] = [];
  if (input.wasTold === undefined) issues.push(CHOOSE);
  if (restriction === undefined) issues.push(NOT_ANSWERED);
  const ground = restriction === 'nothing' ? undefined : restriction;
  if (isGiven && ground !== undefined) issues.push(GROUND_STANDS);
  if (input.wasTold === 'not-told' && restriction === 'nothing') issues.push(GROUND_MISSING);
  if (reason.trim() === '') issues.push(REASON_MISSING);
  if (isGiven && (input.what ?? '').trim() === '') issues.push(WORDS_MISSING);
  issues.push(...othersNamedIn(input.what ?? '', records).map(namesOther));
  const checks = records.filter(
    (record): record is StoredRecord<'contactCheck'> => record.kind === 'contactCheck',
  );
  if (isGiven && standingChecks(checks).some((each) => !hasAcknowledged(each, officer.id)))
    issues.push(CHECK_FIRST);
  if (issues.length > 0) return failed(...issues);
  const told = recordTelling(
    {
      ...input,
      ...(ground === undefined ? {} : { restriction: ground }),
      what: (input.what?.trim() || HELD_BACK) as NonNullable<PageDecision['what']>,
      whom: 'subject',
      by: officer.name as Input<'telling'>['by'],
      assessmentId: assessment.id,
      [isGiven ? 'whyTold' : 'whyNot']: reason,
    },
    context,
  );
  return told.ok ? unless(told.issues, () => told.value) : told;
}

/** The current decision: the latest about that assessment. */
export function pageDecision(
  records: readonly StoredRecord[],
  assessment: RecordId,
): StoredRecord<'telling'> | undefined {
  return records
    .filter((record): record is StoredRecord<'telling'> => record.kind === 'telling')
    .filter(({ value }) => value.assessmentId === assessment)
    .at(-1);
}

const HELD_BACK = 'Page about an assessment';

const namesOther = (name: string): Issue =>
  issueOf(
    'names-another',
    'what',
    `“${name}” is the name of somebody else. This page is only about the subject: leave the name out.`,
  );

const NOT_SIGNED: Issue = {
  code: 'assessment-not-signed',
  severity: 'error',
  message:
    'This assessment is not signed. Sign it first: what is given must not change afterwards.',
};
const CHOOSE = issueOf('missing', 'wasTold', 'Select whether to give the page');
const NOT_ANSWERED = issueOf(
  'missing',
  'restriction',
  'Select whether anything has to be held back, and on which ground',
);
const GROUND_STANDS = issueOf(
  'restriction-stands',
  'restriction',
  'You chose a ground for holding something back. Choose that nothing has to be held back, or hold the page back.',
);
const GROUND_MISSING = issueOf(
  'missing',
  'restriction',
  'You said that nothing has to be held back. Select the ground for holding the page back, or give it.',
);
const REASON_MISSING = issueOf('missing', 'reason', 'Enter the reason for your decision');
const WORDS_MISSING = issueOf('missing', 'what', 'Enter what you say to them in your own words');
const CHECK_FIRST = issueOf(
  'check-not-acknowledged',
  'wasTold',
  'Investigations asked to be checked with before contact. Say on the person’s page that you have read that, check, and then decide.',
);
