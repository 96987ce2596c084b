/** One thing to do: the person first, then the act, the reason, how far off it is and the day; and its key. */
import type { DiaryEntry } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { KeyHint } from '../../../components/key-hint.js';
import { Sized } from '../../../components/sized.js';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';
import { agesOf } from '../age-words.js';
import { RiskMark } from '../risk-words.js';
import { routeOfAct } from './act-route.js';
import { briefFar, howFar, limitDay, nearnessOf } from './when.js';
import { apartWords, beginsWords, referenceOf, whoIs } from './who-is.js';

export interface EntryRowProps {
  entry: DiaryEntry;
  diary: DiaryRead;
  /** The digit that starts it, for the first nine. */
  digit: string | undefined;
}

export function EntryRow({ entry, diary, digit }: EntryRowProps) {
  const { router, services } = useApp();
  const { about, isUrgent, riskNow } = entry;
  const { today, people } = diary;
  const who = whoIs(entry, diary);
  const person = about === undefined ? undefined : people[about];
  const { name } = person ?? {};
  const age = person && (agesOf(person, today) ?? t('line.age.none'));
  const begins = beginsWords(entry, diary, services.lists);
  const apart = begins ?? apartWords(entry, diary);
  const reference = referenceOf(entry, diary);
  const [far, brief] = [howFar(entry, today), briefFar(entry, today)];
  return (
    <li
      class={`cp-due${isUrgent ? ' cp-due--urgent' : ''}${riskNow === undefined ? '' : ' cp-due--risk'}`}
    >
      <div class="cp-due__key">{digit && <KeyHint>{digit}</KeyHint>}</div>
      <div class="cp-due__who">
        {who === undefined || about === undefined ? (
          <span class="cp-quiet">{t('today.nobody')}</span>
        ) : (
          <Button
            kind="link"
            about={apart}
            onPress={() => router.go({ name: 'subject', subject: about })}
          >
            <span class="govuk-visually-hidden">{t('today.open')}: </span>
            <span dir="auto">{name ?? who}</span>
          </Button>
        )}
        {apart === undefined ? (
          <>
            {age && <span class="cp-due__age"> {age}</span>}
            {reference && <span class="cp-due__reference"> {reference}</span>}
          </>
        ) : (
          <span class="cp-due__apart" aria-hidden={begins === undefined} dir="auto">
            {apart}
          </span>
        )}
      </div>
      <div class="cp-due__what">
        {riskNow !== undefined && (
          <span class="cp-due__risk">
            <RiskMark riskNow={riskNow} lists={services.lists} isNamed />
          </span>
        )}
        <button
          type="button"
          class="cp-due__act govuk-link"
          data-entry={entry.id}
          aria-keyshortcuts={digit}
          onClick={() => router.go(routeOfAct(entry))}
        >
          {entry.what}
          {(who ?? begins) && <span class="govuk-visually-hidden">: {who ?? begins}</span>}
        </button>
      </div>
      <p class="cp-due__why">{entry.why}</p>
      <p class={`cp-due__when cp-when cp-when--${nearnessOf(entry, today)}`}>
        {far === brief ? far : <Sized wide={far} narrow={brief} />}
      </p>
      <p class="cp-due__day">{limitDay(entry, today)}</p>
    </li>
  );
}
