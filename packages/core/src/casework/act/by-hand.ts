/** The origin of a value that no page supplied: who said it, how and when, and the type of statement. */
import { type CodeLists, codeInForce } from '../../codes/code-list.js';
import { checkRecord } from '../../record/check.js';
import { givenHandling, givenIssues, type HandlingInput } from '../../record/given-handling.js';
import type { SourceRef } from '../../record/provenance.js';
import type { Gates } from '../../review/index.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { Instant } from '../../shared/primitives.js';
import type { Change } from '../../store/log/revision.js';
import type { CaseContext } from './context.js';
import { makes, unless } from './entry.js';

export interface ToldSource {
  /** A code of `statement-type`. */
  readonly statement?: string | undefined;
  readonly toldBy?: string | undefined;
  readonly toldAt?: Instant | undefined;
  /** The way it reached the officer, in a few words: a telephone call, a visit. */
  readonly means?: string | undefined;
  /** The conditions on which it was told; absent: none were given. */
  readonly handling?: HandlingInput | undefined;
}

export interface ByHandContext extends CaseContext {
  /** As for a capture; see `defaultGates`. */
  readonly gates: Gates;
}

export interface SourceByHand {
  readonly change: Change<'sourceCapture'>;
  /** The reference that a field is given as its source. */
  refTo(label: string, verbatim: string): SourceRef;
}

/** Records the origin, so that a typed value leads back to a person just as a captured value leads back to a page. */
export function sourceByHand(told: ToldSource, context: ByHandContext): Result<SourceByHand> {
  const { host, gates } = context;
  const issues = toldIssues(told, context);
  if (issues.length > 0) return failed(...issues);
  const statement = told.statement ?? '';
  const checked = checkRecord('sourceCapture', {
    id: host.random.id(),
    way: 'typed',
    system: told.means,
    url: '',
    title: told.means?.trim(),
    hostClass: 'force',
    capturedAt: host.clock.now(),
    masked: [],
    unread: [],
    toldBy: told.toldBy,
    toldAt: told.toldAt,
    ...givenHandling(told.handling ?? {}),
    ...gates,
  });
  if (!checked.ok)
    return failed(
      ...checked.issues.map((issue) => ({ ...issue, at: SHOWN[issue.at ?? ''] ?? 'means' })),
    );
  const { value } = checked;
  return unless([], () => ({
    change: makes('sourceCapture', value),
    refTo: (label, verbatim) => ({
      capture: value.id,
      label,
      owner: [],
      verbatim,
      frame: [],
      selector: '',
      visible: true,
      decision: 'take',
      statement,
    }),
  }));
}

/** Faults in the officer's account of the source, reported together with any fault in the value itself. */
export function toldIssues(told: ToldSource, context: CaseContext): readonly Issue[] {
  const isToCome = told.toldAt !== undefined && told.toldAt > context.host.clock.now();
  return [
    ...missingOf(told),
    ...statementIssues(told, context.lists, context),
    ...(isToCome ? [TOLD_IN_FUTURE] : []),
    ...givenIssues(told.handling ?? {}),
  ];
}

/** The question that each fault of the record is shown under. */
const SHOWN: Readonly<Record<string, string>> = {
  system: 'means',
  title: 'means',
  toldBy: 'toldBy',
  toldAt: 'toldAt',
};

const missing = (at: keyof ToldSource, message: string): Issue => ({
  code: 'missing',
  severity: 'error',
  message,
  at,
});

function missingOf({ statement, toldBy, toldAt, means }: ToldSource): Issue[] {
  return [
    ...(statement
      ? []
      : [
          missing(
            'statement',
            'Select whether this is a fact, a report, an opinion, an inference or the subject’s own words',
          ),
        ]),
    ...(means?.trim()
      ? []
      : [missing('means', 'Enter how you learned this, such as a telephone call')]),
    ...(toldBy?.trim()
      ? []
      : [missing('toldBy', 'Enter who told you, or your own name if you saw it yourself')]),
    ...(toldAt ? [] : [missing('toldAt', 'Enter when you were told, or saw it')]),
  ];
}

function statementIssues(
  { statement }: ToldSource,
  lists: CodeLists,
  { host }: CaseContext,
): readonly Issue[] {
  if (!statement || codeInForce(lists, 'statement-type', statement, host.clock.today())) return [];
  return [
    {
      code: 'code-not-in-force',
      severity: 'error',
      message: 'Select again what kind of information this is: that code is not in use today',
      at: 'statement',
    },
  ];
}

const TOLD_IN_FUTURE: Issue = {
  code: 'date-in-future',
  severity: 'error',
  message: 'When you were told must be now or in the past',
  at: 'toldAt',
};
