import { acknowledgeConcern } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { FormEnd } from '../../../components/form-end.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useEdit } from '../../act/use-edit.js';
import { useKeep } from '../../act/use-keep.js';
import { CONCERN_SHOWN_WHEN } from './concern-form.js';
import { SavedBody } from './saved-body.js';
import type { Concern } from './use-concern.js';

const TOLD = ['told', 'toldWhom', 'toldAt', 'toldHow', 'toldWhat', 'reference'] as const;
const PARENT = ['parentTold', 'whyParentNotTold'] as const;

/** Asks who was told, on the page of a concern that nobody was told of. */
export function TellForm({ concern }: { concern: Concern }) {
  const { services, router } = useApp();
  const form = useRecordForm({
    kind: 'safeguardingConcern',
    initial: { subjectId: concern.value.subjectId ?? null },
    // Keeps an answer about the parent from when the concern was raised.
    only: concern.value.parentTold === undefined ? [...TOLD, ...PARENT] : TOLD,
    shownWhen: { whyParentNotTold: CONCERN_SHOWN_WHEN.whyParentNotTold },
  });
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
      () => ({
        heading: t('concern.saved'),
        body: <SavedBody concern={concern.id} />,
        go: () => router.back(),
      }),
    );
  return (
    <>
      <h2 class="govuk-heading-m">{t('concern.tell')}</h2>
      <RecordForm
        form={form}
        work={work}
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
