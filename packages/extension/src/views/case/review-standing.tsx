import type { RecordId } from '@cyber-prevent/core';
import { requestStanding } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Tag } from '../../components/tag.js';
import { t } from '../../locales/late.js';
import { useRecords } from '../act/use-records.js';
import { requestLine } from './colleague/request-words.js';

/** Questions to colleagues about a decision or an assessment, and their signed answers: *not confirmed* until then. */
export function ReviewStanding({ about }: { about: RecordId }) {
  const { lists } = useApp().services;
  const requests = (useRecords('colleagueRequest') ?? []).filter(
    ({ value }) => value.about === about,
  );
  return (
    <>
      {requests.map((request) => (
        <p key={request.id} class="govuk-body-s">
          {requestStanding(request) === 'answered' ? null : (
            <>
              <Tag colour="yellow">{t('ending.asked.not-confirmed')}</Tag>{' '}
            </>
          )}
          {requestLine(request, lists)}
        </p>
      ))}
    </>
  );
}
