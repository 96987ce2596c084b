import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { writeBacksOf } from '@cyber-prevent/core';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { givenDay } from './given-day.js';

export interface GivenBeforeProps {
  notes: readonly StoredRecord<'writeBack'>[];
  record: RecordId;
}

/** Says that the record was given before, ahead of any typing. */
export function GivenBefore({ notes, record }: GivenBeforeProps) {
  const before = writeBacksOf(notes, record);
  if (before.length === 0) return null;
  return (
    <WarningText>
      {before.map(({ id, value: { system, givenAt, reference } }) => {
        const slots = { system, date: givenDay(givenAt) };
        return (
          <span key={id} class="cp-given__line">
            {reference === undefined
              ? t('fill.given.no-reference', slots)
              : t('fill.given', { ...slots, reference })}
            .{' '}
          </span>
        );
      })}
      {t('fill.given.again')}
    </WarningText>
  );
}
