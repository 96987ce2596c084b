import { chooseRetention, type RetentionRules, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { cleanValues } from '../../../components/form-values.js';
import { RecordForm } from '../../../components/record-form.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';

export interface RetentionFormProps {
  subject: StoredRecord<'subject'>;
  records: readonly StoredRecord[];
  rules: RetentionRules;
}

export interface GroupFormProps extends RetentionFormProps {
  /** An officer chose one already. */
  isChosen: boolean;
  /** Without one nothing else can be said of how long the case is kept. */
  isOpen: boolean;
  onKept: () => void;
}

/** Which group the case is in: a named officer's choice, with a reason. */
export function GroupForm(props: GroupFormProps) {
  const { subject, records, rules, isChosen, isOpen, onKept } = props;
  const { services, session } = useApp();
  const { lists, host } = services;
  const isBusy = useSignal(false);
  const form = useRecordForm({ kind: 'retention', only: ['group', 'reason'] });
  const work = useFormWork(`retention-group/${subject.id}`, form.values);
  const save = async (): Promise<void> => {
    const typed = cleanValues(form.fields, form.values.value, () => true);
    const result = chooseRetention(typed, { host, lists, subject, records, retention: rules });
    form.showIssues(result.ok ? [] : result.issues);
    if (!result.ok || isBusy.value) return;
    isBusy.value = true;
    try {
      const { seq } = await services.store.commit(result.value.commit);
      form.values.value = {};
      await work.letGo();
      session.say({ heading: t('ending.group.kept'), seq });
      onKept();
    } catch (error) {
      form.showIssues([asIssue(error)]);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <Details summary={t(isChosen ? 'ending.group.other' : 'ending.group.title')} open={isOpen}>
      <RecordForm
        form={form}
        work={work}
        lists={lists}
        on={services.today()}
        label={t('ending.group.title')}
        onSubmit={() => void save()}
      >
        <UnfinishedStatus work={work} />
        <Button type="submit" kind="secondary" busy={isBusy.value}>
          {t('ending.group.go')}
        </Button>
      </RecordForm>
    </Details>
  );
}
