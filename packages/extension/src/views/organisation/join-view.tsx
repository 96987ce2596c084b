import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { PageHeading } from '../../components/page-heading.js';
import { t } from '../../locales/late.js';
import { useRecords } from '../act/use-records.js';
import { JoinForm } from './join-form.js';
import { useOpenPlaces } from './use-open-places.js';

/**
 * The words of records that are joined to no organisation, one after the other.
 *
 * @param only - the records whose words are offered, such as those of one save; absent: all
 */
export function JoinView({ only }: { only?: readonly RecordId[] | undefined }) {
  const { router } = useApp();
  const nth = useSignal(0);
  /** True from the press that left some words until the next are on screen. */
  const hasLeft = useRef(false);
  const open = useOpenPlaces(only);
  const organisations = useRecords('organisation');
  const count = open?.words.length ?? 0;
  const at = count === 0 ? 0 : nth.value % count;
  const shown = open?.words[at];
  return (
    <div class="cp-read">
      <PageHeading>{t('organisation.join.title')}</PageHeading>
      <p class="govuk-body">{t('organisation.join.intro')}</p>
      {!open || !organisations ? (
        <p class="govuk-body" role="status">
          {t('common.loading')}
        </p>
      ) : !shown ? (
        <>
          <p class="govuk-body">{t('organisation.join.none')}</p>
          <ButtonGroup>
            <Button kind="secondary" onPress={() => router.go({ name: 'organisation' })}>
              {t('organisation.join.back')}
            </Button>
          </ButtonGroup>
        </>
      ) : (
        <>
          <p class="govuk-caption-m" role="status">
            {t('organisation.join.nth', { nth: at + 1, count })}
          </p>
          <JoinForm
            key={shown.places.map(({ record, path }) => `${record} ${path}`).join()}
            shown={shown}
            organisations={organisations}
            ownerOf={open.ownerOf}
            hasLeft={hasLeft}
            onLeave={() => {
              hasLeft.current = true;
              nth.value = at + 1;
            }}
          />
        </>
      )}
    </div>
  );
}
