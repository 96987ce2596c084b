import {
  type ConcernStep,
  concernCourse,
  fieldsOf,
  type PlainDate,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { SummaryList } from '../../../components/summary-list.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { writtenValue } from '../../../components/written-value.js';
import { t } from '../../../locales/late.js';
import { ADDITION_FIELDS } from './addition-fields.js';

export interface ConcernCourseProps {
  concern: StoredRecord<'safeguardingConcern'>;
  /** Heading of each step, one level below the heading that it stands under. */
  heading: 'h3' | 'h4';
}

/** The whole course of a concern: each step with its time and everything that was said, the earliest first. */
export function ConcernCourse({ concern, heading }: ConcernCourseProps) {
  return (
    <ol class="govuk-list">
      {concernCourse(concern).map((step) => (
        <li key={step.id}>
          <Step step={step} heading={heading} />
        </li>
      ))}
    </ol>
  );
}

function Step({
  step,
  heading: Heading,
}: { step: ConcernStep } & Pick<ConcernCourseProps, 'heading'>) {
  const { lists } = useApp().services;
  const fields = step.of === 'addition' ? ADDITION_FIELDS : fieldsOf('safeguardingConcern');
  return (
    <>
      <Heading class="govuk-heading-s">
        {t('concern.step', { step: t(`concern.step.${step.name}`), when: writtenTime(step.at) })}
      </Heading>
      {step.recordedAt !== undefined && (
        <p class="govuk-hint">
          {t('concern.course.recorded', { moment: writtenMoment(step.recordedAt) })}
        </p>
      )}
      <SummaryList
        rows={fields.flatMap((field) => {
          const lines = writtenValue(field, step.said[field.name], lists);
          if (lines.length === 0) return [];
          return [
            {
              label: field.label,
              value: lines.map((line) => (
                <div class="cp-record-details__line" dir="auto" key={line}>
                  {line}
                </div>
              )),
            },
          ];
        })}
      />
    </>
  );
}

function writtenTime(at: ConcernStep['at']): string {
  return at.includes('T') ? writtenMoment(at) : writtenDate(at as PlainDate);
}
