import { codeLabel, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import type { Request } from './request-words.js';

export interface RequestBriefProps {
  request: Request;
  /** Name of the subject. */
  name: string;
  /** Age, date of birth and reference, where the person is on record here. */
  known?: string | undefined;
  /** True on a screen whose heading already says what is asked. */
  isHeaded?: boolean;
}

/** A request: its sender, its kind and their note. */
export function RequestBrief({ request: { value }, name, known, isHeaded }: RequestBriefProps) {
  const { lists } = useApp().services;
  return (
    <>
      {!isHeaded && (
        <h3 class="govuk-heading-s">
          {t('ending.asked.heading', {
            what: codeLabel(lists, 'request-kind', value.kind, value.askedOn),
            name,
          })}
        </h3>
      )}
      {known && <p class="govuk-body">{known}</p>}
      <p class="govuk-body">
        {t('ending.asked.from', { name: value.fromName, date: writtenDate(value.askedOn) })}
      </p>
      {value.words && <p class="govuk-body cp-said">{value.words}</p>}
    </>
  );
}
