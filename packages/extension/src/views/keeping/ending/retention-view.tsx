import { closedBy, gatherCase } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { FactsBeside } from '../../../components/facts-beside.js';
import { InsetText } from '../../../components/inset-text.js';
import { SummaryList } from '../../../components/summary-list.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { PersonHeading } from '../../case/person-heading.js';
import { retentionRows, standingOf } from '../../case/retention-words.js';
import { useRetention } from '../../case/use-retention.js';
import { StopList } from '../../intake/decision/stop-list.js';
import { CaseFacts } from '../../intake/facts/case-facts.js';
import { GroupForm } from './group-form.js';
import { ReviewForm } from './review-form.js';

/** Retention of a case: its period, and the review of the need for it. */
export function RetentionView({ route }: { route: RouteOf<'retention'> }) {
  const { services } = useApp();
  const rules = useRetention();
  const { state, again } = useGathered(route.subject, (store) =>
    gatherCase(store, route.subject, 'retention'),
  );
  return (
    <GatheredView state={state} title={t('ending.retention.title')} gone={t('subject.gone')}>
      {(records) => {
        const [subject] = ofKind(records, 'subject');
        const standing = standingOf(records, rules);
        if (!subject || !standing) return null;
        const about = { subject, records, rules };
        return (
          <>
            <PersonHeading of={subject}>{t('ending.retention.title')}</PersonHeading>
            <FactsBeside facts={<CaseFacts subject={subject.id} records={records} />}>
              <SummaryList rows={retentionRows(standing, services.lists, services.today())} />
              {standing.period?.status !== 'found' && (
                <InsetText>{t('ending.retention.confirm')}</InsetText>
              )}
              <GroupForm
                {...about}
                isChosen={standing.group !== undefined && !standing.isDefault}
                isOpen={standing.group === undefined}
                onKept={() => void again()}
              />
              {!closedBy(ofKind(records, 'decision')) && (
                <StopList
                  subject={subject.id}
                  stops={[{ code: 'case-open', message: t('ending.review.open') }]}
                  title={t('ending.review.open.title')}
                />
              )}
              <ReviewForm {...about} />
            </FactsBeside>
          </>
        );
      }}
    </GatheredView>
  );
}
