import { codeLabel, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { t } from '../../locales/late.js';
import type { Request } from './request-words.js';

export interface RequestBriefProps {
  request: Request;
  /** Of the subject. */
  name: string;
  /** A screen of its own says what is asked in its heading. */
  isHeaded?: boolean;
}

/** Who asks for what, and what they say about it. */
export function RequestBrief({ request: { value }, name, isHeaded }: RequestBriefProps) {
  const { lists } = useApp().services;
  return (
    <>
      {!isHeaded && (
        <h3 class="govuk-heading-s">
          {t('ending.asked.heading', { what: codeLabel(lists, 'request-kind', value.kind), name })}
        </h3>
      )}
      <p class="govuk-body">
        {t('ending.asked.from', { name: value.fromName, date: writtenDate(value.askedOn) })}
      </p>
      {value.words && <p class="govuk-body cp-said">{value.words}</p>}
    </>
  );
}
