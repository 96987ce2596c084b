import type { RecordId } from '@cyber-prevent/core';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { Route } from '../../../app/route.js';
import { screenOf } from '../../../app/screens.js';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/icon.js';
import { t } from '../../../locales/late.js';
import { useSubjectNames } from '../use-subject-names.js';
import { useApartLine } from '../use-twin-words.js';
import { ChangePerson, canChange } from './change-person.js';
import { ClosedRecord } from './closed-record.js';
import { nameWords } from './line-words.js';
import { PersonLine, VisitLine } from './person-line.js';
import { useRoutePerson } from './route-person.js';
import { usePersonLine } from './use-person-line.js';

export interface PersonFrameProps {
  route: Route;
  /** Called if the record is closed to the officer: the screen itself must then not be shown. */
  onClosed: () => void;
}

/** Head of every screen about a person: the line about them, or that their record is closed to the officer. */
export function PersonFrame({ route, onClosed }: PersonFrameProps) {
  const { about, reasons } = useApp();
  const named = useRoutePerson(route);
  const isClosed = named.name === 'closed';
  useEffect(() => {
    if (isClosed) onClosed();
  }, [isClosed]);
  if (isClosed) return <ClosedRecord />;
  if (named.name === 'person')
    return <OfPerson key={named.id} route={route} id={named.id} onClosed={onClosed} />;
  const chosen = about.value;
  if (chosen === undefined) return null;
  // If each opening asks for a reason, choosing a name in a form is not one.
  if (reasons.isAsked.value !== false && !reasons.given.value.has(chosen)) return null;
  return <OfPerson key={chosen} route={route} id={chosen} onClosed={onClosed} />;
}

interface OfPersonProps extends PersonFrameProps {
  id: RecordId;
}

function OfPerson({ route, id, onClosed }: OfPersonProps) {
  const { services, settings, screens, router } = useApp();
  const read = usePersonLine(services, id);
  const apart = useApartLine(id);
  const names = useSubjectNames();
  const isClosed = read.name === 'closed';
  useEffect(() => {
    if (isClosed) onClosed();
  }, [isClosed]);
  const isForVisit = screenOf(screens, route.name)?.isForVisit === true;
  switch (read.name) {
    case 'none':
      return null;
    case 'loading':
      // Keeps the place of the line, so that nothing moves under the officer's hand.
      return <div class="cp-who cp-no-print" aria-busy="true" />;
    case 'closed':
      return route.name === 'know-person' ? null : <ClosedRecord read={read} subject={id} />;
    case 'shown':
      if (isForVisit) return <VisitLine line={read.line} />;
      return (
        <>
          <PersonLine
            line={read.line}
            today={read.today}
            lists={services.lists}
            apart={apart}
            onOpen={
              route.name === 'subject'
                ? undefined
                : () => router.go({ name: 'subject', subject: id })
            }
          >
            <Button kind="link" onPress={() => settings.change({ visitView: true })}>
              {/* Above a day that is due, the word “Visit” would read as a visit that is due. */}
              <span class="cp-who__visit" title={t('visit.on')}>
                <Icon name="eye" />
                <span class="govuk-visually-hidden">{t('visit.on')}</span>
              </span>
            </Button>
          </PersonLine>
          {canChange(route) && (
            <ChangePerson route={route} name={names.get(id) ?? nameWords(read.line)} />
          )}
        </>
      );
  }
}
