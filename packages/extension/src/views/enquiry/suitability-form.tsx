import { checkSuitability, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import { useUnfinished } from '../../app/use-unfinished.js';
import { Button } from '../../components/button.js';
import { cleanValues } from '../../components/form-values.js';
import { RecordForm } from '../../components/record-form.js';
import { UnfinishedStatus } from '../../components/unfinished-status.js';
import { useRecordForm } from '../../components/use-record-form.js';
import { t } from '../../locales/late.js';
import { asIssue } from '../as-issue.js';
import { SuitabilityFields, suitabilityOf } from './suitability-fields.js';

export interface SuitabilityFormProps {
  enquiry: StoredRecord<'enquiry'>;
  onSaved: () => void;
}

/** What is known by now, once something came back: the risk, the tier, the checklist. */
export function SuitabilityForm({ enquiry, onSaved }: SuitabilityFormProps) {
  const { services, session } = useApp();
  const { host, lists, store } = services;
  const { riskNow, tier, suitability = [] } = enquiry.value;
  const isBusy = useSignal(false);
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
  const work = useUnfinished(`suitability/${enquiry.id}`, form.values);
  const values = form.values.value;

  const save = async (): Promise<void> => {
    if (isBusy.value) return;
    const said = checkSuitability(
      {
        ...cleanValues(form.fields, values, () => true),
        suitability: suitabilityOf(values.suitability),
      },
      { host, lists, enquiry },
    );
    if (!said.ok) return form.showIssues(said.issues);
    isBusy.value = true;
    try {
      const { seq } = await store.commit(said.value.commit);
      await work.discard();
      session.say({ heading: t('enquiry.suitability.saved'), seq });
      onSaved();
    } catch (error) {
      form.showIssues([asIssue(error)]);
    } finally {
      isBusy.value = false;
    }
  };

  return (
    <RecordForm
      form={form}
      lists={lists}
      on={services.today()}
      label={t('enquiry.suitability.change')}
      onSubmit={() => void save()}
    >
      <SuitabilityFields
        id={form.controlId('suitability')}
        lists={lists}
        on={services.today()}
        value={values.suitability}
        onValue={(to) => form.set('suitability', to)}
      />
      <UnfinishedStatus work={work} />
      <Button type="submit" kind="secondary" busy={isBusy.value}>
        {t('enquiry.suitability.save')}
      </Button>
    </RecordForm>
  );
}
