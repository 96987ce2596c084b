import {
  confirmDisposal,
  type DisposalPlan,
  disposalCertificate,
  isError,
  proveDisposal,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type App, useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { PersonHeading } from '../../case/person-heading.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { useSubjectNames } from '../../case/use-subject-names.js';
import { DestroyPage } from '../../intake/decision/destroy-page.js';
import { GoingList } from '../../intake/decision/going-list.js';
import { StopList } from '../../intake/decision/stop-list.js';

interface Done {
  readonly certificate: string;
  readonly list: { readonly device: string; readonly content: string };
}

/**
 * The obstacles to a disposal, each with the way to settle it; without one, the page that destroys and confirms the
 * person; afterwards the certificate of the proof.
 */
export function DisposeView({ route }: { route: RouteOf<'dispose'> }) {
  const app = useApp();
  const { services, router } = app;
  const name = useSubjectNames().get(route.subject);
  const nameApart = useNameApart();
  const plan = useSignal<DisposalPlan | 'gone' | undefined>(undefined);
  const problem = useSignal('');
  const isBusy = useSignal(false);
  const done = useSignal<Done | undefined>(undefined);
  const tries = async (act: () => Promise<void>): Promise<void> => {
    isBusy.value = true;
    problem.value = '';
    try {
      await act();
    } catch (error) {
      problem.value = asIssue(error).message;
    } finally {
      isBusy.value = false;
    }
  };
  useEffect(
    () =>
      void tries(async () => {
        plan.value = (await services.ask('plan-disposal', [route.subject])) ?? 'gone';
      }),
    [services, route.subject],
  );
  const back = (): void =>
    router.go({ name: 'subject', subject: route.subject, section: 'keeping' });
  const found = plan.value;
  if (done.value) return <Certificate {...done.value} />;
  if (found === undefined || found === 'gone')
    return (
      <>
        <PageHeading caption={name ?? t('subject.caption')}>
          {t('ending.dispose.title')}
        </PageHeading>
        {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
        {found === undefined && !problem.value && <p role="status">{t('common.loading')}</p>}
        {found === 'gone' && <p class="govuk-body">{t('subject.gone')}</p>}
      </>
    );
  const stops = found.issues.filter(isError);
  if (stops.length > 0)
    return (
      <div class="cp-read">
        <PersonHeading of={found.person}>{t('ending.dispose.title')}</PersonHeading>
        <StopList subject={route.subject} stops={stops} title={t('ending.dispose.stops')} />
        <GoingList ids={found.ids} records={found.going} isStopped>
          <Kept />
        </GoingList>
        <Reach plan={found} />
        <Button kind="secondary" onPress={back}>
          {t('ending.dispose.back')}
        </Button>
      </div>
    );
  return (
    <DestroyPage
      person={found.person}
      reference={found.reference}
      step={t('ending.dispose.title')}
      ids={found.ids}
      going={
        <GoingList ids={found.ids} records={found.going}>
          <Kept />
        </GoingList>
      }
      confirm={t('ending.dispose.go', { name: nameApart(found.person) })}
      busy={isBusy.value}
      problem={problem.value || undefined}
      back={t('ending.dispose.back')}
      onConfirm={(typed) =>
        void tries(async () => {
          const ended = await destroys(app, found, typed);
          if ('certificate' in ended) done.value = ended;
          else {
            if (ended.now) plan.value = ended.now;
            problem.value = ended.message;
          }
        })
      }
      onCancel={back}
    >
      <Reach plan={found} />
    </DestroyPage>
  );
}

/** Everything that is kept. What another case needs may be closed to the officer, and is not listed. */
function Kept() {
  return (
    <>
      <p class="govuk-body">{t('ending.dispose.shared')}</p>
      <p class="govuk-body">{t('ending.dispose.stays')}</p>
    </>
  );
}

/** Further effects, if there are any. */
function Reach({ plan: { going, issues } }: { plan: DisposalPlan }) {
  const said = [
    going.some(({ kind }) => kind === 'sourceCapture') && t('ending.dispose.copies'),
    !issues.some(isError) && t('destroy.no-stops', { looked: t('ending.dispose.no-stops') }),
  ].filter((each) => each !== false);
  if (said.length === 0) return null;
  return (
    <InsetText>
      {said.map((each) => (
        <p key={each} class="govuk-body">
          {each}
        </p>
      ))}
    </InsetText>
  );
}

interface Stopped {
  readonly message: string;
  /** Records that would go now, if they are others than those that the officer looked at. */
  readonly now?: DisposalPlan;
}

/**
 * Checks once more immediately before: somebody may have placed a hold since, or recorded more. Destroys what was looked
 * at and nothing else. Returns the obstacle, if there is one.
 */
async function destroys(app: App, seen: DisposalPlan, typed: string): Promise<Done | Stopped> {
  const { services, session } = app;
  const plan = await services.ask('plan-disposal', [seen.subject]);
  if (!plan) return { message: t('subject.gone') };
  const looked = new Set(seen.ids);
  if (plan.ids.length !== looked.size || !plan.ids.every((id) => looked.has(id)))
    return { message: t('ending.dispose.changed'), now: plan };
  const confirmed = confirmDisposal(plan, typed);
  if (!confirmed.ok) return confirmed.issues.find(isError) ?? { message: t('subject.gone') };
  const receipt = await services.store.dispose(confirmed.value, 'retention');
  const gone = new Set<string | undefined>(plan.ids);
  if (gone.has(session.lastSave.value?.subject)) session.lastSave.value = undefined;
  const keys = await services.work.keys();
  const about = keys.filter((key) => key.split('/').some((part) => gone.has(part)));
  await Promise.all(about.map((key) => services.work.discard(key)));
  // Replaces the earlier message that nothing has been destroyed yet.
  session.say({ heading: t('ending.disposed.said') });
  const proof = await proveDisposal(services.store, receipt);
  const state = services.vault.state();
  const officer =
    state.name === 'open' ? `${state.officer.name}, ${state.officer.number}` : t('common.loading');
  const certificate = disposalCertificate(receipt, proof, {
    at: services.host.clock.now(),
    officer,
  });
  return { certificate, list: await services.backup.disposalList() };
}

function Certificate({ certificate, list }: Done) {
  const { services, router } = useApp();
  const name = `disposal-${services.today()}-${list.device}`;
  return (
    <div class="cp-read">
      <PageHeading>{t('ending.disposed.title')}</PageHeading>
      <p class="govuk-body">{t('ending.disposed.body')}</p>
      <pre class="cp-certificate">{certificate}</pre>
      <ButtonGroup>
        <Button onPress={() => services.download(`${name}.txt`, 'text/plain', certificate)}>
          {t('ending.disposed.save')}
        </Button>
        <Button
          kind="secondary"
          onPress={() => services.download(`${name}.json`, 'application/json', list.content)}
        >
          {t('ending.disposed.list')}
        </Button>
        <Button kind="link" onPress={() => router.go({ name: 'subjects' })}>
          {t('ending.disposed.end')}
        </Button>
      </ButtonGroup>
    </div>
  );
}
