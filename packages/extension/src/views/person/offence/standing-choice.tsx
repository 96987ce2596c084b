/** The question which of the statuses on record is wrong. */
import { codeLabel, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { asText, type FormValues } from '../../../components/form-values.js';
import { Radios } from '../../../components/radios.js';
import { t } from '../../../locales/late.js';
import type { Extra, ExtraTask } from '../../act/act.js';

export const WHICH_STANDING = 'place';

export function useStandingChoice({ form, named }: ExtraTask<'offence'>): Extra {
  const { lists } = useApp().services;
  const standings = isOffence(named) ? named.value.standings : [];
  const choices = standings.flatMap(({ status, on, wrongSince }, nth) => {
    if (wrongSince !== undefined) return [];
    const said = codeLabel(lists, 'offence-status', status);
    const label = on
      ? t('offence.status.one', { status: said, date: writtenDate(on) })
      : t('offence.status.no-day', { status: said });
    return [{ value: String(nth), label }];
  });
  return {
    before: (
      <Radios
        id={form.controlId(WHICH_STANDING)}
        label={t('offence.status.which')}
        error={form.errorAt(WHICH_STANDING)}
        choices={choices}
        value={asText(form.values.value[WHICH_STANDING])}
        onValue={(value) => form.set(WHICH_STANDING, value)}
      />
    ),
  };
}

/** The place of the chosen status in the list; undefined while none is chosen. */
export function placeOfStanding(typed: FormValues): number | undefined {
  const place = asText(typed[WHICH_STANDING]);
  return /^\d+$/.test(place) ? Number(place) : undefined;
}

function isOffence(record: StoredRecord | undefined): record is StoredRecord<'offence'> {
  return record?.kind === 'offence';
}
