/** Forms of an open concern: an addition, its subject once known, and its end. */
import {
  addToConcern,
  closeConcern,
  failed,
  type Issue,
  nameConcern,
  type RecordId,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { asText } from '../../../components/form-values.js';
import { PageHeading } from '../../../components/page-heading.js';
import { Textarea } from '../../../components/textarea.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { useSave } from '../../act/use-save.js';
import { SubjectSelect } from '../../case/subject-select.js';
import { ADDITION_FIELDS } from './addition-fields.js';
import { ConcernDetails } from './concern-details.js';
import { isSomebodyTold } from './concern-form.js';

export interface FollowFormProps {
  concern: StoredRecord<'safeguardingConcern'>;
  /** Name of the person that it is about. */
  about: string | undefined;
}

/** The words of an addition: under a name of its own, since the record has words too. */
const SINCE = 'since';
const since = ADDITION_FIELDS.find(({ name }) => name === 'what');

export function AddForm({ concern, about }: FollowFormProps) {
  const { services } = useApp();
  return (
    <ActForm
      kind="safeguardingConcern"
      title={t('concern.add')}
      caption={about ?? t('concern.list.nobody')}
      intro={
        <>
          <p class="govuk-body">{t('concern.add.intro')}</p>
          <ConcernDetails concern={concern} />
        </>
      }
      only={['reference', 'riskNow', 'told', 'toldWhom', 'toldAt', 'toldHow', 'reviewOn']}
      shownWhen={{
        toldWhom: isSomebodyTold,
        toldAt: isSomebodyTold,
        toldHow: isSomebodyTold,
      }}
      also={[SINCE]}
      extra={(form) => (
        <Textarea
          id={form.controlId(SINCE)}
          label={since?.label ?? ''}
          hint={since?.hint}
          error={form.errorAt(SINCE)}
          value={asText(form.values.value[SINCE])}
          onValue={(value) => form.set(SINCE, value)}
        />
      )}
      workKey={`concern/add/${concern.id}`}
      submit={t('concern.add.save')}
      said={t('concern.add.saved')}
      act={({ values, typed }) => {
        const made = addToConcern(concern, { ...values, what: asText(typed[SINCE]) }, services);
        if (made.ok) return made;
        return failed(
          ...made.issues.map((issue) => (issue.at === 'what' ? { ...issue, at: SINCE } : issue)),
        );
      }}
    />
  );
}

const CLOSING = ['closedWhy', 'closedOn'] as const;

export function CloseForm({ concern, about }: FollowFormProps) {
  const { services } = useApp();
  return (
    <ActForm
      kind="safeguardingConcern"
      title={t('concern.close')}
      caption={about ?? t('concern.list.nobody')}
      intro={
        <>
          <p class="govuk-body">{t('concern.close.intro')}</p>
          <ConcernDetails concern={concern} />
        </>
      }
      only={CLOSING}
      needed={CLOSING}
      opened={concern}
      initial={{ closedOn: services.today() }}
      workKey={`concern/close/${concern.id}`}
      submit={t('concern.close.save')}
      said={t('concern.close.saved')}
      act={({ values: { closedOn, closedWhy }, held }) =>
        closeConcern(held ?? concern, { closedOn, closedWhy }, services)
      }
    />
  );
}

export function NameForm({ concern }: Pick<FollowFormProps, 'concern'>) {
  const { services, router } = useApp();
  const chosen = useSignal('');
  const error = useSignal<string | undefined>(undefined);
  const { isBusy, save: keep } = useSave();
  const show = ([issue]: readonly Issue[]): void => {
    error.value = issue?.message;
  };
  const save = async (): Promise<void> => {
    const subject = chosen.value
      ? await services.store.get('subject', chosen.value as RecordId).catch(() => undefined)
      : undefined;
    await keep(
      { work: `name-concern/${concern.id}`, show },
      [concern.heads, chosen.value],
      () => nameConcern(concern, subject),
      () => ({
        heading: t('concern.name.saved', { name: subject?.value.name ?? '' }),
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
        <ConcernDetails concern={concern} />
        <SubjectSelect
          id="concern-subject"
          label={t('concern.name.who')}
          error={error.value}
          value={chosen.value}
          onValue={(value) => {
            chosen.value = value;
          }}
        />
        <ButtonGroup>
          <Button type="submit" busy={isBusy}>
            {t('concern.name.save')}
          </Button>
          <Button kind="link" onPress={() => router.back()}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </div>
  );
}
