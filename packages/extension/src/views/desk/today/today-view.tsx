/** The first screen: things to do, each with its reason, its day and one key. */
import { addDays, type DiaryEntry } from '@cyber-prevent/core';
import { useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';
import { DiaryIssues } from './diary-issues.js';
import { EntryGroup } from './entry-group.js';
import { NothingDue, StartSomething } from './nothing-due.js';
import { UnfinishedList } from './unfinished-list.js';
import { useDiary } from './use-diary.js';
import { useListKeys } from './use-list-keys.js';
import { WeekStrip } from './week-strip.js';
import { laterThan, writtenDay } from './when.js';

const DAYS_AHEAD = 7;
const GROUPS = ['urgent', 'overdue', 'due', 'coming'] as const;

export function TodayView() {
  const { services, router } = useApp();
  const { shown, again } = useDiary(addDays(services.today(), DAYS_AHEAD));
  const root = useRef<HTMLDivElement>(null);
  const state = shown.value;
  const diary = state.name === 'shown' ? state.diary : undefined;
  useListKeys(root, diary?.entries ?? []);
  return (
    <div ref={root} class="cp-today">
      <div class="cp-today__head">
        <PageHeading caption={writtenDay(diary?.today ?? services.today())}>
          {t('today.title')}
        </PageHeading>
      </div>
      <UnfinishedList />
      {state.name === 'reading' && (
        <p class="govuk-body" role="status">
          {t('today.reading')}
        </p>
      )}
      {state.name === 'failed' && (
        <>
          <ErrorSummary errors={[{ message: t('today.failed', { why: state.why }) }]} />
          <Button kind="secondary" onPress={again}>
            {t('today.try-again')}
          </Button>
        </>
      )}
      {diary && (
        <>
          <DiaryIssues issues={diary.issues} />
          {isEmpty(diary) ? <NothingDue /> : <Groups diary={diary} />}
          {laterThan(diary) > 0 && (
            <p class="govuk-body">
              {t('today.later', { count: laterThan(diary) })}{' '}
              <Button kind="link" onPress={() => router.go({ name: 'diary' })}>
                {t('today.diary')}
              </Button>
            </p>
          )}
        </>
      )}
    </div>
  );
}

function Groups({ diary }: { diary: DiaryRead }) {
  const { overdue, due } = diary.counts;
  let before = 0;
  return (
    <>
      <WeekStrip diary={diary} />
      {overdue === 0 && due === 0 && <p class="govuk-body cp-today__sum">{t('today.sum.none')}</p>}
      {diary.entries.length === 0 && <StartSomething />}
      {GROUPS.map((group) => {
        const entries = diary.entries.filter((entry) => groupOf(entry) === group);
        const start = before;
        before += entries.length;
        return (
          <EntryGroup
            key={group}
            heading={t(`today.${group}`)}
            entries={entries}
            diary={diary}
            before={start}
          />
        );
      })}
    </>
  );
}

function groupOf({ isUrgent, state }: DiaryEntry): (typeof GROUPS)[number] {
  return isUrgent ? 'urgent' : state;
}

function isEmpty({ counts }: DiaryRead): boolean {
  return counts.overdue + counts.due + counts.coming === 0;
}
