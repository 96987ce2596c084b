import { checkSuitability, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { FormEnd } from '../../../components/form-end.js';
import { cleanValues } from '../../../components/form-values.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useEdit } from '../../act/use-edit.js';
import { useKeep } from '../../act/use-keep.js';
import { SuitabilityFields, suitabilityOf } from './suitability-fields.js';

export interface SuitabilityFormProps {
  enquiry: StoredRecord<'enquiry'>;
  onSaved: () => void;
}

/** Facts known by now, after a reply came back: the risk, the tier, the checklist. */
export function SuitabilityForm({ enquiry, onSaved }: SuitabilityFormProps) {
  const { services, router } = useApp();
  const { host, lists } = services;
  const { riskNow, tier, suitability = [] } = enquiry.value;
  const form = useRecordForm({
    kind: 'enquiry',
    only: ['riskNow', 'tier'],
    initial: {
      riskNow,
      tier,
      suitability: Object.fromEntries(
        suitability.map(({ question, answer }) => [question, answer]),
      ),
    },
  });
  const work = useFormWork(`suitability/${enquiry.id}`, form.values);
  const values = form.values.value;

  const edit = useEdit(enquiry, form);
  const { isBusy, keep } = useKeep(form, work, edit);
  const save = (): Promise<void> =>
    keep(
      () =>
        checkSuitability(
          {
            ...cleanValues(form.fields, values, () => true),
            suitability: suitabilityOf(values.suitability),
          },
          { host, lists, enquiry: edit?.held ?? enquiry },
        ),
      () => ({ heading: t('enquiry.suitability.saved'), go: onSaved }),
    );

  return (
    <RecordForm
      form={form}
      work={work}
      lists={lists}
      on={services.today()}
      label={t('enquiry.suitability.change')}
      before={edit?.panel}
      onSubmit={() => void save()}
    >
      <SuitabilityFields
        id={form.controlId('suitability')}
        lists={lists}
        on={services.today()}
        value={values.suitability}
        onValue={(to) => form.set('suitability', to)}
      />
      <FormEnd work={work} kind="secondary" busy={isBusy} onCancel={() => router.back()}>
        {t('enquiry.suitability.save')}
      </FormEnd>
    </RecordForm>
  );
}
