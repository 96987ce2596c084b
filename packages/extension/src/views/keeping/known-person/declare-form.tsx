import { declareKnown, type Issue, type RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { CameBack } from '../../../components/came-back.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { FormEnd } from '../../../components/form-end.js';
import { asText, type FormValues } from '../../../components/form-values.js';
import { PageHeading } from '../../../components/page-heading.js';
import { TextInput } from '../../../components/text-input.js';
import { Textarea } from '../../../components/textarea.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { t } from '../../../locales/late.js';
import { useSave } from '../../act/use-save.js';

interface DeclareFormProps {
  subject: RecordId;
  name: string;
}

/** Says what closing the record means before it asks for anything: it cannot be taken back. */
export function DeclareForm({ subject, name }: DeclareFormProps) {
  const { services, router } = useApp();
  const { officer } = useOpenVault();
  const { isBusy, save } = useSave();
  const id = useId();
  const values = useSignal<FormValues>({});
  const issues = useSignal<readonly Issue[]>([]);
  const work = useFormWork(`known-person/${subject}`, values);
  const wrong = useStillWrong(issues.value, { toName: values.value.supervisor });
  const problem = wrong.find(({ at }) => at === 'toName')?.message;
  const set = (field: string, text: string): void => {
    values.value = { ...values.value, [field]: text };
  };
  const show = (found: readonly Issue[]): void => {
    issues.value = found;
  };
  const declare = (): Promise<void> =>
    save(
      { work, show },
      values.value,
      async () =>
        declareKnown(
          {
            supervisor: asText(values.value.supervisor),
            words: asText(values.value.words),
          },
          {
            host: services.host,
            lists: services.lists,
            officer: { id: officer.id, name: officer.name },
            subject: await services.store.get('subject', subject),
          },
        ),
      () => ({
        heading: t('known.saved'),
        isFinal: true,
        // The same screen goes on: the record is closed by now, and the supervisor is to be told.
        go: () => router.go({ name: 'know-person', subject }),
      }),
    );
  return (
    <div class="cp-read">
      <PageHeading>{t('known.title', { name })}</PageHeading>
      <p class="govuk-body">{t('known.intro')}</p>
      <h2 class="govuk-heading-s">{t('known.closes')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('known.closes.record', { name })}</li>
        <li>{t('known.closes.drafts')}</li>
        <li>{t('known.closes.told')}</li>
        <li>{t('known.closes.back')}</li>
        <li>{t('known.closes.danger')}</li>
      </ul>
      <CameBack work={work}>
        <Form label={t('known.act')} onSubmit={() => void declare()}>
          <ErrorSummary
            check={issues.value}
            errors={wrong.map(({ message, at }) => ({
              message,
              fieldId: at === 'toName' ? id : undefined,
            }))}
          />
          <TextInput
            id={id}
            label={t('known.supervisor')}
            error={problem}
            width={20}
            value={asText(values.value.supervisor)}
            onValue={(text) => set('supervisor', text)}
          />
          <Textarea
            label={t('known.words')}
            hint={t('known.words.hint')}
            rows={3}
            value={asText(values.value.words)}
            onValue={(text) => set('words', text)}
          />
          <FormEnd work={work} busy={isBusy} onCancel={() => router.back()}>
            {t('known.save', { name })}
          </FormEnd>
        </Form>
      </CameBack>
    </div>
  );
}
