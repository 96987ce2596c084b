import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { choicesOf } from '../../components/choice.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { Select } from '../../components/select.js';
import { TextInput } from '../../components/text-input.js';
import { t } from '../../locales/translate.js';
import { asIssue } from '../as-issue.js';
import type { PreparedSummary } from './prepare.js';

export interface ExportFormProps {
  subject: RecordId;
  prepared: PreparedSummary;
}

/** A file leaves only after the disclosure is logged: where to, to whom, why. */
export function ExportForm({ subject, prepared }: ExportFormProps) {
  const { services, session } = useApp();
  const destination = useSignal('');
  const recipient = useSignal('');
  const reason = useSignal('');
  const isAsked = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const today = services.today();
  const missing = {
    destination: destination.value ? undefined : t('summary.destination.missing'),
    recipient: recipient.value.trim() ? undefined : t('summary.recipient.missing'),
    reason: reason.value ? undefined : t('summary.reason.missing'),
  };
  const shown = isAsked.value
    ? missing
    : { destination: undefined, recipient: undefined, reason: undefined };

  const save = async (form: 'md' | 'html'): Promise<void> => {
    isAsked.value = true;
    problem.value = undefined;
    if (Object.values(missing).some(Boolean)) return;
    try {
      await services.store.commit({
        changes: [],
        reason: reason.value,
        audit: [
          {
            action: 'disclosure',
            records: [subject],
            // The whole record as the template shows it, so that no field is named.
            fields: [],
            reason: reason.value,
            recipients: [destination.value, recipient.value.trim()],
          },
        ],
      });
    } catch (error) {
      problem.value = asIssue(error).message;
      return;
    }
    const name = `${prepared.rendered.id}-${today}-${subject.slice(0, 8)}.${form}`;
    if (form === 'md') services.download(name, 'text/markdown', prepared.rendered.markdown);
    else services.download(name, 'text/html', prepared.document);
    session.say({ heading: t('summary.exported') });
  };

  const errors = [
    ...(shown.destination ? [{ message: shown.destination, fieldId: 'export-destination' }] : []),
    ...(shown.recipient ? [{ message: shown.recipient, fieldId: 'export-recipient' }] : []),
    ...(shown.reason ? [{ message: shown.reason, fieldId: 'export-reason' }] : []),
    ...(problem.value ? [{ message: problem.value }] : []),
  ];
  return (
    <Form label={t('summary.export')} onSubmit={() => void save('html')}>
      <h2 class="govuk-heading-m">{t('summary.export')}</h2>
      <p class="govuk-body">{t('summary.export.why')}</p>
      <ErrorSummary errors={errors} />
      <Select
        id="export-destination"
        label={t('summary.destination')}
        error={shown.destination}
        choices={choicesOf(services.lists, 'export-destination', today)}
        value={destination.value}
        onValue={(value) => {
          destination.value = value;
        }}
      />
      <TextInput
        id="export-recipient"
        label={t('summary.recipient')}
        hint={t('summary.recipient.hint')}
        error={shown.recipient}
        width={20}
        value={recipient.value}
        onValue={(value) => {
          recipient.value = value;
        }}
      />
      <Select
        id="export-reason"
        label={t('summary.reason')}
        error={shown.reason}
        choices={choicesOf(services.lists, 'reason', today)}
        value={reason.value}
        onValue={(value) => {
          reason.value = value;
        }}
      />
      <ButtonGroup>
        <Button type="submit">{t('summary.html')}</Button>
        <Button kind="secondary" onPress={() => void save('md')}>
          {t('summary.markdown')}
        </Button>
      </ButtonGroup>
    </Form>
  );
}
