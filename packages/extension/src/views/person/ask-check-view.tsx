import { askToCheck, standingChecks } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { RouteOf } from '../../app/route.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { t } from '../../locales/late.js';
import { useCase } from '../act/use-case.js';
import { usePersonActs } from '../act/use-person.js';
import { SubjectCheckNotice } from '../case/check-notice.js';
import { PersonHeading } from '../case/person-heading.js';
import { subjectPage } from '../case/subject-page.js';
import { useNameApart } from '../case/use-name-apart.js';
import { LiftCheck } from './lift-check.js';

/**
 * Asks everybody to check with investigations before contact. It first shows what others will see. If a check is
 * already in place, it is shown here to be acknowledged, or to be lifted.
 */
export function AskCheckView({ route }: { route: RouteOf<'ask-check'> }) {
  const state = useCase(route.subject).value;
  const page = state.name === 'shown' ? subjectPage(state.records) : undefined;
  const nameOf = useNameApart();
  const { context, isBusy, keep, back } = usePersonActs(
    { id: route.subject },
    undefined,
    page
      ? t('person.check.ask.said.of', { name: nameOf(page.subject) })
      : t('person.check.ask.said'),
  );
  const problem = useSignal<string | undefined>(undefined);
  if (state.name === 'loading') return <p role="status">{t('common.loading')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  const ask = async (): Promise<void> => {
    const checks = page?.all('contactCheck') ?? [];
    const [issue] = await keep(
      { work: `ask-check/${route.subject}` },
      checks.map(({ heads }) => heads),
      () => askToCheck({}, { ...context, subject: page?.subject, checks }),
    );
    problem.value = issue?.message;
  };
  const inPlace = standingChecks(page?.all('contactCheck') ?? []);
  const pressed = inPlace.find(({ id }) => id === route.lift);
  if (page && pressed)
    return <LiftCheck page={page} check={pressed} isOneOfSeveral={inPlace.length > 1} />;
  if (route.lift && inPlace.length === 0)
    return <p class="govuk-body">{t('person.check.lift.none')}</p>;
  if (page && inPlace.length > 0)
    return (
      <div class="cp-read">
        <PersonHeading of={page.subject}>{t('person.check.title')}</PersonHeading>
        <SubjectCheckNotice page={page} />
        <Button kind="secondary" onPress={back}>
          {t('person.check.record')}
        </Button>
      </div>
    );
  return (
    <div class="cp-read">
      <PersonHeading of={page?.subject}>{t('person.check.ask.title')}</PersonHeading>
      {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
      <p class="govuk-body">{t('person.check.ask.body')}</p>
      <ButtonGroup>
        <Button busy={isBusy} onPress={() => void ask()}>
          {page ? t('person.check.ask.of', { name: nameOf(page.subject) }) : t('person.check.ask')}
        </Button>
        <Button kind="link" onPress={back}>
          {t('common.cancel')}
        </Button>
      </ButtonGroup>
    </div>
  );
}
