/** Every due entry, filtered by span and kind, week by week; and as a calendar file. */
import { type DiaryEntry, DUE_ACTS, type DueAct, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import type { Choice } from '../../../components/choice.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { Select } from '../../../components/select.js';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';
import { DiaryIssues } from '../today/diary-issues.js';
import { useDiary } from '../today/use-diary.js';
import { laterThan } from '../today/when.js';
import { CalendarFile } from './calendar-file.js';
import { lastDayOf, SPANS, type Span, type Stretch, stretchesOf } from './span.js';
import { StretchTable } from './stretch-table.js';

/** Rows rendered at once. */
const PORTION = 100;

export function DiaryView() {
  const { services } = useApp();
  const span = useSignal<Span>('next-week');
  const act = useSignal<DueAct | ''>('');
  const most = useSignal(PORTION);
  const { shown } = useDiary(lastDayOf(span.value, services.today()));
  const state = shown.value;
  const diary = state.name === 'shown' ? state.diary : undefined;
  const entries = (diary?.entries ?? []).filter((each) => !act.value || each.act === act.value);
  const rest = entries.length - most.value;
  const later = diary ? laterThan(diary) : 0;
  return (
    <>
      <PageHeading>{t('diary.title')}</PageHeading>
      <p class="govuk-body cp-read">{t('diary.about')}</p>
      {state.name === 'failed' && (
        <ErrorSummary errors={[{ message: t('today.failed', { why: state.why }) }]} />
      )}
      {state.name === 'reading' && (
        <p class="govuk-body" role="status">
          {t('today.reading')}
        </p>
      )}
      {diary && (
        <>
          <DiaryIssues issues={diary.issues} />
          <Form label={t('diary.show')}>
            <div class="cp-diary__choices">
              <Select
                label={t('diary.span')}
                choices={SPANS.map((value) => ({ value, label: t(`diary.span.${value}`) }))}
                none={false}
                value={span.value}
                onValue={(value) => {
                  span.value = SPANS.find((each) => each === value) ?? span.value;
                  most.value = PORTION;
                }}
              />
              <Select
                label={t('diary.act')}
                choices={actsIn(diary.entries)}
                none={t('diary.act.all')}
                value={act.value}
                onValue={(value) => {
                  act.value = isDueAct(value) ? value : '';
                  most.value = PORTION;
                }}
              />
            </div>
          </Form>
          <p class="govuk-body-s" role="status">
            {t('diary.shown', { count: entries.length })}
          </p>
          {entries.length === 0 && later === 0 && <p class="govuk-body">{t('diary.none')}</p>}
          <Stretches stretches={stretchesOf(entries.slice(0, most.value))} diary={diary} />
          {rest > 0 && (
            <Button
              kind="secondary"
              onPress={() => {
                most.value += PORTION;
              }}
            >
              {t('diary.more', { count: Math.min(rest, PORTION) })}
            </Button>
          )}
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
          <CalendarFile entries={entries} today={diary.today} />
        </>
      )}
    </>
  );
}

function Stretches({ stretches, diary }: { stretches: readonly Stretch[]; diary: DiaryRead }) {
  return (
    <>
      {stretches.map((stretch) => (
        <StretchTable
          key={stretch.of}
          heading={headingOf(stretch)}
          entries={stretch.entries}
          diary={diary}
        />
      ))}
    </>
  );
}

function headingOf({ of }: Stretch): string {
  if (of === 'urgent') return t('diary.urgent');
  if (of === 'overdue') return t('diary.overdue');
  return of === 'no-day' ? t('diary.no-day') : t('diary.week', { date: writtenDate(of) });
}

/** Kinds of act present, with their counts; the choice of all comes first. */
function actsIn(entries: readonly DiaryEntry[]): readonly Choice[] {
  const counts = new Map<DueAct, number>();
  for (const { act } of entries) counts.set(act, (counts.get(act) ?? 0) + 1);
  const kinds = [...counts].map(([value, count]) => ({
    value,
    label: t('diary.act.count', { what: DUE_ACTS[value], count }),
  }));
  return kinds.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}

function isDueAct(value: string): value is DueAct {
  return Object.hasOwn(DUE_ACTS, value);
}
