import { gatherCases, type RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { ProgressLine } from '../../../components/progress-line.js';
import { t } from '../../../locales/late.js';
import { nextTask } from '../../../page/next-task.js';
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
  const { router } = useApp();
  const title = t('give-out.title');
  const progress = useSignal<{ readonly done: number; readonly of: number } | undefined>(undefined);
  const current = useRef<object>(undefined);
  useEffect(
    () => () => {
      current.current = undefined;
    },
    [],
  );
  const { state } = useGathered(people.join(), async (store) => {
    const own = {};
    current.current = own;
    return gatherCases(store, people, 'report', KINDS, {
      pause: async (done, of) => {
        await nextTask();
        // Nobody looks at people whose screen is gone.
        if (current.current !== own) throw new Error('Another look has begun, or none is wanted');
        progress.value = { done, of };
      },
    });
  });
  if (state.name === 'loading' && people.length > MANY)
    return (
      <>
        <PageHeading>{title}</PageHeading>
        <ProgressLine
          isBusy
          progress={progress}
          doing={t('give-out.gathering')}
          saying={(done, of) => t('give-out.gathering.progress', { done, of })}
          stop={{ label: t('give-out.stop'), press: () => router.back() }}
        />
      </>
    );
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

/** People from which on it is said how far they are looked up. */
const MANY = 100;

/** Kinds that a file is made from, and the declarations that close a record. */
const KINDS = [
  'referral',
  'offence',
  'relatedPerson',
  'onlineIdentifier',
  'colleagueRequest',
] as const;
