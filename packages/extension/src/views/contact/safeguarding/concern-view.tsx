/**
 * A concern and its course: who was informed, the additions, its subject, its end. It stays on Today until somebody was
 * informed.
 */
import { acknowledgeConcern, concernState, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { FormEnd } from '../../../components/form-end.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { useEdit } from '../../act/use-edit.js';
import { useKeep } from '../../act/use-keep.js';
import { ConcernDetails } from './concern-details.js';
import { ConcernTag } from './concern-tag.js';
import { AddForm, CloseForm, NameForm } from './follow-forms.js';

type Concern = StoredRecord<'safeguardingConcern'>;
type Opened =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly why: string }
  | { readonly name: 'shown'; readonly concern: Concern; readonly subject: string | undefined };

const ASKED = ['told', 'toldWhom', 'toldAt', 'toldHow', 'reference'] as const;

export function ConcernView({ route }: { route: RouteOf<'concern'> }) {
  const opened = useConcern(route.concern, route.form);
  if (opened.name === 'shown') {
    const { concern, subject: about } = opened;
    const isNamed = concern.value.subjectId !== undefined;
    if (route.form === 'add') return <AddForm concern={concern} about={about} />;
    if (route.form === 'close') return <CloseForm concern={concern} about={about} />;
    if (route.form === 'name' && !isNamed) return <NameForm concern={concern} />;
  }
  return (
    <div class="cp-read">
      <PageHeading
        caption={opened.name === 'shown' ? (opened.subject ?? t('concern.list.nobody')) : undefined}
      >
        {t('concern.title')}
      </PageHeading>
      {opened.name === 'loading' && (
        <p class="govuk-body" role="status">
          {t('concern.loading')}
        </p>
      )}
      {opened.name === 'failed' && <ErrorSummary errors={[{ message: opened.why }]} />}
      {opened.name === 'shown' && <OpenedConcern concern={opened.concern} />}
    </div>
  );
}

function OpenedConcern({ concern }: { concern: Concern }) {
  const { router } = useApp();
  const state = concernState(concern.value);
  const goes = (form: NonNullable<RouteOf<'concern'>['form']>) => () =>
    router.go({ name: 'concern', concern: concern.id, form });
  return (
    <>
      <p class="govuk-hint">{t('concern.logged')}</p>
      <p class="govuk-body">
        <ConcernTag state={state} />
      </p>
      {state === 'untold' && <WarningText>{t('concern.call')}</WarningText>}
      <h2 class="govuk-heading-m">{t('concern.what')}</h2>
      <ConcernDetails concern={concern} />
      {state !== 'closed' && (
        <ButtonGroup>
          <Button kind="secondary" onPress={goes('add')}>
            {t('concern.add')}
          </Button>
          {state === 'open' && (
            <Button kind="secondary" onPress={goes('close')}>
              {t('concern.close')}
            </Button>
          )}
          {concern.value.subjectId === undefined && (
            <Button kind="secondary" onPress={goes('name')}>
              {t('concern.name')}
            </Button>
          )}
        </ButtonGroup>
      )}
      {state === 'untold' && <TellForm concern={concern} />}
    </>
  );
}

function TellForm({ concern }: { concern: Concern }) {
  const { services, router } = useApp();
  const form = useRecordForm({ kind: 'safeguardingConcern', only: ASKED });
  const work = useFormWork(`concern/${concern.id}`, form.values);
  const edit = useEdit(concern, form);
  const { isBusy, keep } = useKeep(form, work, edit);
  const save = (): Promise<void> =>
    keep(
      () => {
        const checked = form.check();
        if (!checked.ok) return undefined;
        const { told: whom = [], ...more } = checked.value;
        return acknowledgeConcern(edit?.held ?? concern, { ...more, told: whom }, services);
      },
      () => ({ heading: t('concern.saved'), go: () => router.back() }),
    );

  return (
    <>
      <h2 class="govuk-heading-m">{t('concern.tell')}</h2>
      <RecordForm
        form={form}
        lists={services.lists}
        on={services.today()}
        before={edit?.panel}
        onSubmit={() => void save()}
      >
        <FormEnd work={work} busy={isBusy} onCancel={() => router.back()}>
          {t('concern.save')}
        </FormEnd>
      </RecordForm>
    </>
  );
}

/**
 * Logged as looked at before it is shown: no log, no view. Read again for each form, since another may have changed it.
 */
function useConcern(id: Concern['id'], form: RouteOf<'concern'>['form']): Opened {
  const { services } = useApp();
  const opened = useSignal<Opened>({ name: 'loading' });
  useEffect(() => {
    let isGone = false;
    const open = async (): Promise<Opened> => {
      const [found] = await services.store.consult([id], 'safeguarding');
      const concern = await services.store.get('safeguardingConcern', id);
      if (!found || !concern) return { name: 'failed', why: t('today.gone') };
      const { subjectId } = concern.value;
      const subject = subjectId && (await services.store.get('subject', subjectId));
      return { name: 'shown', concern, subject: subject ? subject.value.name : undefined };
    };
    open().then(
      (next) => {
        if (!isGone) opened.value = next;
      },
      (error: unknown) => {
        if (!isGone) opened.value = { name: 'failed', why: asIssue(error).message };
      },
    );
    return () => {
      isGone = true;
    };
  }, [services, opened, id, form]);
  return opened.value;
}
