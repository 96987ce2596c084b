import {
  AGE_OF_RESPONSIBILITY,
  type CodeLists,
  type PersonLine as Facts,
  type PlainDate,
} from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Sized } from '../../../components/sized.js';
import { t } from '../../../locales/late.js';
import { ageWords } from '../../desk/age-words.js';
import { routeOfAct } from '../../desk/today/act-route.js';
import { briefFar, howFar, nearnessOf } from '../../desk/today/when.js';
import {
  birthsWords,
  birthWords,
  briefBirthWords,
  briefLevelWords,
  briefStageWords,
  levelWords,
  nameWords,
  stageWords,
  taskWords,
} from './line-words.js';

export interface PersonLineProps {
  line: Facts;
  today: PlainDate;
  lists: CodeLists;
  /** Tells them from somebody of the same name and date of birth; undefined of anybody else. */
  apart?: string | undefined;
  /** Opens the person’s page; absent on that page. */
  onOpen?: (() => void) | undefined;
  /** Acts on the screen's person, at the end of the line. */
  children?: ComponentChildren;
}

/** The one line about a person, two in the panel. It stays in sight on every screen and form about them. */
export function PersonLine({ line, today, lists, apart, onOpen, children }: PersonLineProps) {
  const { router } = useApp();
  const { preferredName, next, isCheckFirst, isConcernOpen, stage } = line;
  const isClosed = stage.name === 'closed';
  const name = nameWords(line);
  const [level, brief] = [levelWords(line), briefLevelWords(line)];
  const preferred = preferredName && t('line.preferred', { name: preferredName });
  return (
    <section
      class={`cp-who cp-no-print${lengthClass(line, name, preferred)}`}
      aria-label={t('line.label')}
    >
      <div class="cp-who__row">
        <p class="cp-who__names">
          {/* The direction is its own: a name that is cut loses its end, in any script. */}
          <bdi class="cp-who__name" dir="auto" title={name}>
            {onOpen ? (
              <Button kind="link" onPress={onOpen}>
                <span class="cp-who__whole">{name}</span>
              </Button>
            ) : (
              <span class="cp-who__whole">{name}</span>
            )}
          </bdi>
          {preferred && (
            <>
              {' '}
              <bdi class="cp-who__preferred" dir="auto" title={preferred}>
                {preferred}
              </bdi>
            </>
          )}
        </p>
        <div class="cp-who__marks">
          <AgeMark line={line} />
          {isClosed && (
            <strong class="cp-who__mark cp-who__mark--closed">{t('line.stage.closed')}</strong>
          )}
          {isConcernOpen && (
            <strong class="cp-who__mark cp-who__mark--concern">
              <Sized wide={t('line.concern')} narrow={t('line.concern.short')} />
            </strong>
          )}
          {isCheckFirst && (
            <strong class="cp-who__mark cp-who__mark--check">
              <Sized wide={t('line.check')} narrow={t('line.check.short')} />
            </strong>
          )}
        </div>
      </div>
      <div class="cp-who__row cp-who__row--facts">
        <span class="cp-who__birth" title={birthsWords(line) ?? birthWords(line)}>
          <Sized wide={birthWords(line)} narrow={briefBirthWords(line)} />
        </span>
        {!isClosed && (
          <span class="cp-who__stage" title={stageWords(stage, lists)}>
            <span class="cp-who__stage-words">
              <Sized wide={stageWords(stage, lists)} narrow={briefStageWords(stage, lists)} />
            </span>
          </span>
        )}
        <span class="cp-who__level">
          {brief === level ? level : <Sized wide={level} narrow={brief} />}
        </span>
        <span class="cp-who__due">
          {next ? (
            <>
              <span class="cp-who__next">{t('line.next')} </span>
              {/* The task and its day are one link: the panel has room for the day alone. */}
              <Button kind="link" onPress={() => router.go(routeOfAct(next))}>
                <span class="cp-who__task">{taskWords(next)}</span>
                <span class="cp-who__task-end">, </span>
                <strong
                  class={`cp-who__far${nearnessOf(next, today) === 'over' ? ' cp-who__far--over' : ''}`}
                  title={next.what}
                >
                  <Sized wide={howFar(next, today)} narrow={briefFar(next, today)} />
                </strong>
              </Button>
            </>
          ) : (
            t('line.next.none')
          )}
        </span>
        {children}
      </div>
      {apart && <p class="cp-who__apart">{apart}</p>}
    </section>
  );
}

/** The line where a family can see the screen: who it is, and nothing of the case. */
export function VisitLine({ line }: Pick<PersonLineProps, 'line'>) {
  const name = nameWords(line);
  const plain = { ...line, isCheckFirst: false, isConcernOpen: false };
  return (
    <section class={`cp-who cp-no-print${lengthClass(plain, name)}`} aria-label={t('line.label')}>
      <div class="cp-who__row">
        <p class="cp-who__names">
          <bdi class="cp-who__name" dir="auto" title={name}>
            <span class="cp-who__whole">{name}</span>
          </bdi>
        </p>
      </div>
      <div class="cp-who__row cp-who__row--facts">
        <span class="cp-who__birth" title={birthsWords(line) ?? birthWords(line)}>
          <Sized wide={birthWords(line)} narrow={briefBirthWords(line)} />
        </span>
      </div>
    </section>
  );
}

/** Letters of large type beside the age in a panel of 360 px, fewer for each mark; then of small type in a row of its own. */
const ROOM = { plain: 18, mark: 7, small: 34, ageless: 4 } as const;

/** Sizes the name by its letters: a panel has room for few of them. */
function lengthClass(
  { isCheckFirst, isConcernOpen, ages, stage }: Facts,
  name: string,
  preferred = '',
): string {
  const letters = [...name, ...preferred].length;
  if (letters > ROOM.small) return ' cp-who--longest';
  const marks = [isCheckFirst, isConcernOpen, stage.name === 'closed'].filter(Boolean).length;
  const room = ROOM.plain - marks * ROOM.mark;
  // “Age not known” is longer than an age, and so are several ages.
  const more = ages.length === 0 ? ROOM.ageless : ages.length > 1 ? ROOM.mark : 0;
  return letters > room - more ? ' cp-who--long' : '';
}

const ADULT = 18;

/**
 * The age, or that it is not known, with the mark of a child: in words, never by colour alone. Where only some dates of
 * birth make them one, that they may be is said instead.
 */
function AgeMark({ line }: { line: Facts }) {
  const age = ageWords(line) ?? t('line.age.none');
  const { under, ages } = line;
  const [youngest = ADULT] = ages;
  if (youngest >= ADULT) return <span class="cp-who__mark">{age}</span>;
  const isMaybeUnderTen = youngest < AGE_OF_RESPONSIBILITY && under !== AGE_OF_RESPONSIBILITY;
  const mark = isMaybeUnderTen
    ? 'line.may-be.10'
    : under === undefined
      ? 'line.may-be.18'
      : (`line.under.${under}` as const);
  return (
    <strong class="cp-who__mark cp-who__mark--child">
      {age} · <Sized wide={t(mark)} narrow={t(`${mark}.short`)} />
    </strong>
  );
}
