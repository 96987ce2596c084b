/** Record the people informed of a safeguarding concern after it was raised. It stays due until somebody is informed. */
import { isConcernTold } from '../../record/safeguarding-concern.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { sets, unless } from '../act/entry.js';

export type Acknowledgement = Pick<
  Input<'safeguardingConcern'>,
  | 'told'
  | 'toldWhom'
  | 'toldAt'
  | 'toldHow'
  | 'toldWhat'
  | 'reference'
  | 'parentTold'
  | 'whyParentNotTold'
>;

/** Records who was informed: just now, unless the officer gives another time. */
export function acknowledgeConcern(
  concern: StoredRecord<'safeguardingConcern'>,
  { told = [], toldWhom, toldAt, toldHow, toldWhat, reference, ...parent }: Acknowledgement,
  { host }: Pick<CaseContext, 'host'>,
): Result<CaseCommit> {
  const codes = told.filter((code) => code !== 'nobody-yet');
  if (isConcernTold(concern.value)) return failed(TOLD_ALREADY);
  if (codes.length === 0) return failed(told.length > 0 ? NOBODY_TOLD : WHO_WAS_TOLD);
  const now = host.clock.now();
  const at = toldAt ?? now;
  const issues = at > now ? [TOLD_IN_FUTURE] : [];
  const set = {
    told: codes,
    toldAt: at,
    ...(toldWhom ? { toldWhom } : {}),
    ...(toldHow ? { toldHow } : {}),
    ...(toldWhat ? { toldWhat } : {}),
    ...(reference ? { reference } : {}),
    // An answer that was given when the concern was raised is not overwritten.
    ...(concern.value.parentTold === undefined ? parentSaid(parent) : {}),
  } as Change<'safeguardingConcern'>['set'];
  return unless(issues, () => ({
    commit: { changes: [sets(concern, set)], reason: 'safeguarding' },
    id: concern.id,
  }));
}

function parentSaid({
  parentTold,
  whyParentNotTold,
}: Pick<Acknowledgement, 'parentTold' | 'whyParentNotTold'>) {
  if (!parentTold) return {};
  return {
    parentTold,
    ...(parentTold === 'no' && whyParentNotTold ? { whyParentNotTold } : {}),
  };
}

const WHO_WAS_TOLD: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Select who has been told',
  at: 'told',
};

const TOLD_ALREADY: Issue = {
  code: 'told-already',
  severity: 'error',
  message: 'Somebody has been told about this concern already. Add to it who else was told.',
  at: 'told',
};

const NOBODY_TOLD: Issue = {
  code: 'nobody-told',
  severity: 'error',
  message:
    'While nobody has been told, there is nothing to save: the concern stays on Today. Tell somebody, then select who.',
  at: 'told',
};

const TOLD_IN_FUTURE: Issue = {
  code: 'date-in-future',
  severity: 'error',
  message: 'When they were told must be now or in the past',
  at: 'toldAt',
};
