import { civilDay, type RecordId, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordDetails } from '../../../components/record-details.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';

/** One graded note, as kept. Its person has it among the others. */
export function NotePage({ id }: { id: RecordId }) {
  const { router, services } = useApp();
  const { state } = useGathered(id, (store) => store.consult([id], 'case-work'));
  return (
    <GatheredView state={state} title={t('notes.title')} gone={t('notes.gone')}>
      {(records) => {
        const [held] = ofKind(records, 'intelligenceNote');
        if (!held) return null;
        const { subjectId, intelligenceOn } = held.value;
        return (
          <div class="cp-read">
            <PageHeading caption={t('notes.title')}>
              {intelligenceOn
                ? t('notes.one', { date: writtenDate(intelligenceOn) })
                : t('notes.one.no-day')}
            </PageHeading>
            <RecordDetails
              kind="intelligenceNote"
              value={held.value}
              lists={services.lists}
              on={civilDay(held.createdAt)}
            />
            {subjectId !== undefined && (
              <p class="govuk-body">
                <Button
                  kind="link"
                  onPress={() =>
                    router.go({ name: 'subject', subject: subjectId, section: 'notes' })
                  }
                >
                  {t('notes.person')}
                </Button>
              </p>
            )}
          </div>
        );
      }}
    </GatheredView>
  );
}
