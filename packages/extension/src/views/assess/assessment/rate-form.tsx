import { commitRating, type Instrument, type Issue, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useApp, useOpenVault } from '../../../app/app.js';
import { CameBack } from '../../../components/came-back.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { FormEnd } from '../../../components/form-end.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { useSave } from '../../act/use-save.js';
import type { InstrumentsAtHand } from '../../case/instrument-files.js';
import { statusWords } from '../../case/level-words.js';
import { PersonHeading } from '../../case/person-heading.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { asAnswers, scored } from './given-answers.js';
import { ItemList } from './item-list.js';

export interface RateFormProps {
  page: SubjectPage;
  at: InstrumentsAtHand;
  instrument: Instrument;
  /** The colleague’s commitment, if it came first. */
  answering?: StoredRecord<'rating'> | undefined;
  before: ComponentChildren;
}

/** A rating made alone: it shows no level and no earlier answer, so that nothing sways the rater. */
export function RateForm({ page, at, instrument, answering, before }: RateFormProps) {
  const { services, router } = useApp();
  const { officer } = useOpenVault();
  const { subject } = page;
  const values = useSignal<{ readonly answers: unknown; readonly at?: number | undefined }>({
    answers: [],
  });
  const work = useFormWork(
    `rate/${subject.id}/${answering?.value.round ?? `${instrument.id}@${instrument.version}`}`,
    values,
  );
  const issues = useSignal<readonly Issue[]>([]);
  const { isBusy, save } = useSave();
  const answers = asAnswers(values.value.answers);
  const wrong = useStillWrong(issues.value, { answers: scored(answers) });
  const isKnown = page
    .all('assessment')
    .some(({ value }) => value.instrument === instrument.id && value.answers.length > 0);
  const idOf = (item: string) => `cp-rate-${item}`;
  const shownItem = instrument.items[values.value.at ?? 0]?.id ?? '';
  const show = (found: readonly Issue[]): void => {
    issues.value = found;
  };
  const commit = async (): Promise<void> => {
    const given = scored(answers);
    if (Object.keys(given).length === 0)
      return show([
        { code: 'missing', severity: 'error', message: t('rating.empty'), at: 'answers' },
      ]);
    await save(
      { work, show },
      [values.value, answering?.heads],
      () =>
        commitRating(given, {
          host: services.host,
          officer: officer.id,
          subject,
          instrument,
          instruments: at.inUse,
          ...(answering ? { answering } : {}),
          ratings: page.all('rating'),
        }),
      ({ commit: { changes } }) => {
        const own = changes.find(({ kind }) => kind === 'rating');
        const { round } = (own?.set ?? {}) as { readonly round?: typeof subject.id };
        return {
          heading: t('rating.committed'),
          isFinal: true,
          go: () => router.go({ name: 'rating', subject: subject.id, ...(round ? { round } : {}) }),
        };
      },
    );
  };
  return (
    <div class="cp-read">
      <PersonHeading of={subject}>{t('rating.of', { title: instrument.title })}</PersonHeading>
      {before}
      <p class="govuk-body">{t('rating.intro')}</p>
      <p class="govuk-body">{statusWords(instrument.status)}</p>
      {isKnown && <WarningText>{t('rating.known')}</WarningText>}
      <CameBack work={work}>
        <Form onSubmit={() => void commit()}>
          <ErrorSummary
            check={issues.value}
            errors={wrong.map(({ message, at: place }) => ({
              message,
              fieldId: place?.startsWith('answers.') ? idOf(place.slice(8)) : idOf(shownItem),
            }))}
          />
          <ItemList
            instrument={instrument}
            answers={answers}
            onAnswers={(next) => {
              values.value = { ...values.value, answers: next };
            }}
            at={values.value.at}
            onAt={(next) => {
              values.value = { ...values.value, at: next };
            }}
            idOf={idOf}
            errorAt={(item) => wrong.find(({ at: place }) => place === `answers.${item}`)?.message}
          />
          <p class="govuk-body" role="status">
            {t('assessment.answered', {
              answered: Object.keys(scored(answers)).length,
              count: instrument.items.length,
            })}
          </p>
          <p class="govuk-hint">{t('rating.commit.hint')}</p>
          <FormEnd
            work={work}
            busy={isBusy}
            onCancel={() =>
              router.go({ name: 'subject', subject: subject.id, section: 'assessments' })
            }
          >
            {t('rating.commit')}
          </FormEnd>
        </Form>
      </CameBack>
    </div>
  );
}
