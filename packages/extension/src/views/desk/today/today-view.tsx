/** The first screen: things to do, each with its reason, its day and one key. */
import {
  addDays,
  DIARY_GROUPINGS,
  type DiaryGroup,
  DUE_ACTS,
  groupEntries,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';
import { OneOf } from '../list/one-of.js';
import { useKeptChoice } from '../list/use-kept-choice.js';
import { DiaryIssues } from './diary-issues.js';
import { EntryGroup } from './entry-group.js';
import { NothingDue, StartSomething } from './nothing-due.js';
import { UnfinishedList } from './unfinished-list.js';
import { useDiary } from './use-diary.js';
import { useListKeys } from './use-list-keys.js';
import { WeekStrip } from './week-strip.js';
import { laterThan, writtenDay } from './when.js';
import { personIs } from './who-is.js';

const DAYS_AHEAD = 7;
/** Groups rendered at once: by person there are as many as people. */
const PORTION = 50;

export function TodayView() {
  const { services, router } = useApp();
  const { shown, again } = useDiary(addDays(services.today(), DAYS_AHEAD));
  const root = useRef<HTMLDivElement>(null);
  const state = shown.value;
  const [grouping, setGrouping, isGrouped] = useKeptChoice('list-grouping/today', DIARY_GROUPINGS);
  // The digits of the rows must not change under the hand.
  const diary = state.name === 'shown' && isGrouped ? state.diary : undefined;
  const groups = diary ? groupEntries(diary.entries, grouping) : [];
  // A digit does the entry that it stands beside.
  useListKeys(
    root,
    groups.flatMap(({ entries }) => entries),
  );
  return (
    <div ref={root} class="cp-today">
      <div class="cp-today__head">
        <PageHeading caption={writtenDay(diary?.today ?? services.today())}>
          {t('today.title')}
        </PageHeading>
        {diary && diary.entries.length > 1 && (
          <OneOf
            label={t('today.group')}
            choices={DIARY_GROUPINGS}
            words={(each) => t(`today.group.${each}`)}
            chosen={grouping}
            onChosen={setGrouping}
          />
        )}
      </div>
      <UnfinishedList />
      {!diary && state.name !== 'failed' && (
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
          {isEmpty(diary) ? <NothingDue /> : <Groups diary={diary} groups={groups} />}
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

function Groups({ diary, groups }: { diary: DiaryRead; groups: readonly DiaryGroup[] }) {
  const { overdue, due } = diary.counts;
  const most = useSignal(PORTION);
  const rest = groups.length - most.value;
  let before = 0;
  return (
    <>
      <WeekStrip diary={diary} />
      {overdue === 0 && due === 0 && <p class="govuk-body cp-today__sum">{t('today.sum.none')}</p>}
      {diary.entries.length === 0 && <StartSomething />}
      {groups.slice(0, most.value).map((group) => {
        const start = before;
        before += group.entries.length;
        return (
          <EntryGroup
            key={group.key}
            heading={headingOf(group, diary)}
            entries={group.entries}
            overdue={group.overdue}
            diary={diary}
            before={start}
          />
        );
      })}
      {rest > 0 && (
        <Button
          kind="secondary"
          onPress={() => {
            most.value += PORTION;
          }}
        >
          {t('today.more.groups', { count: Math.min(rest, PORTION) })}
        </Button>
      )}
    </>
  );
}

/** The group in words: of a person the same as in its rows, so that namesakes are told apart there too. */
function headingOf({ key, about }: DiaryGroup, diary: DiaryRead): string {
  if (about !== undefined) return personIs(about, diary);
  if (key === 'nobody') return t('today.nobody');
  if (key === 'urgent' || key === 'overdue' || key === 'due' || key === 'coming')
    return t(`today.${key}`);
  return Object.hasOwn(DUE_ACTS, key) ? DUE_ACTS[key as keyof typeof DUE_ACTS] : key;
}

function isEmpty({ counts }: DiaryRead): boolean {
  return counts.overdue + counts.due + counts.coming === 0;
}
