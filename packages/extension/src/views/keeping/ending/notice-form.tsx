import {
  correctionWords,
  type PastRecipient,
  type StoredRecord,
  writeNotice,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { cleanValues } from '../../../components/form-values.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';

export interface NoticeFormProps {
  subject: StoredRecord<'subject'>;
  recipient: PastRecipient;
  onKept: () => void;
}

/** The words of a notice to one recipient, which the officer may change; it names what was corrected, not what it said. */
export function NoticeForm({ subject, recipient, onKept }: NoticeFormProps) {
  const { services, session } = useApp();
  const { lists, host } = services;
  const isBusy = useSignal(false);
  const { record, disclosedOn, corrected } = recipient;
  const form = useRecordForm({
    kind: 'correctionNotice',
    only: ['recipient', 'words'],
    initial: { recipient: recipient.recipient, words: correctionWords(recipient) },
  });
  const work = useFormWork(`notice/${subject.id}/${record}/${disclosedOn}`, form.values);
  const save = async (): Promise<void> => {
    const typed = cleanValues(form.fields, form.values.value, () => true);
    const input = { ...typed, about: record, disclosedOn };
    const result = writeNotice(input, { host, lists, subject });
    form.showIssues(result.ok ? [] : result.issues);
    if (!result.ok || isBusy.value) return;
    isBusy.value = true;
    try {
      const { seq } = await services.store.commit(result.value.commit);
      await work.letGo();
      session.say({ heading: t('ending.correction.written'), seq });
      onKept();
    } catch (error) {
      form.showIssues([asIssue(error)]);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <section class="cp-record" aria-label={recipient.recipient}>
      <h3 class="govuk-heading-s">{recipient.recipient}</h3>
      <p class="govuk-body">
        {t('ending.correction.since', {
          date: writtenDate(disclosedOn),
          fields: corrected.join(', '),
        })}
      </p>
      <RecordForm
        form={form}
        work={work}
        lists={lists}
        on={services.today()}
        label={recipient.recipient}
        onSubmit={() => void save()}
      >
        <Button type="submit" kind="secondary" busy={isBusy.value}>
          {t('ending.correction.write')}
        </Button>
      </RecordForm>
    </section>
  );
}
