/** Dates about one person that cannot all be right: each reported in a sentence, and left for a human to settle. */
import { latestBirth } from '../../record/births.js';
import type { RecordKind } from '../../record/kind.js';
import { saysOffence } from '../../record/under-ten.js';
import { writtenDate } from '../../shared/dates.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { behaviourOnly, dayOfBehaviour } from '../act/offence-state.js';

export interface DateContradiction {
  readonly kind:
    | 'contact-before-referral'
    | 'contact-before-birth'
    | 'referral-before-birth'
    | 'incident-before-birth'
    | 'incident-after-referral'
    | 'offence-under-ten'
    | 'offence-age-not-known';
  /** The contradiction, and the action to take. */
  readonly message: string;
  /** The record with a date that may be wrong. */
  readonly record: RecordId;
}

/** The parts of a record that are read. */
type Held<K extends RecordKind> = Pick<StoredRecord<K>, 'id' | 'value'>;

export interface DatedCase {
  readonly subject: Held<'subject'>;
  readonly referrals: readonly Held<'referral'>[];
  /** The current ones: an entry that a later one corrects is ignored. */
  readonly interventions: readonly Held<'intervention'>[];
  readonly offences?: readonly Held<'offence'>[];
}

/** Lists contradictions in the order of the records; empty if all dates agree. */
export function dateContradictions(file: DatedCase): readonly DateContradiction[] {
  const { bornOn } = file.subject.value;
  return [
    ...file.referrals.flatMap((referral) => ofReferral(referral, bornOn)),
    ...ofContacts(file, bornOn),
    ...(file.offences ?? []).flatMap((offence) => ofOffence(offence, file.subject)),
  ];
}

/** A date of birth that was given later can make somebody under ten at the time: nothing is changed by itself. */
function ofOffence(
  { id, value }: Held<'offence'>,
  { value: subject }: Held<'subject'>,
): readonly DateContradiction[] {
  if (!saysOffence(value)) return [];
  const why = behaviourOnly(value, subject);
  const born = latestBirth(subject);
  if (why === 'under-ten' && born !== undefined)
    return [
      {
        kind: 'offence-under-ten',
        message: `A suspected offence is on record as of ${writtenDate(dayOfBehaviour(value))}, and with the date of birth ${writtenDate(born)} they were under 10. A child under 10 cannot commit an offence, so lists and papers show it as behaviour only. Keep it as behaviour only, or correct the date that is wrong.`,
        record: id,
      },
    ];
  if (why === 'age-not-known')
    return [
      {
        kind: 'offence-age-not-known',
        message:
          'A suspected offence is on record, and nobody has said whether they were 10 or over at the time. Lists and papers show it as behaviour only. Add the date of birth, or say how old they were.',
        record: id,
      },
    ];
  return [];
}

function ofReferral(
  { id, value: { receivedOn, incidentDates } }: Held<'referral'>,
  bornOn: PlainDate | undefined,
): readonly DateContradiction[] {
  const found: DateContradiction[] = [];
  const tell = (kind: DateContradiction['kind'], message: string): void => {
    found.push({ kind, message, record: id });
  };
  const received = writtenDate(receivedOn);
  if (bornOn !== undefined && receivedOn < bornOn)
    tell(
      'referral-before-birth',
      `A referral was received on ${received}, before the date of birth, ${writtenDate(bornOn)}. Correct the one that is wrong.`,
    );
  for (const date of incidentDates) {
    if (bornOn !== undefined && date < bornOn)
      tell(
        'incident-before-birth',
        `An incident is dated ${writtenDate(date)}, before the date of birth, ${writtenDate(bornOn)}. Correct the one that is wrong.`,
      );
    if (date > receivedOn)
      tell(
        'incident-after-referral',
        `An incident is dated ${writtenDate(date)}, after the referral that reports it was received, ${received}. Correct the one that is wrong.`,
      );
  }
  return found;
}

/** Reports one sentence for the first contact: later ones add nothing. */
function ofContacts(
  { referrals, interventions }: DatedCase,
  bornOn: PlainDate | undefined,
): readonly DateContradiction[] {
  const [first] = interventions.toSorted(({ value: a }, { value: b }) =>
    a.heldOn.localeCompare(b.heldOn),
  );
  if (!first) return [];
  const { heldOn } = first.value;
  const held = `A contact is dated ${writtenDate(heldOn)}`;
  if (bornOn !== undefined && heldOn < bornOn)
    return [
      {
        kind: 'contact-before-birth',
        message: `${held}, before the date of birth, ${writtenDate(bornOn)}. Correct the one that is wrong.`,
        record: first.id,
      },
    ];
  const [received] = referrals.map(({ value }) => value.receivedOn).sort();
  if (received === undefined || heldOn >= received) return [];
  return [
    {
      kind: 'contact-before-referral',
      message: `${held}, before the first referral was received, ${writtenDate(received)}. Correct the one that is wrong, or leave both where the contact came first.`,
      record: first.id,
    },
  ];
}
