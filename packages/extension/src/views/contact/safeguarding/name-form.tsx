import { type Issue, nameConcern, type RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { useSave } from '../../act/use-save.js';
import { SubjectSelect } from '../../case/choose/subject-select.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { useSubjectNames } from '../../case/use-subject-names.js';
import { ConcernBrief } from './concern-brief.js';
import type { Concern } from './use-concern.js';

/** Says who a concern about nobody is about. */
export function NameForm({ concern }: { concern: Concern }) {
  const nameOf = useNameApart();
  const { services, router } = useApp();
  const chosen = useSignal('');
  const error = useSignal<string | undefined>(undefined);
  const { isBusy, save: keep } = useSave();
  const show = ([issue]: readonly Issue[]): void => {
    error.value = issue?.message;
  };
  // Namesakes are told apart on the button too.
  const name = useSubjectNames().get(chosen.value as RecordId);
  const save = async (): Promise<void> => {
    const subject = chosen.value
      ? await services.store.get('subject', chosen.value as RecordId).catch(() => undefined)
      : undefined;
    await keep(
      { work: `name-concern/${concern.id}`, show },
      [concern.heads, chosen.value],
      () => nameConcern(concern, subject),
      () => ({
        heading: t('concern.name.saved', { name: subject ? nameOf(subject) : '' }),
        go: () =>
          subject && router.go({ name: 'subject', subject: subject.id, section: 'concerns' }),
      }),
    );
  };
  return (
    <div class="cp-read">
      <PageHeading caption={t('concern.list.nobody')}>{t('concern.name')}</PageHeading>
      <Form onSubmit={() => void save()}>
        {error.value && (
          <ErrorSummary errors={[{ message: error.value, fieldId: 'concern-subject' }]} />
        )}
        <ConcernBrief concern={concern} />
        <SubjectSelect
          id="concern-subject"
          label={t('concern.name.who')}
          isNeeded
          error={error.value}
          value={chosen.value}
          onValue={(value) => {
            chosen.value = value;
            error.value = undefined;
          }}
        />
        <p class="govuk-body">
          {t('concern.name.not-held')}{' '}
          <Button kind="link" onPress={() => router.go({ name: 'identify' })}>
            {t('concern.name.record')}
          </Button>
        </p>
        <ButtonGroup>
          <Button type="submit" busy={isBusy}>
            {name === undefined ? t('concern.name.save') : t('concern.name.save.of', { name })}
          </Button>
          <Button kind="link" onPress={() => router.back()}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </div>
  );
}
