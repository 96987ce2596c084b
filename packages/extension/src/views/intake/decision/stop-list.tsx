import type { Issue, RecordId } from '@cyber-prevent/core';
import { useId } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { useRecords } from '../../act/use-records.js';
import { whereSettled } from './where-settled.js';

export interface StopListProps {
  subject: RecordId;
  stops: readonly Pick<Issue, 'code' | 'message' | 'at'>[];
  title?: string;
  /** True after a form: what is missing in it is settled there, and no other screen is offered for it. */
  isAfterForm?: boolean;
}

/** Obstacles to an act, each with the way to the screen that settles it. */
export function StopList(props: StopListProps) {
  const { subject, stops, title = t('refuse.in-the-way'), isAfterForm = false } = props;
  const { router } = useApp();
  const id = useId();
  // The way to a hold is known once the holds are.
  const holds = useRecords('hold')?.filter(
    ({ value }) => value.subjectId === subject && value.liftedOn === undefined,
  );
  const once = [...new Map(stops.map((stop) => [stop.message, stop])).values()];
  return (
    <section class="cp-next" aria-labelledby={id}>
      <h2 class="govuk-heading-s" id={id}>
        {title}
      </h2>
      <ul class="govuk-list">
        {once.map(({ message, code, at }) => {
          const isInForm = isAfterForm && at !== undefined && code !== 'hold-elsewhere';
          const way = isInForm || !holds ? undefined : whereSettled(code, subject, holds, at);
          return (
            <li key={message}>
              <span>{message}</span>
              {way && (
                <Button kind="link" onPress={() => router.go(way.to)}>
                  {way.words}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
