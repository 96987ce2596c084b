import { civilDay, codeLabel, type NextStep, writtenDate } from '@cyber-prevent/core';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { shortDay } from '../../desk/today/when.js';
import { type DuePartProps, firstSteps } from './due-part.js';
import { Part } from './part.js';

/** Progress of the plan, one mark for each objective, and its next step. A first plan is offered once, under what is due. */
export function PlanPart({ overview, page }: DuePartProps) {
  const { plan, subject } = overview;
  const { router } = useApp();
  const { officer } = useOpenVault();
  const on = { subject: subject.id } as const;
  if (!plan)
    return (
      <Part heading={t('overview.plan')}>
        <p class="cp-part__line">
          {t('overview.plan.none')}{' '}
          {!firstSteps(overview, page, officer.id).includes('plan') && (
            <Button kind="link" onPress={() => router.go({ name: 'plan', ...on, form: 'make' })}>
              {t('plan.make')}
            </Button>
          )}
        </p>
      </Part>
    );
  const { steps, next, version } = plan;
  const done = steps.filter((step) => step !== 'open').length;
  const achieved = steps.filter((step) => step === 'achieved').length;
  return (
    <Part
      heading={t('overview.plan')}
      more={{
        words: t('overview.plan.version', { version }),
        onPress: () => router.go({ name: 'subject', ...on, section: 'work-plan' }),
      }}
    >
      {steps.length > 0 && (
        <div
          class="cp-steps"
          role="img"
          aria-label={t('overview.plan.steps', { done, count: steps.length, achieved })}
        >
          {steps.map((step, nth) => (
            <i key={nth} class={`cp-steps__step cp-steps__step--${step}`} />
          ))}
        </div>
      )}
      <p class="cp-part__line">
        {steps.length === 0 ? (
          t('overview.plan.empty')
        ) : (
          <strong>{t('overview.plan.done', { done, count: steps.length })}</strong>
        )}{' '}
        {next ? (
          <NextWords next={next} />
        ) : (
          steps.length > 0 && done === steps.length && t('overview.plan.all-done')
        )}
      </p>
    </Part>
  );
}

function NextWords({ next }: { next: NextStep }) {
  const { services } = useApp();
  const today = services.today();
  if (next.kind === 'objective') {
    const { objective, targetOn } = next.objective.value;
    return (
      <>{t('overview.plan.next.objective', { what: objective, date: writtenDate(targetOn) })}</>
    );
  }
  const { kind, arrangedFor, startsAt, place } = next.session.value;
  const what = codeLabel(
    services.lists,
    'intervention-kind',
    kind,
    civilDay(next.session.createdAt),
  );
  const day = shortDay(arrangedFor, today);
  const date =
    startsAt === undefined ? day : t('field.written-moment', { date: day, time: startsAt });
  return (
    <>
      {place === undefined
        ? t('overview.plan.next.session', { what, date })
        : t('overview.plan.next.session.at', { what, date, place })}
    </>
  );
}
