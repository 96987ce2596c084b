/** Arrange a panel on a subject and change the arrangements, record its result, and follow up the actions. */
import type { RecordOf } from '../../record/kind.js';
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { correctionOf } from '../act/correct.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, setsOf, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

type Panel = StoredRecord<'panel'>;

export interface PanelContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
}

/**
 * Arranges a panel on a subject: its kind, its day, its gateway and its papers.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a panel draws from was not handed over
 */
export function arrangePanel(
  input: Pick<Input<'panel'>, 'panel' | 'meetsOn' | 'gateway' | 'agenda' | 'papers'>,
  context: PanelContext,
): Result<CaseCommit> {
  const { subject } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const { agenda = [], papers = [] } = input;
  const checked = entryOf(
    'panel',
    { ...input, agenda, papers, actions: [], subjectId: subject.id },
    context,
  );
  if (!checked.ok) return checked;
  const { value } = checked;
  return unless(value.gateway === 'not-known' ? [GATEWAY_WARNING] : [], () => ({
    commit: { changes: [makes('panel', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** Records the result of a panel. A later account replaces the earlier one; the history keeps both. */
export function holdPanel(
  panel: Panel,
  input: Pick<Input<'panel'>, 'gateway' | 'came' | 'cameTo' | 'actions' | 'agenda' | 'papers'>,
  context: CaseContext,
): Result<CaseCommit> {
  const { meetsOn } = panel.value;
  if (meetsOn > context.host.clock.today()) return failed(notYet(meetsOn));
  const said = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as typeof input;
  const set = { ...said, actions: input.actions ?? panel.value.actions };
  const checked = entryOf('panel', { ...panel.value, ...set }, context, meetsOn, panel.value);
  if (!checked.ok) return checked;
  const { value } = checked;
  const issues: readonly Issue[] = [
    ...(value.cameTo === undefined ? [CAME_TO_MISSING] : []),
    ...(value.came?.length ? [] : [NOBODY_CAME]),
    ...(value.gateway === 'not-known' ? [GATEWAY_NOT_KNOWN] : []),
    ...value.actions.flatMap((action, nth) => actionIssues(action, nth, meetsOn, context)),
  ];
  return unless(issues, () => ({
    commit: { changes: [setsOf(panel, changed(panel, set))], reason: 'case-work' },
    id: panel.id,
  }));
}

/** Changes the arrangements: another day or another agenda. The result stays. */
export function rearrangePanel(
  panel: Panel,
  input: Pick<Input<'panel'>, (typeof ARRANGED)[number]>,
  context: CaseContext,
): Result<CaseCommit> {
  const { agenda = [], papers = [] } = input;
  const { id: _, ...before } = panel.value;
  const checked = entryOf(
    'panel',
    { ...before, ...input, agenda, papers },
    context,
    undefined,
    panel.value,
  );
  if (!checked.ok) return checked;
  const { value } = checked;
  const hasMet = value.cameTo !== undefined;
  return correctionOf(panel, value, ARRANGED, [
    ...(hasMet ? futureIssues('The date it meets', value.meetsOn, 'meetsOn', context) : []),
    ...(value.actions.some(({ dueOn: by }) => by < value.meetsOn) ? [AFTER_ITS_ACTIONS] : []),
    ...(value.gateway === 'not-known' ? [hasMet ? GATEWAY_NOT_KNOWN : GATEWAY_WARNING] : []),
  ]);
}

const ARRANGED = ['panel', 'meetsOn', 'gateway', 'agenda', 'papers'] as const;

/** Records that an action was done. @param nth - its place among the actions */
export function finishAction(
  panel: Panel,
  nth: number,
  doneOn: PlainDate | undefined,
  context: CaseContext,
): Result<CaseCommit> {
  const action = panel.value.actions[nth];
  if (!action || action.doneOn !== undefined) return failed(ACTION_DONE);
  const day = doneOn ?? context.host.clock.today();
  const done = { ...action, doneOn: day };
  return unless(actionIssues(done, nth, panel.value.meetsOn, context), () => ({
    commit: {
      changes: [setsOf(panel, { actions: panel.value.actions.with(nth, done) })],
      reason: 'case-work',
    },
    id: panel.id,
  }));
}

/** The result, once the panel has met; then the earliest open action. */
export const panelDue: DueOf<'panel'> = ({ value: { meetsOn, cameTo, actions } }) => {
  if (cameTo === undefined)
    return [dueOn('hold-panel', meetsOn, `A panel meets on ${writtenDate(meetsOn)}.`)];
  const [first] = actions
    .filter(({ doneOn }) => doneOn === undefined)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  if (!first) return [];
  const why = `A panel of ${writtenDate(meetsOn)} asked for something by ${writtenDate(first.dueOn)}.`;
  return [dueOn('panel-action', first.dueOn, why)];
};

/** Returns the fields that differ; equal lists are left unchanged. */
function changed({ value }: Panel, set: Partial<Input<'panel'>>): Partial<Input<'panel'>> {
  const before = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(set).filter(
      ([name, given]) => JSON.stringify(before[name]) !== JSON.stringify(given),
    ),
  );
}

function actionIssues(
  { dueOn: by, doneOn }: RecordOf<'panel'>['actions'][number],
  nth: number,
  meetsOn: PlainDate,
  context: CaseContext,
): readonly Issue[] {
  return [
    ...(by < meetsOn ? [tooEarly(`actions.${nth}.dueOn`, 'The date it is to be done')] : []),
    ...(doneOn === undefined
      ? []
      : futureIssues('The date it was done', doneOn, `actions.${nth}.doneOn`, context)),
    ...(doneOn !== undefined && doneOn < meetsOn
      ? [tooEarly(`actions.${nth}.doneOn`, 'The date it was done')]
      : []),
  ];
}

const tooEarly = (at: string, label: string): Issue =>
  issueOf('date-out-of-order', at, `${label} must be on or after the date on which the panel met`);
const notYet = (day: PlainDate): Issue =>
  issueOf(
    'panel-ahead',
    'cameTo',
    `The panel meets on ${writtenDate(day)}. Record its outcome on that day or after it.`,
  );
const AFTER_ITS_ACTIONS = issueOf(
  'date-out-of-order',
  'meetsOn',
  'The date it meets must be on or before the date by which each of its actions is to be done',
);
const CAME_TO_MISSING = issueOf('missing', 'cameTo', 'Enter the outcome of the panel');
const ACTION_DONE = issueOf(
  'action-done',
  'actions',
  'This action is already done, or is no longer there.',
);
const GATEWAY_NOT_KNOWN = issueOf(
  'gateway-not-known',
  'gateway',
  'A panel shares what is known about somebody. Find out which legal gateway it has, and select it.',
);
const GATEWAY_WARNING: Issue = {
  code: 'gateway-not-known',
  severity: 'warning',
  message: 'The legal gateway is not known. Find out before the panel meets.',
  at: 'gateway',
};
const NOBODY_CAME: Issue = {
  code: 'nobody-came',
  severity: 'warning',
  message: 'Nobody is recorded as attending. Add them if you know.',
  at: 'came',
};
