import {
  gatherCase,
  type RecordId,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { useGathered } from '../../act/use-gathered.js';
import { GiveForm } from './give-form.js';

/** Referrals of one person, or of those selected in the list, given out as a file that another system reads. */
export function GiveOutView({ route }: { route: RouteOf<'give-out'> }) {
  const people = route.subject ? [route.subject] : (route.subjects ?? []);
  return people.length === 0 ? <NobodyChosen /> : <GiveOut people={people} />;
}

function NobodyChosen() {
  const { router } = useApp();
  return (
    <>
      <PageHeading>{t('give-out.title')}</PageHeading>
      <p class="govuk-body">{t('give-out.nobody')}</p>
      <Button kind="secondary" onPress={() => router.go({ name: 'subjects' })}>
        {t('give-out.subjects')}
      </Button>
    </>
  );
}

function GiveOut({ people }: { people: readonly RecordId[] }) {
  const title = t('give-out.title');
  const { state } = useGathered(people.join(), (store) => gatherPeople(store, people));
  return (
    <GatheredView state={state} title={title} gone={t('give-out.gone')}>
      {(records) => (
        <>
          <PageHeading>{title}</PageHeading>
          <GiveForm records={records} />
        </>
      )}
    </GatheredView>
  );
}

/** Kinds that a file is made from, and the declarations that close a record. */
const KINDS = ['referral', 'relatedPerson', 'onlineIdentifier', 'colleagueRequest'] as const;

/** The records of each person, one after the other; a referrer of several is in it once. */
async function gatherPeople(
  store: RecordStore,
  people: readonly RecordId[],
): Promise<readonly StoredRecord[]> {
  const found = new Map<RecordId, StoredRecord>();
  for (const subject of people)
    for (const record of await gatherCase(store, subject, 'report', KINDS))
      found.set(record.id, record);
  return [...found.values()];
}
