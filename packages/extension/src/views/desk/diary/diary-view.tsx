/** Every due entry as a list, by span, beside a week or a month; and as a calendar file. */
import type { PlainDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { Select } from '../../../components/select.js';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';
import { DiaryIssues } from '../today/diary-issues.js';
import { useDiary } from '../today/use-diary.js';
import { writtenDay } from '../today/when.js';
import { DiaryCalendar } from './diary-calendar.js';
import { DiaryRows } from './diary-rows.js';
import { lastDayOf, SPANS, type Span } from './span.js';

export function DiaryView() {
  const { services } = useApp();
  const { shown } = useDiary(lastDayOf('all', services.today()));
  const state = shown.value;
  return (
    <>
      <PageHeading>{t('diary.title')}</PageHeading>
      {state.name === 'failed' && (
        <ErrorSummary errors={[{ message: t('today.failed', { why: state.why }) }]} />
      )}
      {state.name === 'reading' && (
        <p class="govuk-body" role="status">
          {t('today.reading')}
        </p>
      )}
      {state.name === 'shown' && <Shown diary={state.diary} />}
    </>
  );
}

function Shown({ diary }: { diary: DiaryRead }) {
  const { today } = diary;
  const span = useSignal<Span>('next-week');
  const day = useSignal<PlainDate | undefined>(undefined);
  const only = day.value;
  const to = lastDayOf(span.value, today);
  const entries = useMemo(
    () =>
      diary.entries.filter(({ by, isUrgent }) =>
        only === undefined ? isUrgent || by === undefined || by <= to : by === only,
      ),
    [diary, only, to],
  );
  const later = only === undefined ? diary.entries.length - entries.length : 0;
  return (
    <>
      <DiaryIssues issues={diary.issues} />
      <div class="cp-diary">
        {only === undefined ? (
          <Form label={t('diary.show')}>
            <Select
              label={t('diary.span')}
              choices={SPANS.map((value) => ({ value, label: t(`diary.span.${value}`) }))}
              none={false}
              value={span.value}
              onValue={(value) => {
                span.value = SPANS.find((each) => each === value) ?? span.value;
              }}
            />
          </Form>
        ) : (
          <p class="govuk-body">
            {t('diary.only', { day: writtenDay(only) })}{' '}
            <Button
              kind="link"
              onPress={() => {
                day.value = undefined;
              }}
            >
              {t('diary.only.all')}
            </Button>
          </p>
        )}
        <DiaryCalendar
          entries={diary.entries}
          today={today}
          day={only}
          onDay={(next) => {
            day.value = next;
          }}
        />
        <DiaryRows entries={entries} diary={diary} />
        {later > 0 && (
          <p class="govuk-body">
            {t('diary.later', { count: later })}{' '}
            <Button
              kind="link"
              onPress={() => {
                span.value = 'all';
              }}
            >
              {t('diary.later.show')}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}
