/** Teaches a page: say what its values are, name the screen, prove the adapter, save it and send it. */

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button } from '../../../components/button.js';
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { t } from '../../../locales/late.js';
import { AboutStep } from './about-step.js';
import { ProveStep } from './prove-step.js';
import { type TeachingState, useTeaching } from './use-teaching.js';
import { ValuesStep } from './values-step.js';
import { WhatStep } from './what-step.js';

export function TeachView({ route }: { route: RouteOf<'teach'> }) {
  const state = useTeaching(route.capture);
  const { teaching, standing, trouble } = state;
  return (
    <div class="cp-read cp-teach">
      <Heading state={state} />
      <ErrorSummary errors={trouble.value} />
      {standing.value === 'unread' && (
        <p class="govuk-body" role="status">
          {t('common.loading')}
        </p>
      )}
      {(standing.value === 'nothing' || standing.value === 'no-copy') && (
        <Nothing isCopyLost={standing.value === 'no-copy'} />
      )}
      {standing.value === 'another' && teaching.value && (
        <ConfirmPanel
          heading={t('teach.another', { system: teaching.value.system })}
          confirm={t('teach.another.go-on', { system: teaching.value.system })}
          cancel={t('teach.another.new')}
          onConfirm={state.goOn}
          onCancel={state.beginAnew}
        >
          <p class="govuk-body">{t('teach.another.body')}</p>
        </ConfirmPanel>
      )}
      {standing.value === 'ready' && teaching.value && <Steps state={state} />}
    </div>
  );
}

const AT = { values: 1, about: 2, prove: 3 } as const;
const TITLE = { values: 'teach.title', about: 'teach.about', prove: 'teach.prove' } as const;

function Heading({ state: { teaching, standing } }: { state: TeachingState }) {
  const { step, picked } = teaching.value ?? { step: 'values', picked: undefined };
  const isReady = standing.value === 'ready';
  const title = picked && step === 'values' ? 'teach.what' : TITLE[step];
  const before = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    // The button that led here is gone with its surroundings.
    if (before.current && isReady) document.querySelector<HTMLElement>('main h1')?.focus();
    before.current = isReady ? title : undefined;
  }, [isReady, title]);
  if (!isReady) return <PageHeading>{t('teach.title')}</PageHeading>;
  return (
    <PageHeading key={step} caption={t('teach.step', { at: AT[step] })}>
      {t(title)}
    </PageHeading>
  );
}

function Steps({ state }: { state: TeachingState }) {
  const { router } = useApp();
  const isDiscarding = useSignal(false);
  const { step, picked } = state.teaching.value ?? { step: 'values', picked: undefined };
  return (
    <>
      {step === 'values' && !picked && <ValuesStep state={state} />}
      {step === 'values' && picked && <WhatStep state={state} picked={picked} />}
      {step === 'about' && <AboutStep state={state} />}
      {step === 'prove' && <ProveStep state={state} />}
      <UnfinishedStatus work={state.work} />
      {isDiscarding.value ? (
        <ConfirmPanel
          heading={t('teach.discard.ask')}
          confirm={t('teach.discard')}
          grave
          onConfirm={() => void state.discard().then(() => router.go({ name: 'review' }))}
          onCancel={() => {
            isDiscarding.value = false;
          }}
        >
          <p class="govuk-body">{t('teach.discard.body')}</p>
        </ConfirmPanel>
      ) : (
        <Button
          kind="link"
          onPress={() => {
            isDiscarding.value = true;
          }}
        >
          {t('teach.discard')}
        </Button>
      )}
    </>
  );
}

function Nothing({ isCopyLost }: { isCopyLost: boolean }) {
  const { router } = useApp();
  return (
    <>
      <p class="govuk-body">{t(isCopyLost ? 'teach.no-copy' : 'teach.none')}</p>
      {!isCopyLost && <p class="govuk-body">{t('teach.none.how')}</p>}
      <Button kind="secondary" onPress={() => router.go({ name: 'review' })}>
        {t('teach.to-review')}
      </Button>
    </>
  );
}
