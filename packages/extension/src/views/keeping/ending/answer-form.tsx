import {
  answerRequest,
  codeLabel,
  type Issue,
  requestAnswers,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { type Choice, choicesOf } from '../../../components/choice.js';
import { FormEnd } from '../../../components/form-end.js';
import { asText, cleanValues } from '../../../components/form-values.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useSave } from '../../act/use-save.js';

export interface AnswerFormProps {
  request: StoredRecord<'colleagueRequest'>;
  /** Name of the subject, told apart from a namesake; undefined if the case is not held here. */
  name: string | undefined;
  /** Why this officer cannot say yes, said before they are asked. */
  stop?: Issue | undefined;
  /** `secondary` if it is one of several on the screen. */
  kind?: 'primary' | 'secondary' | undefined;
  /** Called once the answer is saved. */
  onKept?: () => void;
}

/** One request, answered with this officer's own key: case by case, with a reason for a no. */
export function AnswerForm({ request, name, stop, kind, onKept }: AnswerFormProps) {
  const { services, router, session } = useApp();
  const { lists, host } = services;
  const { value } = request;
  const form = useRecordForm({
    kind: 'colleagueRequest',
    only: ['answer', 'answerReason'],
    needed: ['answer'],
  });
  const work = useFormWork(`answer/${request.id}`, form.values);
  const { isBusy, save } = useSave();
  const values = form.values.value;
  useEffect(() => {
    // The message about an answer is not left above the next one.
    const { request: answered } = session.said.peek() ?? {};
    const isBegun = values.answer !== undefined || values.answerReason !== undefined;
    if (isBegun && answered !== undefined && answered !== request.id) session.unsay();
  }, [values]);
  // Every obstacle is shown at the answer that it blocks.
  const show = (issues: readonly Issue[]): void =>
    form.showIssues(
      issues.map((issue) => ({
        ...issue,
        at: issue.at === 'answerReason' ? issue.at : 'answer',
      })),
    );
  const answer = async (): Promise<void> => {
    const state = services.vault.state();
    if (state.name !== 'open') return;
    await save(
      { work, show },
      form.values.value,
      async () => {
        const typed = cleanValues(form.fields, form.values.value, () => true);
        const assessment = value.about && (await services.store.get('assessment', value.about));
        return answerRequest(request, typed, {
          host,
          lists,
          officer: state.officer.id,
          ...(assessment ? { assessment } : {}),
        });
      },
      () => ({
        heading: t('ending.asked.kept', {
          answer: codeLabel(lists, 'request-answer', asText(form.values.value.answer)),
          what: codeLabel(lists, 'request-kind', value.kind),
          name: name ?? t('ending.asked.not-taken'),
        }),
        body: t('ending.asked.kept.body', {
          from: value.fromName,
          date: writtenDate(value.askedOn),
        }),
        request: request.id,
        isFinal: true,
        go: () => onKept?.(),
      }),
    );
  };
  const answers = requestAnswers(value.kind).filter((code) => !stop || code === 'returned');
  return (
    <RecordForm
      form={form}
      work={work}
      lists={lists}
      on={services.today()}
      label={name ?? t('ending.asked.not-taken')}
      onSubmit={() => void answer()}
      choices={{
        answer: choicesOf(lists, 'request-answer', services.today())
          .filter(({ value: code }) => answers.includes(code))
          .map((choice) => ({ ...choice, label: asAct(choice) })),
      }}
    >
      <FormEnd work={work} kind={kind} busy={isBusy} onCancel={() => router.back()}>
        {savesFor('ending.asked.answer', name)}
      </FormEnd>
    </RecordForm>
  );
}

/** An answer as what the officer does, where its label says what was done. */
function asAct({ value, label }: Choice): string {
  return value === 'accepted' || value === 'declined' || value === 'returned'
    ? t(`ending.asked.choice.${value}`)
    : label;
}

/** The words of a button, with whom it is about where that is known. */
export function savesFor(words: 'ending.asked.answer' | 'second.read', name: string | undefined) {
  return name === undefined ? t(words) : t('save.for', { what: t(words), name });
}
