import {
  type CaseOverview,
  caseHolder,
  closedBy,
  type DiaryEntry,
  type RecordId,
} from '@cyber-prevent/core';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { routeOfAct } from '../../desk/today/act-route.js';
import { howFar, nearnessOf, shortDay } from '../../desk/today/when.js';
import { Part } from './part.js';
import { useWhichReferral } from './use-which-referral.js';

/** Number shown; the diary has the rest. */
const SHOWN = 3;

export interface DuePartProps {
  overview: CaseOverview;
  page: SubjectPage;
}

/** The next due acts on the case, each with its button: an officer who has just saved does not have to look for them. */
export function DuePart({ overview, page }: DuePartProps) {
  const { subject } = page;
  const whichReferral = useWhichReferral(page);
  const wordsOf = (entry: DiaryEntry): string => {
    const which = whichReferral(entry);
    return which === undefined ? entry.what : t('overview.due.which', { what: entry.what, which });
  };
  const { services, router } = useApp();
  const { officer } = useOpenVault();
  const today = services.today();
  const { due } = overview;
  const isOver = isOverFor(officer.id, page);
  const owed = firstSteps(overview, page, officer.id);
  const more = due.length - SHOWN;
  return (
    <Part
      heading={t('overview.due')}
      more={{ words: t('overview.due.all'), onPress: () => router.go({ name: 'diary' }) }}
    >
      {due.length === 0 && owed.length === 0 && (
        <p class="cp-part__line">
          {isOver ? t('subject.next.none') : t('subject.next.nothing')}{' '}
          {!isOver && (
            <Button
              kind="link"
              onPress={() => router.go({ name: 'close-case', subject: subject.id })}
            >
              {t('ending.close.go')}
            </Button>
          )}
        </p>
      )}
      {due.length > 0 && (
        <ul class="cp-part__rows">
          {due.slice(0, SHOWN).map((entry) => (
            <li key={entry.id} class="cp-part__row">
              <Button kind="link" onPress={() => router.go(routeOfAct(entry))}>
                <span dir="auto">{wordsOf(entry)}</span>
              </Button>{' '}
              <span
                class={`cp-when cp-when--${nearnessOf(entry, today)}`}
                title={entry.by && shortDay(entry.by, today)}
              >
                {howFar(entry, today)}
              </span>
            </li>
          ))}
          {more > 0 && (
            <li class="cp-part__row">
              <Button kind="link" onPress={() => router.go({ name: 'diary' })}>
                {t('subject.next.more', { count: more })}
              </Button>
            </li>
          )}
        </ul>
      )}
      {owed.length > 0 && (
        <p class="cp-part__line">
          {owed.includes('assess') && (
            <>
              {t('subject.next.not-assessed')}{' '}
              <Button
                kind="link"
                onPress={() => router.go({ name: 'assess', subject: subject.id })}
              >
                {t('assessment.start')}
              </Button>{' '}
            </>
          )}
          {owed.includes('plan') && (
            <>
              {t('overview.plan.none')}{' '}
              <Button
                kind="link"
                onPress={() => router.go({ name: 'plan', subject: subject.id, form: 'make' })}
              >
                {t('plan.make')}
              </Button>
            </>
          )}
        </p>
      )}
    </Part>
  );
}

/** True of a case that is closed, or with a colleague. */
function isOverFor(officer: RecordId, { all }: SubjectPage): boolean {
  const holder = caseHolder(all('colleagueRequest'));
  const isWithColleague = holder !== undefined && holder !== officer;
  return closedBy(all('decision')) !== undefined || isWithColleague;
}

/** The next steps on an accepted case before its end can be one: it is assessed, and has had a plan. */
export function firstSteps(
  { whyHere, levels }: CaseOverview,
  page: SubjectPage,
  officer: RecordId,
): readonly ('assess' | 'plan')[] {
  const { all } = page;
  if (isOverFor(officer, page) || whyHere?.decision?.value.outcome !== 'accept') return [];
  return [
    ...(levels.length === 0 ? (['assess'] as const) : []),
    ...(all('plan').length === 0 ? (['plan'] as const) : []),
  ];
}
