import type { CodeLists, PersonLine as Facts, PlainDate } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { ageWords } from '../../desk/age-words.js';
import { routeOfAct } from '../../desk/today/act-route.js';
import { howFar } from '../../desk/today/when.js';
import {
  birthsWords,
  birthWords,
  levelWords,
  nameWords,
  stageWords,
  taskWords,
} from './line-words.js';

export interface PersonLineProps {
  line: Facts;
  today: PlainDate;
  lists: CodeLists;
  /** Acts on the screen's person, at the end of the line. */
  children?: ComponentChildren;
}

/** The one line about a person, two in the panel. It stays in sight on every screen and form about them. */
export function PersonLine({ line, today, lists, children }: PersonLineProps) {
  const { router } = useApp();
  const { preferredName, next, isCheckFirst } = line;
  const name = nameWords(line);
  return (
    <section class="cp-who cp-no-print" aria-label={t('line.label')}>
      <div class="cp-who__row">
        <p class="cp-who__name" title={name}>
          <bdi>{name}</bdi>
          {preferredName && (
            <bdi class="cp-who__preferred"> {t('line.preferred', { name: preferredName })}</bdi>
          )}
        </p>
        <AgeMark line={line} />
        {isCheckFirst && (
          <strong class="cp-who__mark cp-who__mark--check">
            <Sized wide={t('line.check')} narrow={t('line.check.short')} />
          </strong>
        )}
      </div>
      <div class="cp-who__row cp-who__row--facts">
        <span title={birthsWords(line)}>{birthWords(line)}</span>
        <span>{stageWords(line.stage, lists)}</span>
        <span class="cp-who__level">{levelWords(line)}</span>
        <span class="cp-who__due">
          {next ? (
            <>
              <span class="cp-who__task">
                {t('line.next')}{' '}
                <Button kind="link" onPress={() => router.go(routeOfAct(next))}>
                  {taskWords(next)}
                </Button>
                ,{' '}
              </span>
              <strong>{howFar(next, today)}</strong>
            </>
          ) : (
            t('line.next.none')
          )}
        </span>
        {children}
      </div>
    </section>
  );
}

/** The age, with the mark of a child: in words, never by colour alone. */
function AgeMark({ line }: { line: Facts }) {
  const age = ageWords(line);
  if (age === undefined) return null;
  const { under } = line;
  if (under === undefined) return <span class="cp-who__mark">{age}</span>;
  return (
    <strong class="cp-who__mark cp-who__mark--child">
      {age} · <Sized wide={t(`line.under.${under}`)} narrow={t(`line.under.${under}.short`)} />
    </strong>
  );
}

/** One of two lengths of the same words; where there is little room, the full words are read out. */
function Sized({ wide, narrow }: { wide: string; narrow: string }) {
  return (
    <>
      <span class="cp-wide">{wide}</span>
      <span class="cp-narrow" aria-hidden="true">
        {narrow}
      </span>
    </>
  );
}
