import {
  confirmDisposal,
  type DisposalPlan,
  disposalCertificate,
  type Issue,
  isError,
  proveDisposal,
  RECORD_LABELS,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type App, useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { SummaryList } from '../../../components/summary-list.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { DestroyPage } from '../../act/destroy-page.js';
import { useRecords } from '../../act/use-records.js';
import { useSubjectNames } from '../../case/use-subject-names.js';
import { whereSettled } from './where-settled.js';

interface Done {
  readonly certificate: string;
  readonly list: { readonly device: string; readonly content: string };
}

/**
 * The records that a disposal destroys and any obstacles; a page that confirms the person; afterwards the certificate
 * of the proof.
 */
export function DisposeView({ route }: { route: RouteOf<'dispose'> }) {
  const app = useApp();
  const { services, router, session } = app;
  const name = useSubjectNames().get(route.subject);
  const plan = useSignal<DisposalPlan | 'gone' | undefined>(undefined);
  const problem = useSignal('');
  const isAsking = useSignal(false);
  const isBusy = useSignal(false);
  const done = useSignal<Done | undefined>(undefined);
  const look = async (): Promise<void> => {
    plan.value = (await services.ask('plan-disposal', [route.subject])) ?? 'gone';
  };
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
  useEffect(() => void tries(look), [services, route.subject]);
  const holds = (useRecords('hold') ?? []).filter(
    ({ value }) => value.subjectId === route.subject && value.liftedOn === undefined,
  );
  const found = plan.value;
  if (done.value) return <Certificate {...done.value} />;
  const errors = found === 'gone' || !found ? [] : errorsOf(found);
  if (isAsking.value && found !== undefined && found !== 'gone')
    return (
      <DestroyPage
        person={found.person}
        reference={found.reference}
        going={<Counts plan={found} />}
        confirm={t('ending.dispose.go')}
        busy={isBusy.value}
        problem={problem.value || undefined}
        onConfirm={(typed) =>
          void tries(async () => {
            const ended = await destroys(app, found, typed);
            if ('certificate' in ended) done.value = ended;
            else problem.value = ended.message;
          })
        }
        onCancel={() => {
          isAsking.value = false;
          void tries(look);
        }}
      >
        <Reach plan={found} />
      </DestroyPage>
    );

  return (
    <div class="cp-read">
      <PageHeading caption={name ?? t('subject.caption')}>{t('ending.dispose.title')}</PageHeading>
      {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
      {found === undefined && !problem.value && <p role="status">{t('common.loading')}</p>}
      {found === 'gone' && <p class="govuk-body">{t('subject.gone')}</p>}
      {found !== undefined && found !== 'gone' && (
        <>
          {errors.length > 0 && (
            <section aria-labelledby="cp-in-the-way">
              <h2 class="govuk-heading-m" id="cp-in-the-way">
                {t('ending.dispose.stops')}
              </h2>
              <ul class="govuk-list govuk-list--bullet">
                {errors.map(({ message, code }) => {
                  const link = whereSettled(code, route.subject, holds);
                  return (
                    <li key={message}>
                      {message}
                      {link && (
                        <>
                          {' '}
                          <Button kind="link" onPress={() => router.go(link.to)}>
                            {link.words}
                          </Button>
                        </>
                      )}
                    </li>
                  );
                })}
              </ul>
            </section>
          )}
          <h2 class="govuk-heading-m">{t('ending.dispose.goes')}</h2>
          <Counts plan={found} />
          <Reach plan={found} />
          <ButtonGroup>
            {errors.length === 0 && (
              <Button
                kind="warning"
                onPress={() => {
                  // The message about a review must not stay above a destruction.
                  session.unsay();
                  isAsking.value = true;
                }}
              >
                {t('ending.dispose.go')}
              </Button>
            )}
            <Button
              kind={errors.length === 0 ? 'link' : 'secondary'}
              onPress={() =>
                router.go({ name: 'subject', subject: route.subject, section: 'keeping' })
              }
            >
              {t('ending.dispose.back')}
            </Button>
          </ButtonGroup>
        </>
      )}
    </div>
  );
}

function Counts({ plan: { counts } }: { plan: DisposalPlan }) {
  return (
    <SummaryList
      rows={counts.map(({ kind, count }) => ({
        label: RECORD_LABELS[kind][count === 1 ? 'one' : 'many'],
        value: String(count),
      }))}
    />
  );
}

function Reach({ plan: { counts } }: { plan: DisposalPlan }) {
  return (
    <InsetText>
      {counts.some(({ kind }) => kind === 'sourceCapture') && `${t('ending.dispose.copies')} `}
      {t('ending.dispose.shared')}
    </InsetText>
  );
}

/** Removes errors with the same message. */
function errorsOf({ issues }: DisposalPlan): readonly Issue[] {
  const errors = issues.filter(isError);
  return [...new Map(errors.map((issue) => [issue.message, issue])).values()];
}

/**
 * Checks once more immediately before: somebody may have placed a hold since. Returns the obstacle, if there is one.
 */
async function destroys(
  app: App,
  seen: DisposalPlan,
  typed: string,
): Promise<Done | Pick<Issue, 'message'>> {
  const { services, session } = app;
  const plan = await services.ask('plan-disposal', [seen.subject]);
  if (!plan) return { message: t('subject.gone') };
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
