import { type CaseOverview, civilDay, codeLabel } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { shortDay } from '../../desk/today/when.js';
import { SourceMark } from '../source-mark.js';
import { Part } from './part.js';

interface ContactPartProps {
  overview: CaseOverview;
  page: SubjectPage;
}

/** The last contact, how it went, and what was to happen next. */
export function ContactPart({ overview, page }: ContactPartProps) {
  const { services, router } = useApp();
  const { lists } = services;
  const { last, count } = overview.contacts;
  if (!last)
    return (
      <Part heading={t('overview.contact')}>
        <p class="cp-part__line">{t('overview.contact.none')}</p>
      </Part>
    );
  const { heldOn, kind, mode, minutes, outcome, note, response, nextAction } = last.value;
  const said = note ?? response;
  const on = civilDay(last.createdAt);
  const how = codeLabel(lists, 'intervention-mode', mode, on).toLowerCase();
  return (
    <Part
      heading={t('overview.contact')}
      more={{
        words: t('overview.contact.all', { count }),
        onPress: () =>
          router.go({ name: 'subject', subject: overview.subject.id, section: 'interventions' }),
      }}
    >
      <div class="cp-part__line">
        <strong>
          {t('overview.contact.what', {
            date: shortDay(heldOn, services.today()),
            what: `${codeLabel(lists, 'intervention-kind', kind, on)}, ${how}`,
            count: minutes,
            outcome: codeLabel(lists, 'intervention-outcome', outcome, on).toLowerCase(),
          })}
        </strong>{' '}
        <SourceMark
          record={last}
          captures={page.all('sourceCapture')}
          about={t('overview.contact')}
        />
      </div>
      <p class="cp-part__line cp-part__text" dir="auto">
        {said ?? t('overview.contact.empty')}
      </p>
      {nextAction && (
        <p class="cp-part__line" dir="auto">
          {t('overview.contact.next', { what: nextAction })}
        </p>
      )}
    </Part>
  );
}
