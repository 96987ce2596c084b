/** A concern of which nobody was told yet: what it says, and who has been told since. Until somebody was, it stays on Today. */
import { acknowledgeConcern, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/router.js';
import { useUnfinished } from '../../app/use-unfinished.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { FormEnd } from '../../components/form-end.js';
import { InsetText } from '../../components/inset-text.js';
import { PageHeading } from '../../components/page-heading.js';
import { RecordDetails } from '../../components/record-details.js';
import { RecordForm } from '../../components/record-form.js';
import { useRecordForm } from '../../components/use-record-form.js';
import { WarningText } from '../../components/warning-text.js';
import { writtenMoment } from '../../components/written-value.js';
import { t } from '../../locales/late.js';
import { asIssue } from '../as-issue.js';
import { useEdit } from '../use-edit.js';
import { useKeep } from '../use-keep.js';

type Concern = StoredRecord<'safeguardingConcern'>;
type Opened =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly why: string }
  | { readonly name: 'shown'; readonly concern: Concern; readonly subject: string | undefined };

const ASKED = ['told', 'toldWhom', 'toldAt', 'toldHow', 'reference'] as const;

export function ConcernView({ route }: { route: RouteOf<'concern'> }) {
  const opened = useConcern(route.concern);
  return (
    <div class="cp-read">
      <PageHeading caption={opened.name === 'shown' ? opened.subject : undefined}>
        {t('concern.title')}
      </PageHeading>
      {opened.name === 'loading' && (
        <p class="govuk-body" role="status">
          {t('concern.loading')}
        </p>
      )}
      {opened.name === 'failed' && <ErrorSummary errors={[{ message: opened.why }]} />}
      {opened.name === 'shown' && <TellForm concern={opened.concern} />}
    </div>
  );
}

function TellForm({ concern }: { concern: Concern }) {
  const { services, router } = useApp();
  const form = useRecordForm({ kind: 'safeguardingConcern', only: ASKED });
  const work = useUnfinished(`concern/${concern.id}`, form.values);
  const isTold = concern.value.told.some((code) => code !== 'nobody-yet');

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
      <p class="govuk-hint">{t('concern.logged')}</p>
      {!isTold && <WarningText>{t('concern.call')}</WarningText>}
      {isTold && <InsetText>{t('concern.done')}</InsetText>}
      <h2 class="govuk-heading-m">{t('concern.what')}</h2>
      <p class="govuk-body-s">
        {t('concern.raised', { moment: writtenMoment(concern.createdAt) })}
      </p>
      <RecordDetails
        kind="safeguardingConcern"
        value={concern.value}
        lists={services.lists}
        only={['what', 'riskNow', 'parentTold', 'whyParentNotTold', ...(isTold ? ASKED : [])]}
      />
      {!isTold && (
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
      )}
    </>
  );
}

/** Logged as looked at before it is shown: no log, no view. */
function useConcern(id: Concern['id']): Opened {
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
  }, [services, opened, id]);
  return opened.value;
}
