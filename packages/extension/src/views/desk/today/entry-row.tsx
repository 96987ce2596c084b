/** One thing to do: the act, the person, the reason, the day, and its key. */
import type { DiaryEntry } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { KeyHint } from '../../../components/key-hint.js';
import { Tag } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';
import { routeOfAct } from './act-route.js';
import { howFar, writtenDay } from './when.js';
import { whoIs } from './who-is.js';

export interface EntryRowProps {
  entry: DiaryEntry;
  diary: DiaryRead;
  /** The digit that starts it, for the first nine. */
  digit: string | undefined;
}

const COLOUR = { overdue: 'red', due: 'yellow', coming: 'blue' } as const;

export function EntryRow({ entry, diary, digit }: EntryRowProps) {
  const { router } = useApp();
  const { about, by, state } = entry;
  const who = whoIs(entry, diary);
  return (
    <li class="cp-due">
      <div class="cp-due__key">{digit && <KeyHint>{digit}</KeyHint>}</div>
      <div class="cp-due__what">
        <button
          type="button"
          class="cp-due__act govuk-link"
          data-entry={entry.id}
          aria-keyshortcuts={digit}
          onClick={() => router.go(routeOfAct(entry))}
        >
          {entry.what}
          {who && <span class="govuk-visually-hidden">: {who}</span>}
        </button>
        {who && about !== undefined && (
          <p class="cp-due__who">
            <Button kind="link" onPress={() => router.go({ name: 'subject', subject: about })}>
              <span class="govuk-visually-hidden">{t('today.open')}: </span>
              <span dir="auto">{who}</span>
            </Button>
          </p>
        )}
        <p class="cp-due__why">{entry.why}</p>
      </div>
      <div class="cp-due__when">
        <Tag colour={COLOUR[state]}>{howFar(entry, diary.today)}</Tag>
        <p class="cp-due__day">
          {by === undefined ? t('today.no-day') : t('today.by', { date: writtenDay(by) })}
        </p>
      </div>
    </li>
  );
}
