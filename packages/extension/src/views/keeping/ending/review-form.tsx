import { codesInForce, reviewRetention } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { choicesOf } from '../../../components/choice.js';
import { Fieldset } from '../../../components/fieldset.js';
import { FormEnd } from '../../../components/form-end.js';
import { cleanValues } from '../../../components/form-values.js';
import { Radios } from '../../../components/radios.js';
import { RecordForm } from '../../../components/record-form.js';
import { Textarea } from '../../../components/textarea.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useKeep } from '../../act/use-keep.js';
import { useNameApart } from '../../case/use-name-apart.js';
import type { RetentionFormProps } from './group-form.js';

interface Typed {
  readonly question: string;
  readonly answer?: string;
  readonly rationale?: string;
}

const EACH = new Intl.ListFormat('en-GB');

/** The answer, a code of `nrac-answer`, that nothing on record says so. */
const NO = 'no';

/** Questions of a review, each with an answer and a reason; then the outcome. */
export function ReviewForm({ subject, records, rules }: RetentionFormProps) {
  const nameOf = useNameApart();
  const { services, router } = useApp();
  const { lists, host } = services;
  const today = services.today();
  const questions = codesInForce(lists, 'nrac-question', today);
  const choices = choicesOf(lists, 'nrac-answer', today);
  const paths = questions.flatMap((_, index) => [
    `answers.${index}.answer`,
    `answers.${index}.rationale`,
  ]);
  const form = useRecordForm({
    kind: 'retentionReview',
    only: ['outcome', 'rationale', 'nextReviewOn', 'reviewedOn'],
    initial: { reviewedOn: today },
    shownWhen: { nextReviewOn: ({ outcome }) => outcome === 'retain' },
    alsoBefore: paths,
  });
  const work = useFormWork(`retention-review/${subject.id}`, form.values);
  const { isBusy, keep } = useKeep(form, work);
  const given = (form.values.value.answers ?? []) as readonly Typed[];
  const answers = questions.map(
    ({ code }): Typed => given.find(({ question }) => question === code) ?? { question: code },
  );
  const change = (at: number, to: Partial<Typed>): void =>
    form.set(
      'answers',
      answers.map((each, index) => (index === at ? { ...each, ...to } : each)),
    );
  // A press of the officer, never a preset; each answer still needs its reason.
  const answerRest = (): void => {
    const rest = answers.map((each) => (each.answer ? each : { ...each, answer: NO }));
    form.set('answers', rest);
    const open = rest.findIndex(({ rationale }) => !rationale?.trim());
    document.getElementById(form.controlId(`answers.${open}.rationale`))?.focus();
  };
  const save = (): void => {
    const typed = cleanValues(
      form.fields,
      form.values.value,
      (path) => form.shownWhen[path]?.(form.values.value) ?? true,
    );
    const context = { host, lists, subject, records, retention: rules };
    const isGoing = typed.outcome === 'dispose';
    void keep(
      () => reviewRetention({ ...typed, answers }, context),
      () => ({
        heading: t(isGoing ? 'ending.review.kept.dispose' : 'ending.review.kept', {
          name: nameOf(subject),
        }),
        go: () =>
          router.go(
            isGoing
              ? { name: 'dispose', subject: subject.id }
              : { name: 'subject', subject: subject.id, section: 'keeping' },
          ),
      }),
    );
  };
  return (
    <section aria-labelledby="cp-retention-review">
      <h2 class="govuk-heading-m" id="cp-retention-review">
        {t('ending.review.title')}
      </h2>
      <RecordForm
        form={form}
        work={work}
        lists={lists}
        on={today}
        label={t('ending.review.title')}
        onSubmit={save}
        before={
          <>
            {questions.map(({ code, label }, index) => {
              const at = `answers.${index}`;
              return (
                <Fieldset
                  key={code}
                  id={form.controlId(at)}
                  legend={t('ending.review.question', { number: index + 1, question: label })}
                  size="s"
                >
                  <Radios
                    id={form.controlId(`${at}.answer`)}
                    label={t('ending.review.answer')}
                    legendSize="label"
                    inline
                    error={form.errorAt(`${at}.answer`)}
                    choices={choices}
                    value={answers[index]?.answer ?? ''}
                    onValue={(answer) => change(index, { answer })}
                  />
                  <Textarea
                    id={form.controlId(`${at}.rationale`)}
                    label={t('ending.review.why')}
                    rows={2}
                    error={form.errorAt(`${at}.rationale`)}
                    value={answers[index]?.rationale ?? ''}
                    onValue={(rationale) => change(index, { rationale })}
                  />
                </Fieldset>
              );
            })}
            {choices.some(({ value }) => value === NO) && (
              <Rest
                open={questions.flatMap(({ label }, index) =>
                  answers[index]?.answer ? [] : [{ number: index + 1, label }],
                )}
                onRest={answerRest}
              />
            )}
          </>
        }
      >
        <FormEnd
          work={work}
          busy={isBusy}
          onCancel={() => router.go({ name: 'subject', subject: subject.id, section: 'keeping' })}
        >
          {t('save.for', { what: t('ending.review.go'), name: nameOf(subject) })}
        </FormEnd>
      </RecordForm>
    </section>
  );
}

interface RestProps {
  /** The questions that are not answered yet. */
  open: readonly { readonly number: number; readonly label: string }[];
  onRest: () => void;
}

/** Answers every open question with no, in one press that names each of them first. */
function Rest({ open, onRest }: RestProps) {
  const pressed = useSignal<RestProps['open']>([]);
  const words = (key: 'ending.review.rest' | 'ending.review.rest.done', of: RestProps['open']) =>
    t(key, { count: of.length, questions: EACH.format(of.map(({ number }) => String(number))) });
  return (
    <>
      {open.length > 0 && (
        <>
          <p class="govuk-hint">{t('ending.review.rest.hint')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {open.map(({ number, label }) => (
              <li key={number}>{t('ending.review.question', { number, question: label })}</li>
            ))}
          </ul>
          <p class="govuk-hint">{t('ending.review.rest.why')}</p>
          <Button
            kind="secondary"
            onPress={() => {
              pressed.value = open;
              onRest();
            }}
          >
            {words('ending.review.rest', open)}
          </Button>
        </>
      )}
      <p class="govuk-body" role="status">
        {open.length === 0 &&
          pressed.value.length > 0 &&
          words('ending.review.rest.done', pressed.value)}
      </p>
    </>
  );
}
