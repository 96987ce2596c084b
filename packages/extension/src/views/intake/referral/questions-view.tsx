import {
  answerQuestions,
  codeLabel,
  codesInForce,
  conditionPrefix,
  HEALTH_QUESTIONS,
  type Issue,
  isError,
  mayTakeSpecial,
  type RecordId,
  regimeOfGates,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { CameBack } from '../../../components/came-back.js';
import { choicesOf } from '../../../components/choice.js';
import { ErrorSummary, type SummaryError } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { FormEnd } from '../../../components/form-end.js';
import { Select } from '../../../components/select.js';
import { Textarea } from '../../../components/textarea.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { isConflict, isMovedSince } from '../../act/edit-conflict.js';
import { GatheredView } from '../../act/gathered.js';
import { PolicyReference } from '../../act/policy/policy-reference.js';
import { movedIssue } from '../../act/use-edit.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { useSave } from '../../act/use-save.js';
import { officerOf } from '../../capture/review/review-context.js';
import { caseOf } from '../../case/case-of.js';
import { PersonHeading } from '../../case/person-heading.js';
import { StopCardLink } from '../../case/stop-card-link.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { type Answers, answersOf, mergeAnswers } from './answers-meanwhile.js';

/** The published questions of the referral form, each with a warning if its answer needs care. */
export function QuestionsView({ route }: { route: RouteOf<'questions'> }) {
  const { state } = useGathered(route.referral, (store) => caseOf(store, route.referral));
  return (
    <GatheredView state={state} title={t('questions.title')} gone={t('referral.gone')}>
      {(records) => {
        const referral = ofKind(records, 'referral').find(({ id }) => id === route.referral);
        const [subject] = ofKind(records, 'subject');
        return referral && subject && <Questions referral={referral} subject={subject} />;
      }}
    </GatheredView>
  );
}

interface Typed {
  readonly answers: Answers;
  /** The answers at the time of typing: another window may save others in the meantime. */
  readonly typedOn: Answers;
  /** The person whose answers they are: the referral may be moved to another meanwhile. */
  readonly typedFor: RecordId;
  readonly condition: string;
  readonly whyNecessary: string;
}

/** The answer can be an admission. */
const HELP = 'help';

function Questions({
  referral,
  subject,
}: {
  referral: StoredRecord<'referral'>;
  subject: StoredRecord<'subject'>;
}) {
  const { services, router } = useApp();
  const open = useOpenVault();
  const { lists, host } = services;
  const name = useNameApart()(subject);
  const today = services.today();
  const held = answersOf(referral);
  const typed = useSignal<Typed>({
    answers: held,
    typedOn: held,
    typedFor: subject.id,
    condition: '',
    whyNecessary: '',
  });
  const work = useFormWork<Typed>(`questions/${referral.id}`, typed);
  const errors = useSignal<readonly SummaryError[]>([]);
  const others = useSignal<Answers>({});
  const { isBusy, save: keep } = useSave();
  // A draft of an earlier release does not say whose it is: it is about the person it was opened with.
  const [openedFor] = useState(subject.id);
  const { answers, condition, whyNecessary, typedOn = held, typedFor = openedFor } = typed.value;
  const isMoved = typedFor !== subject.id;
  const set = (part: Partial<Typed>): void => {
    typed.value = { ...typed.value, ...part };
  };
  const officer = officerOf(open.officer, open.kind);

  const show = (issues: readonly Issue[]): void => {
    errors.value = issues
      .filter(isError)
      .map(({ message, at }) => ({ message, fieldId: controlAt(at) }));
  };
  const catches = async (error: unknown): Promise<boolean> => {
    if (isMovedSince(error)) show([await movedIssue(services.store, typedFor, referral)]);
    // Reads the record again under the form, which takes in the answers saved elsewhere.
    if (isConflict(error)) router.go(router.route.value);
    return isConflict(error) || isMovedSince(error);
  };
  const save = (): Promise<void> =>
    keep(
      { work, show, edit: { catches, about: typedFor } },
      [referral.heads, typed.value],
      () =>
        answerQuestions(
          {
            answers: Object.entries(answers).map(([question, answer]) => ({ question, answer })),
            condition,
            whyNecessary,
          },
          { host, lists, officer, referral, subject },
        ),
      () => ({
        heading: t('questions.saved', { name }),
        go: () => router.go({ name: 'referral', referral: referral.id }),
      }),
    );
  const wrong = useStillWrong(errors.value, {
    ...Object.fromEntries(
      Object.entries(answers).map(([code, answer]) => [`question-${code}`, answer]),
    ),
    'questions-condition': condition,
    'questions-why': whyNecessary,
  });
  const messageAt = (id: string) => wrong.find(({ fieldId }) => fieldId === id)?.message;
  const regime = regimeOfGates(referral.value);
  const prefix = conditionPrefix('special', regime);
  const remembered = (subject.value.processingConditions ?? []).find(
    (each) => each.what === 'referral.answers' && each.condition.startsWith(prefix),
  );
  const isHealth = HEALTH_QUESTIONS.some((code) => (answers[code] ?? '').trim() !== '');
  const gates = (
    <div class="cp-questions__gates">
      {!mayTakeSpecial(officer) && (
        <>
          <WarningText>{t('questions.policy-missing')}</WarningText>
          <PolicyReference />
        </>
      )}
      {remembered ? (
        <p class="govuk-body-s">
          {t('questions.remembered', {
            condition: codeLabel(lists, 'processing-condition', remembered.condition),
          })}
        </p>
      ) : (
        <>
          <Select
            id="questions-condition"
            label={t('questions.condition')}
            error={messageAt('questions-condition')}
            choices={choicesOf(lists, 'processing-condition', today).filter(({ value }) =>
              value.startsWith(prefix),
            )}
            value={condition}
            onValue={(value) => set({ condition: value })}
          />
          <Textarea
            id="questions-why"
            label={t('questions.why')}
            error={messageAt('questions-why')}
            rows={2}
            value={whyNecessary}
            onValue={(value) => set({ whyNecessary: value })}
          />
        </>
      )}
    </div>
  );

  useEffect(() => {
    if (isMoved) void movedIssue(services.store, typedFor, referral).then((issue) => show([issue]));
  }, [isMoved]);
  useEffect(() => {
    if (isMoved) return;
    const met = mergeAnswers({ mine: typed.value.answers, before: typedOn, now: held });
    if (!met) return;
    set({ answers: met.answers, typedOn: held });
    others.value = met.others;
    errors.value = [{ message: t('questions.meanwhile') }];
  }, [JSON.stringify(held), JSON.stringify(typedOn), isMoved]);
  useEffect(() => {
    // The policy document may have just been entered, so earlier errors no longer apply.
    errors.value = [];
  }, [officer.policyReference]);

  return (
    <div class="cp-read">
      <PersonHeading of={subject}>{t('questions.title')}</PersonHeading>
      <p class="govuk-body">{t('questions.intro')}</p>
      <ErrorSummary check={errors.value} errors={wrong} />
      <CameBack work={work}>
        <Form label={t('questions.title')} onSubmit={() => void save()}>
          {codesInForce(lists, 'referral-question', today).map(({ code, label, hint }, index) => {
            const id = `question-${code}`;
            const isOfHealth = HEALTH_QUESTIONS.includes(code);
            return (
              <div key={code}>
                <Textarea
                  id={id}
                  label={`${index + 1}. ${label}`}
                  hint={hintOf(others.value[code], careOf(code) ?? hint)}
                  error={messageAt(id)}
                  rows={2}
                  value={answers[code] ?? ''}
                  onValue={(value) => set({ answers: { ...answers, [code]: value } })}
                />
                {code === HELP && (
                  <StopCardLink subject={subject.id} where="referral-form" on={referral.id} />
                )}
                {isOfHealth && isHealth && gates}
              </div>
            );
          })}
          <FormEnd work={work} busy={isBusy} onCancel={() => router.back()}>
            {t('questions.save', { name })}
          </FormEnd>
        </Form>
      </CameBack>
    </div>
  );
}

/** Note under a question whose answer needs care. */
function careOf(code: string): string | undefined {
  if (code === HELP) return t('questions.help');
  return HEALTH_QUESTIONS.includes(code) ? t('questions.health') : undefined;
}

/** Shows, next to the box, the different answer saved elsewhere. */
function hintOf(other: string | undefined, hint: string | undefined): string | undefined {
  if (other === undefined) return hint;
  return other === ''
    ? t('questions.meanwhile.gone')
    : t('questions.meanwhile.other', { answer: other });
}

function controlAt(at: string | undefined): string | undefined {
  if (at === 'condition') return 'questions-condition';
  if (at === 'whyNecessary') return 'questions-why';
  return at?.startsWith('answers.') ? `question-${at.slice('answers.'.length)}` : undefined;
}
