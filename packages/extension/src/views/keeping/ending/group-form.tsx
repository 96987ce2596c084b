import { chooseRetention, type RetentionRules, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Details } from '../../../components/details.js';
import { FormEnd } from '../../../components/form-end.js';
import { cleanValues } from '../../../components/form-values.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useKeep } from '../../act/use-keep.js';
import { useNameApart } from '../../case/use-name-apart.js';

export interface RetentionFormProps {
  subject: StoredRecord<'subject'>;
  records: readonly StoredRecord[];
  rules: RetentionRules;
}

export interface GroupFormProps extends RetentionFormProps {
  /** True if an officer has already chosen one. */
  isChosen: boolean;
  /** True if no group is known: the retention period then depends on this choice. */
  isOpen: boolean;
  onKept: () => void;
}

/** Group of the case: a named officer's choice, with a reason. */
export function GroupForm(props: GroupFormProps) {
  const nameOf = useNameApart();
  const { subject, records, rules, isChosen, isOpen, onKept } = props;
  const { services, router } = useApp();
  const { lists, host } = services;
  const form = useRecordForm({ kind: 'retention', only: ['group', 'reason'] });
  const work = useFormWork(`retention-group/${subject.id}`, form.values);
  const { isBusy, keep } = useKeep(form, work);
  const choose = (): Promise<void> =>
    keep(
      () => {
        const typed = cleanValues(form.fields, form.values.value, () => true);
        return chooseRetention(typed, { host, lists, subject, records, retention: rules });
      },
      () => ({
        heading: t('ending.group.kept', { name: nameOf(subject) }),
        go: () => {
          form.values.value = {};
          onKept();
        },
      }),
    );
  return (
    <Details summary={t(isChosen ? 'ending.group.other' : 'ending.group.title')} open={isOpen}>
      <RecordForm
        form={form}
        work={work}
        lists={lists}
        on={services.today()}
        label={t('ending.group.title')}
        onSubmit={() => void choose()}
      >
        <FormEnd work={work} kind="secondary" busy={isBusy} onCancel={() => router.back()}>
          {t('save.for', { what: t('ending.group.go'), name: nameOf(subject) })}
        </FormEnd>
      </RecordForm>
    </Details>
  );
}
