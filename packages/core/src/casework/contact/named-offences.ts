/** Offences that are named on a person's record, which somebody who finds no grounds to suspect one has to have read. */
import type { StoredRecord } from '../../store/log/port.js';
import { isMatterOver, presentStanding, referralAsKnown } from '../act/offence-state.js';

export interface NamedOffence {
  /** The words that were read; absent for a section without words. */
  readonly words?: string;
  /** A code of `cma-section`. */
  readonly section?: string;
  /** A code of `offence-status`. */
  readonly status?: string;
  readonly record: StoredRecord['id'];
}

/** Suspected offences and words of referrals, without the matters that ended. */
export function namedOffences(
  records: readonly StoredRecord[],
  subject: StoredRecord<'subject'>,
): readonly NamedOffence[] {
  const own = records.filter(({ value }) => Reflect.get(value, 'subjectId') === subject.id);
  const offences = own.filter(
    (record): record is StoredRecord<'offence'> => record.kind === 'offence',
  );
  const open = offences.filter(({ value }) => !isMatterOver(value, subject.value));
  const said = new Set(open.flatMap(({ value }) => value.asRead ?? []));
  const words = own
    .filter((record): record is StoredRecord<'referral'> => record.kind === 'referral')
    .flatMap((referral) => {
      const { suspectedOffences, lawMentioned } = referralAsKnown(
        referral,
        offences,
        subject.value,
      );
      return [...suspectedOffences, ...lawMentioned].map((each) => ({
        words: each,
        record: referral.id,
      }));
    })
    .filter((each) => !said.has(each.words));
  return [
    ...open.map(({ id, value: { asRead, section, ...rest } }) => {
      const status = presentStanding(rest)?.status;
      return {
        record: id,
        ...(asRead === undefined ? {} : { words: asRead }),
        ...(section === undefined ? {} : { section }),
        ...(status === undefined ? {} : { status }),
      };
    }),
    ...words,
  ];
}
