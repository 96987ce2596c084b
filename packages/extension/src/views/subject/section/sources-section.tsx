import { handlingWords, originIn, type StoredRecord, waysToPermit } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { ActName } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Tag } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';

/** Captures with their sources, the conditions on them and the stored copies of their pages; and the permissions. */
export function SourcesSection({ page: { subject, all } }: { page: SubjectPage }) {
  const { router } = useApp();
  const captures = all('sourceCapture');
  const permissions = all('sharingPermission');
  const go = (act: ActName, { id }: StoredRecord): void =>
    router.go({ name: 'act', act, subject: subject.id, record: id });
  return (
    <>
      <RecordList
        records={captures}
        captures={captures}
        whole
        after={(capture) => {
          const origin = originIn(capture);
          const about = captures.find(({ id }) => id === capture.id)?.value.title;
          return (
            <>
              {origin && (
                <p class="govuk-body" dir="auto">
                  <Tag>{t('handling.apply')}</Tag> {handlingWords(origin)}
                </p>
              )}
              <ButtonGroup>
                <Button kind="link" about={about} onPress={() => go('change-handling', capture)}>
                  {t('handling.correct')}
                </Button>
                {waysToPermit(capture).length > 0 && (
                  <Button kind="link" about={about} onPress={() => go('permit-sharing', capture)}>
                    {t('handling.permit')}
                  </Button>
                )}
              </ButtonGroup>
            </>
          );
        }}
      />
      {permissions.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('handling.permissions')}</h2>
          <RecordList
            records={permissions.toReversed()}
            captures={captures}
            after={(permission) =>
              'endedOn' in permission.value ? null : (
                <Button kind="link" onPress={() => go('end-permission', permission)}>
                  {t('handling.end')}
                </Button>
              )
            }
          />
        </>
      )}
    </>
  );
}
