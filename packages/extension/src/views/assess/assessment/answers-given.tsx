import {
  answerLabel,
  evidenceOf,
  type FollowedEvidence,
  type Instrument,
  type Item,
  type RecordOf,
  type StoredRecord,
} from '@cyber-prevent/core';
import { SummaryList } from '../../../components/summary-list.js';
import { t } from '../../../locales/late.js';
import { byDomain } from './item-list.js';

export interface AnswersGivenProps {
  value: RecordOf<'assessment'>;
  /** Undefined if it is not available: items then have the names in the file. */
  instrument: Instrument | undefined;
  records: readonly StoredRecord[];
}

type Answer = AnswersGivenProps['value']['answers'][number];

/** Every item by domain, with its answer, comment and evidence. An item that was not asked, or not answered, says so. */
export function AnswersGiven({ value, instrument, records }: AnswersGivenProps) {
  if (!instrument)
    return (
      <>
        <p class="govuk-body">
          {t('assessment.not-at-hand', {
            title: value.instrumentTitle,
            version: value.instrumentVersion,
          })}
        </p>
        <SummaryList
          rows={value.answers.map((answer) => ({
            label: answer.item,
            value: <Given words={answer.answer} answer={answer} records={records} />,
          }))}
        />
      </>
    );
  const row = (item: Item) => {
    const answer = value.answers.find((each) => each.item === item.id);
    return {
      label: item.prompt,
      value: (
        <Given
          words={answer ? answerLabel(item, answer.answer) : t('assessment.not-answered')}
          answer={answer}
          records={records}
        />
      ),
    };
  };
  return (
    <>
      {byDomain(instrument).map(({ label, within }) => (
        <section key={label ?? ''} aria-label={label ?? t('assessment.answers')}>
          {label && <h3 class="govuk-heading-s">{label}</h3>}
          <SummaryList rows={within.map(row)} />
        </section>
      ))}
    </>
  );
}

interface GivenProps {
  words: string;
  answer: Answer | undefined;
  records: readonly StoredRecord[];
}

function Given({ words, answer, records }: GivenProps) {
  return (
    <>
      <p class="cp-assess__answer">{words}</p>
      {answer?.comment && (
        <p class="cp-assess__comment" dir="auto">
          {answer.comment}
        </p>
      )}
      {answer && evidenceOf(answer, records).length > 0 && (
        <ul class="cp-sources">
          {evidenceOf(answer, records).map((each, nth) => (
            <li key={nth} class="cp-sources__source" dir="auto">
              {evidenceWords(each)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function evidenceWords({ isHeld, label, text, grade }: FollowedEvidence): string {
  if (!isHeld) return t('assessment.evidence.gone', { label });
  const what = grade === undefined ? label : t('assessment.evidence.grade', { label, grade });
  return text === undefined ? what : t('assessment.evidence.text', { label: what, text });
}
