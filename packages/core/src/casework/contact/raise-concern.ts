/**
 * Raise a safeguarding concern. Nothing blocks it: one sentence is enough, missing answers are marked as missing, and a
 * value that does not fit its field is kept in words. A child in danger comes first.
 */
import * as v from 'valibot';
import { checkRecord } from '../../record/check.js';
import { fieldsOf, RECORD_SCHEMAS, type RecordOf } from '../../record/kind.js';
import type { Host, Issue } from '../../shared/index.js';
import { passed, type Result } from '../../shared/issue.js';
import type { CaseCommit, Input } from '../act/context.js';
import { makes } from '../act/entry.js';

/** The fields entered when it is raised; the rest are added later. */
export type RaisedConcern = Omit<
  Input<'safeguardingConcern'>,
  'additions' | 'reviewOn' | 'closedOn' | 'closedWhy'
>;

export interface ConcernContext {
  readonly host: Pick<Host, 'clock' | 'random'>;
}

/**
 * Records a concern for somebody’s safety at once, however little is known.
 *
 * @returns the commit, with a warning for each thing that is still to be done; fails only if `what` is empty or too
 * long
 */
export function raiseConcern(input: RaisedConcern, { host }: ConcernContext): Result<CaseCommit> {
  const { fits, unfit } = sorted(input);
  const checked = checkRecord('safeguardingConcern', {
    // A question that is not answered says nothing, and not that nobody was told.
    told: [],
    ...fits,
    what: [input.what, ...unfit].filter((text) => text !== undefined).join('\n\n'),
    id: host.random.id(),
  });
  if (!checked.ok)
    return {
      ok: false,
      issues: checked.issues.map((issue) =>
        issue.at === 'what' ? { ...issue, message: SAY_WHAT } : issue,
      ),
    };
  const concern = checked.value;
  return passed(
    {
      commit: { changes: [makes('safeguardingConcern', concern)], reason: 'safeguarding' },
      id: concern.id,
    },
    [...unfit.map(() => UNFIT), ...stillToDo(concern)],
  );
}

const SAY_WHAT =
  'Enter what the concern is, in 200,000 characters or fewer. A few words are enough.';

/**
 * Separates the fields that are valid from the others, which are kept as words, so that nothing typed is lost or blocks
 * the save.
 */
function sorted(input: RaisedConcern): {
  readonly fits: Readonly<Record<string, unknown>>;
  readonly unfit: readonly string[];
} {
  const { entries } = RECORD_SCHEMAS.safeguardingConcern;
  const fits: Record<string, unknown> = {};
  const unfit: string[] = [];
  for (const { name, label } of fieldsOf('safeguardingConcern')) {
    const value = input[name as keyof typeof input];
    if (name === 'what' || name === 'id' || value === undefined || value === '') continue;
    if (v.is(entries[name as keyof typeof entries], value)) fits[name] = value;
    else unfit.push(`${label} ${String(value)}`);
  }
  return { fits, unfit };
}

const UNFIT: Issue = {
  code: 'kept-in-words',
  severity: 'warning',
  message:
    'Something that was entered does not fit its field. It is kept in the text of the concern.',
  at: 'what',
};

function stillToDo(concern: RecordOf<'safeguardingConcern'>): readonly Issue[] {
  const { told, riskNow, toldWhom, toldAt, toldHow, parentTold, whyParentNotTold } = concern;
  const { crimeDisclosed, crimeReference } = concern;
  const isTold = told.some((code) => code !== 'nobody-yet');
  const isOpen = (answer: string | undefined): boolean =>
    answer === undefined || answer === 'not-known';
  const missing: (readonly [boolean, string, string])[] = [
    [
      riskNow === 'immediate' && !told.includes('emergency-services'),
      'told',
      'Call 999 now, then record that you did',
    ],
    [isOpen(riskNow), 'riskNow', 'Say how serious the risk is now'],
    [
      told.includes('nobody-yet') && !isTold,
      'told',
      'Nobody has been told yet. Tell the designated lead or children’s social care.',
    ],
    [
      told.length === 0,
      'told',
      'Say who has been told. If nobody has, tell the designated lead or children’s social care.',
    ],
    [isTold && toldWhom === undefined, 'toldWhom', 'Add the name or team that was told'],
    [isTold && toldAt === undefined, 'toldAt', 'Say when they were told'],
    [isTold && toldHow === undefined, 'toldHow', 'Say how they were told'],
    [isOpen(parentTold), 'parentTold', 'Say whether the parent or carer was told'],
    [
      parentTold === 'no' && whyParentNotTold === undefined,
      'whyParentNotTold',
      'Say why the parent or carer was not told',
    ],
    [
      crimeDisclosed === 'yes' && crimeReference === undefined,
      'crimeReference',
      'Have the crime recorded, and add its reference',
    ],
  ];
  return missing
    .filter(([applies]) => applies)
    .map(([, at, message]) => ({ code: 'still-to-do', severity: 'warning', message, at }));
}
