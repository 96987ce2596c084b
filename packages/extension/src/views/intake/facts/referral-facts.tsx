import {
  birthsOf,
  civilDay,
  codeLabel,
  type ReferralFacts as Known,
  type RecordOf,
  referralAsKnown,
  referralFacts,
  type StoredRecord,
  type UnknownFact,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { type Fact, Facts } from '../../../components/facts.js';
import { t } from '../../../locales/late.js';
import { birthDates } from '../../act/either-of.js';

export interface ReferralFactsProps {
  referral: StoredRecord<'referral'>;
  /** Every record of its person. */
  records: readonly StoredRecord[];
}

/** A referral in brief, for the decision on it: what is alleged, who said so, and what is not known. */
export function ReferralFacts({ referral, records }: ReferralFactsProps) {
  const { services, router } = useApp();
  const { lists } = services;
  const value = referralAsKnown(referral, offencesIn(records), subjectIn(referral, records)?.value);
  const known = referralFacts(referral, records);
  const on = civilDay(referral.createdAt);
  const received = writtenDate(value.receivedOn);
  const from = fromWords(known, (code) => codeLabel(lists, 'referral-route', code, on));
  // Said once, among what nobody has said yet: the choices come after the facts on a narrow screen.
  const unlessUnknown = (fact: UnknownFact, row: Fact) =>
    known.unknown.includes(fact) ? [] : [row];
  return (
    <Facts
      title={t('facts.referral')}
      rows={[
        ...unlessUnknown('account', {
          label: t('facts.alleged'),
          value: value.narrative,
          isProse: true,
        }),
        ...(value.narrative && value.narrativeStatement
          ? [
              {
                label: t('facts.alleged.said'),
                value: codeLabel(lists, 'statement-type', value.narrativeStatement, on),
              },
            ]
          : []),
        ...lines(t('facts.offences'), value.suspectedOffences),
        ...lines(t('facts.law'), value.lawMentioned),
        ...lines(t('facts.incidents'), value.incidentDates.map(writtenDate)),
        ...lines(t('facts.risk'), value.statedRisk ? [value.statedRisk] : []),
        ...(from || !known.unknown.includes('referrer')
          ? [{ label: t('facts.from'), value: from }]
          : []),
        {
          label: t('facts.received'),
          value: value.reference
            ? t('facts.received.reference', { date: received, reference: value.reference })
            : received,
        },
        ...unlessUnknown('told', {
          label: t('facts.told'),
          value: toldWords(known, (code) => codeLabel(lists, 'told-whom', code, on)),
        }),
        ...unlessUnknown('willing', {
          label: t('facts.willing'),
          value: willingWords(known, (code) => codeLabel(lists, 'participation-answer', code, on)),
        }),
        {
          label: t('facts.others'),
          value:
            known.others.length === 0
              ? t('facts.others.none')
              : known.others
                  .map((other) =>
                    t('facts.others.one', {
                      date: writtenDate(other.value.receivedOn),
                      status: codeLabel(lists, 'referral-status', other.value.status),
                    }),
                  )
                  .join('\n'),
        },
        {
          label: t('facts.concern'),
          value: t(known.hasOpenConcern ? 'facts.concern.open' : 'facts.concern.none'),
        },
        ...lines(
          t('facts.unknown'),
          known.unknown.map((fact) => unknownWords(fact, value, records)),
        ),
      ]}
    >
      <Button kind="link" onPress={() => router.go({ name: 'referral', referral: referral.id })}>
        {t('facts.whole.referral')}
      </Button>
      <Button kind="link" onPress={() => router.go({ name: 'subject', subject: value.subjectId })}>
        {t('facts.whole.person')}
      </Button>
    </Facts>
  );
}

/**
 * Names the dates of birth where several are on record: the age group hangs on which is right. An account that was read
 * and left out is told apart from one that nobody gave.
 */
function unknownWords(
  fact: UnknownFact,
  { subjectId, narrativeOmission }: RecordOf<'referral'>,
  records: readonly StoredRecord[],
): string {
  if (fact === 'account' && narrativeOmission !== undefined) return t('facts.unknown.account.left');
  const subject = subjectIn({ value: { subjectId } }, records);
  const births = fact === 'born' && subject ? birthsOf(subject.value) : [];
  return births.length > 1
    ? t('facts.unknown.born.which', { dates: birthDates(births) })
    : t(`facts.unknown.${fact}`);
}

function subjectIn(
  { value: { subjectId } }: { readonly value: Pick<RecordOf<'referral'>, 'subjectId'> },
  records: readonly StoredRecord[],
): StoredRecord<'subject'> | undefined {
  return records.find(
    (record): record is StoredRecord<'subject'> =>
      record.kind === 'subject' && record.id === subjectId,
  );
}

function offencesIn(records: readonly StoredRecord[]): readonly StoredRecord<'offence'>[] {
  return records.filter((record): record is StoredRecord<'offence'> => record.kind === 'offence');
}

/** A row of lines; no row if there are none. */
function lines(label: string, texts: readonly string[]) {
  return texts.length === 0 ? [] : [{ label, value: texts.join('\n') }];
}

type LabelOf = (code: string) => string;

function fromWords({ referral, referrer }: Known, route: LabelOf): string | undefined {
  const { name, role, organisation } = referrer?.value ?? {};
  const said = [name, role, organisation].filter(Boolean).join(', ');
  return said || (referral.value.route && route(referral.value.route));
}

function toldWords({ tellings }: Known, whomOf: LabelOf): string {
  return tellings
    .map(({ value: { whom, wasTold, on } }) =>
      t(wasTold === 'told' ? 'facts.told.yes' : 'facts.told.no', {
        whom: whomOf(whom),
        date: writtenDate(on),
      }),
    )
    .join('\n');
}

function willingWords({ participation }: Known, answerOf: LabelOf): string | undefined {
  if (!participation) return undefined;
  const { answer, saidOn, withdrawnOn } = participation.value;
  return withdrawnOn === undefined
    ? t('facts.willing.said', { answer: answerOf(answer), date: writtenDate(saidOn) })
    : t('facts.willing.withdrawn', { date: writtenDate(withdrawnOn) });
}
