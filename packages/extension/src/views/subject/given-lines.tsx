import { type FillKind, type RecordId, type StoredRecord, writeBacksOf } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { t } from '../../locales/late.js';
import { givenDay } from '../capture/fill/given-day.js';

export interface GivenLinesProps {
  subject: RecordId;
  of: FillKind;
  record: RecordId;
  /** Identifies the record among many, after the words of the button. */
  about: string;
  notes: readonly StoredRecord<'writeBack'>[];
}

/** Systems that a record was written to, with its references, and a button to write it. */
export function GivenLines({ subject, of, record, about, notes }: GivenLinesProps) {
  const { router } = useApp();
  const route = { name: 'fill', subject, of, record } as const;
  const given = writeBacksOf(notes, record);
  return (
    <div class="cp-given">
      {given.length > 0 && (
        <ul class="cp-given__lines">
          {given.map(({ id, value: { system, givenAt, reference } }) => {
            const slots = { system, date: givenDay(givenAt) };
            return (
              <li key={id} class="govuk-body-s">
                {reference === undefined
                  ? t('given.line.no-reference', slots)
                  : t('given.line', { ...slots, reference })}{' '}
                {reference === undefined && (
                  <Button
                    kind="link"
                    about={t('reference.about', slots)}
                    onPress={() => router.go({ ...route, given: id })}
                  >
                    {t('reference.add')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <Button kind="link" about={about} onPress={() => router.go(route)}>
        {t('fill.go')}
      </Button>
    </div>
  );
}
