import { answerRequest, codeLabel, requestAnswers, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { cleanValues } from '../../../components/form-values.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';

export interface AnswerFormProps {
  request: StoredRecord<'colleagueRequest'>;
  /** Of the subject. */
  name: string;
  /** Told once the answer is kept. */
  onKept?: () => void;
}

/** One request, answered with this officer's own key: case by case, a no with its reason. */
export function AnswerForm({ request, name, onKept }: AnswerFormProps) {
  const { services, session } = useApp();
  const { lists, host } = services;
  const { value } = request;
  const isBusy = useSignal(false);
  const form = useRecordForm({
    kind: 'colleagueRequest',
    only: ['answer', 'answerReason'],
    needed: ['answer'],
  });
  const work = useFormWork(`answer/${request.id}`, form.values);
  const save = async (): Promise<void> => {
    const state = services.vault.state();
    if (isBusy.value || state.name !== 'open') return;
    isBusy.value = true;
    try {
      const typed = cleanValues(form.fields, form.values.value, () => true);
      const assessment = value.about && (await services.store.get('assessment', value.about));
      const result = answerRequest(request, typed, {
        host,
        lists,
        officer: state.officer.id,
        ...(assessment ? { assessment } : {}),
      });
      // Whatever stands in the way is told at the answer that cannot be given.
      form.showIssues(
        result.ok
          ? []
          : result.issues.map((issue) => ({
              ...issue,
              at: issue.at === 'answerReason' ? issue.at : 'answer',
            })),
      );
      if (!result.ok) return;
      await services.store.commit(result.value.commit);
      await work.letGo();
      session.say({ heading: t('ending.asked.kept'), body: t('ending.asked.kept.body') });
      onKept?.();
    } catch (error) {
      form.showIssues([asIssue(error)]);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <RecordForm
      form={form}
      work={work}
      lists={lists}
      on={services.today()}
      label={name}
      onSubmit={() => void save()}
      choices={{
        answer: requestAnswers(value.kind).map((code) => ({
          value: code,
          label:
            code === 'accepted' || code === 'declined'
              ? t(`ending.asked.choice.${code}`)
              : codeLabel(lists, 'request-answer', code),
        })),
      }}
    >
      <Button type="submit" busy={isBusy.value}>
        {t('ending.asked.answer')}
      </Button>
    </RecordForm>
  );
}
