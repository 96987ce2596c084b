import type { DiaryEntry, PlainDate } from '@cyber-prevent/core';
import { Sized } from '../../../components/sized.js';
import { t } from '../../../locales/late.js';
import { briefFar, howFar, limitDay, nearnessOf } from '../today/when.js';

interface DueCellProps {
  due: DiaryEntry | undefined;
  today: PlainDate;
  /** Says the day as well, where no column has it. */
  withDay?: boolean;
  /** Shows the day in place of the count, for a column without room; the count is read out. */
  isBrief?: boolean;
}

/** Distance of a due day: its colour says no more than the words. */
export function DueCell({ due, today, withDay = false, isBrief = false }: DueCellProps) {
  if (!due) return null;
  const far = howFar(due, today);
  const brief = briefFar(due, today);
  const nearness = nearnessOf(due, today);
  // Anything that is not counted is said by its day.
  const isDay = far === brief && nearness !== 'near';
  const whole =
    withDay && due.by && !isDay ? t('list.due.day', { far, day: limitDay(due, today) }) : far;
  return (
    <span
      class={`cp-when cp-when--${nearness}`}
      title={t('list.due.what', { what: due.what, when: whole })}
    >
      {whole === brief ? (
        whole
      ) : isBrief ? (
        <>
          <span class="govuk-visually-hidden">{whole}</span>
          <span aria-hidden="true">{brief}</span>
        </>
      ) : (
        <Sized wide={whole} narrow={brief} />
      )}
    </span>
  );
}
