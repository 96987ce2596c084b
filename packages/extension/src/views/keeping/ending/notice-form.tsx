import {
  correctionWords,
  type PastRecipient,
  type StoredRecord,
  writeNotice,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { FormEnd } from '../../../components/form-end.js';
import { cleanValues } from '../../../components/form-values.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useKeep } from '../../act/use-keep.js';

export interface NoticeFormProps {
  subject: StoredRecord<'subject'>;
  recipient: PastRecipient;
  /** Referrals of the subject: the notice says by a reference whom it is about. */
  referrals: readonly StoredRecord<'referral'>[];
  onKept: () => void;
}

/**
 * Words of a notice to one recipient, which the officer may change. It names the corrected field, not its value.
 */
export function NoticeForm({ subject, recipient, referrals, onKept }: NoticeFormProps) {
  const { services, router } = useApp();
  const { lists, host } = services;
  const { record, disclosedOn, corrected } = recipient;
  const form = useRecordForm({
    kind: 'correctionNotice',
    only: ['recipient', 'words'],
    initial: {
      recipient: recipient.recipient,
      words: correctionWords(recipient, referrals, subject.value),
    },
  });
  const work = useFormWork(`notice/${subject.id}/${record}/${disclosedOn}`, form.values);
  const { isBusy, keep } = useKeep(form, work);
  const write = (): Promise<void> =>
    keep(
      () => {
        const typed = cleanValues(form.fields, form.values.value, () => true);
        return writeNotice({ ...typed, about: record, disclosedOn }, { host, lists, subject });
      },
      () => ({ heading: t('ending.correction.written'), go: onKept }),
    );
  const since = t('ending.correction.since', {
    date: writtenDate(disclosedOn),
    fields: corrected.join(', '),
  });
  return (
    <div class="cp-record">
      <h3 class="govuk-heading-s">{recipient.recipient}</h3>
      <p class="govuk-body">{since}</p>
      <RecordForm
        form={form}
        work={work}
        lists={lists}
        on={services.today()}
        label={`${recipient.recipient}. ${since}`}
        onSubmit={() => void write()}
      >
        <FormEnd work={work} kind="secondary" busy={isBusy} onCancel={() => router.back()}>
          {t('ending.correction.write')}
        </FormEnd>
      </RecordForm>
    </div>
  );
}
