/**
 * Corrects the conditions on a capture. Anybody makes them stricter; they are made looser only with the originator's
 * permission, which stays on the capture.
 */

import { givenHandling, givenIssues, type HandlingInput } from '../../record/given-handling.js';
import type { HandlingChange } from '../../record/handling.js';
import type { RecordOf } from '../../record/kind.js';
import { MARKINGS } from '../../record/marking.js';
import { canonical } from '../../shared/canonical.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { SaidOfSave, SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { NOTHING_CHANGED } from '../act/correct.js';
import { futureIssues, sets, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import {
  gatherHandlingRules,
  HANDLING_ANSWERS,
  type HandlingRules,
  WAYS_OUT,
} from '../rules/handling-rules.js';
import { originIn } from './origin.js';
import { answerOf } from './verdict.js';

type Capture = RecordOf<'sourceCapture'>;
type Conditions = Pick<Capture, 'packageReference' | 'handling' | 'conditions' | 'marking'>;

export interface HandlingCorrection extends HandlingInput {
  readonly why?: string | undefined;
  readonly permittedBy?: string | undefined;
  readonly permittedOn?: PlainDate | undefined;
  readonly permittedReference?: string | undefined;
}

/** Makes the correction, or an issue for each answer that is missing. */
export function correctHandling(
  held: StoredRecord<'sourceCapture'>,
  input: HandlingCorrection,
  context: CaseContext,
): Result<CaseCommit> {
  const { marking = held.value.marking } = input;
  const next: Conditions = { ...givenHandling(input), marking };
  const set = Object.fromEntries(
    NAMES.filter(
      (name) => canonical(held.value[name] ?? null) !== canonical(next[name] ?? null),
    ).map((name) => [name, next[name] ?? null]),
  );
  if (Object.keys(set).length === 0) return failed(NOTHING_CHANGED);
  const today = context.host.clock.today();
  const permittedBy = input.permittedBy?.trim();
  const permittedReference = input.permittedReference?.trim();
  const { permittedOn } = input;
  const why = input.why?.trim() ?? '';
  const issues: Issue[] = [
    ...givenIssues(input),
    ...(why === '' ? [WHY_MISSING] : []),
    ...(permittedOn
      ? futureIssues('The date it was permitted', permittedOn, 'permittedOn', context)
      : []),
  ];
  if (isLooser(held.value, next))
    issues.push(
      ...(permittedBy ? [] : [BY_MISSING]),
      ...(permittedOn ? [] : [ON_MISSING]),
      ...(permittedReference ? [] : [REFERENCE_MISSING]),
    );
  const change: HandlingChange = {
    changedOn: today,
    why,
    ...(permittedBy ? { permittedBy } : {}),
    ...(permittedOn ? { permittedOn } : {}),
    ...(permittedReference ? { permittedReference } : {}),
  };
  return unless(issues, () => ({
    commit: {
      changes: [
        sets(held, { ...set, handlingChanges: [...(held.value.handlingChanges ?? []), change] }),
      ],
      reason: 'correction',
    },
    id: held.id,
  }));
}

/** True if the new conditions allow anything that the earlier ones did not, or leave out any of their words. */
export function isLooser(
  before: Conditions,
  after: Conditions,
  rules: HandlingRules = gatherHandlingRules(),
): boolean {
  const isMarkedDown = MARKINGS.indexOf(after.marking) < MARKINGS.indexOf(before.marking);
  const rank = (given: Conditions, way: (typeof WAYS_OUT)[number]) =>
    HANDLING_ANSWERS.indexOf(answerOf(given, way, rules));
  const isOpener = WAYS_OUT.some((way) => rank(after, way) < rank(before, way));
  const wordsOf = ({ handling, conditions }: Conditions) => [
    handling?.handlingInstructions ?? '',
    conditions ?? '',
  ];
  const said = wordsOf(after).join('\n');
  return isMarkedDown || isOpener || wordsOf(before).some((words) => !said.includes(words));
}

/**
 * The law of a save that changes the conditions on a capture: the change is put down on the capture, on its day and with
 * its reason, and a looser one with who permitted it. A capture with conditions is never withdrawn from under what was
 * read from it. Undoing a save puts back what was there.
 */
export function handlingChangeIssues(
  { kind, before, after }: SavedRecord,
  today: PlainDate,
  { reason }: Pick<SaidOfSave, 'reason'>,
  rules?: HandlingRules,
): readonly Issue[] {
  if (kind !== 'sourceCapture' || !before || reason === 'undo') return [];
  if (!after) return originIn(before) ? [CAPTURE_STANDS] : [];
  const [was, now] = [before.value as Capture, after as unknown as Capture];
  const changes = now.handlingChanges ?? [];
  const earlier = was.handlingChanges ?? [];
  const isChanged = NAMES.some(
    (name) => canonical(was[name] ?? null) !== canonical(now[name] ?? null),
  );
  const isHistoryKept = canonical(changes.slice(0, earlier.length)) === canonical(earlier);
  if (!isChanged) return canonical(changes) === canonical(earlier) ? [] : [NOT_PUT_DOWN];
  const [change, ...more] = changes.slice(earlier.length);
  if (!isHistoryKept || !change || more.length > 0 || change.changedOn !== today)
    return [NOT_PUT_DOWN];
  const isPermitted = change.permittedBy && change.permittedOn && change.permittedReference;
  return isLooser(was, now, rules) && !isPermitted ? [LOOSER] : [];
}

const NAMES = ['packageReference', 'handling', 'conditions', 'marking'] as const;

const WHY_MISSING = issueOf('missing', 'why', 'Enter why it is changed');
const BY_MISSING = issueOf(
  'missing',
  'permittedBy',
  'Enter who permitted it: the conditions become less strict',
);
const ON_MISSING = issueOf('missing', 'permittedOn', 'Enter the date it was permitted');
const REFERENCE_MISSING = issueOf(
  'missing',
  'permittedReference',
  'Enter the reference of the permission',
);
const NOT_PUT_DOWN = issueOf(
  'handling-not-put-down',
  'handling',
  'The conditions of a capture are changed with a reason, on the day of the change. Correct them on the capture.',
);
const CAPTURE_STANDS = issueOf(
  'handling-capture-stands',
  'handling',
  'This was given on conditions, which apply to everything that was read from it. It stays on record until the case is disposed of.',
);
const LOOSER = issueOf(
  'handling-looser',
  'permittedBy',
  'These conditions are less strict than those on the capture. Say who permitted it, when, and by which reference.',
);
