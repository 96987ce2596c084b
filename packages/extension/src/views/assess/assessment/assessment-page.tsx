import {
  assessmentStanding,
  type Issue,
  isError,
  levelOf,
  levelShown,
  signAssessment,
  standingAssessment,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary, type SummaryError } from '../../../components/error-summary.js';
import { RecordDetails } from '../../../components/record-details.js';
import { SummaryList } from '../../../components/summary-list.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import { useSave } from '../../act/use-save.js';
import { officerName } from '../../case/colleague/officer-name.js';
import { levelOnRecord, statusWords } from '../../case/level-words.js';
import { PersonHeading } from '../../case/person-heading.js';
import { StandingTag } from '../../case/standing-tag.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { AnswersGiven } from './answers-given.js';
import { ChangeSinceLast } from './change-since.js';
import { factWords } from './fact-fields.js';
import { Beside, Reasons } from './level-panel.js';
import { OverrideState } from './override-state.js';
import { RecalledInstrument } from './recalled-instrument.js';
import { routeTo, routeToAsk, type ShownAssessment } from './shown-assessment.js';

const WORDS = ['formulation', 'confidence', 'pathway', 'reviewDueOn'];

/** One assessment: its level and reasons, the changes, every answer, and the possible acts. */
export function AssessmentPage({ isSigning, ...shown }: ShownAssessment & { isSigning: boolean }) {
  const nameOf = useNameApart();
  const { page, held, history, instrument } = shown;
  const { services, router, session } = useApp();
  const { officer } = useOpenVault();
  const { subject, records, all } = page;
  const { value } = held;
  const problems = useSignal<readonly SummaryError[]>([]);
  const isSure = useSignal(isSigning);
  const { isBusy, save } = useSave();
  const standing = assessmentStanding(held, all('assessment'), history);
  const isSigned = value.signedAt !== undefined;
  const level = levelShown(value, history);
  const reading = instrument && levelOf(instrument, answersIn(value.answers));
  const earlier =
    all('assessment').find(({ id }) => id === value.supersedes) ??
    (isSigned ? undefined : standingAssessment(records, subject.id, value.instrument));
  const goOn = (to?: string) =>
    router.go({
      name: 'assess',
      subject: subject.id,
      assessment: held.id,
      ...(to === undefined ? {} : { to }),
    });
  /** Leads from a missing part to the place for it: the field in the draft, or the request to a second officer. */
  const whereMended = ({ code, at }: Issue): Pick<SummaryError, 'go'> => {
    if (code === 'override-not-confirmed') return { go: () => router.go(routeToAsk(shown)) };
    return code === 'missing' ? { go: () => goOn(at) } : {};
  };

  const show = (issues: readonly Issue[]): void => {
    // The earlier success message must not stay above an error.
    if (issues.length > 0) session.unsay();
    problems.value = issues
      .filter(isError)
      .map((issue) => ({ message: issue.message, ...whereMended(issue) }));
  };
  const sign = async (): Promise<void> => {
    await save(
      { work: `sign/${held.id}`, show },
      held.heads,
      () => signAssessment(held, { host: services.host, officer: officer.id, history }),
      (_, warnings) => {
        // Warnings do not stop the signature; they are shown after it.
        const body = warnings.map(({ message }) => message).join(' ');
        return {
          heading: t('assessment.signed', { name: nameOf(subject) }),
          isFinal: true,
          ...(body ? { body } : {}),
          go: () => router.go(router.route.value),
        };
      },
    );
    isSure.value = false;
  };

  return (
    <>
      <PersonHeading of={subject}>{value.instrumentTitle}</PersonHeading>
      <ErrorSummary errors={problems.value} check={problems.value} />
      <p class="govuk-body">
        <StandingTag standing={standing} /> {t(`assessment.standing.${standing}.words`)}
      </p>
      <RecalledInstrument of={value} />
      {isSure.value && !isSigned && (
        <ConfirmPanel
          heading={t('assessment.sign.sure')}
          confirm={t('assessment.sign')}
          onConfirm={() => void sign()}
          cancel={t('common.cancel')}
          onCancel={() => {
            isSure.value = false;
          }}
        >
          <p class="govuk-body">{t('assessment.sign.what')}</p>
        </ConfirmPanel>
      )}
      <ButtonGroup>
        {isSigned ? (
          <>
            <Button onPress={() => router.go({ name: 'summary', subject: subject.id })}>
              {t('subject.summary')}
            </Button>
            <Button
              kind="secondary"
              onPress={() => router.go({ name: 'subject', subject: subject.id })}
            >
              {t('assessment.person', { name: nameOf(subject) })}
            </Button>
            <Button kind="secondary" onPress={() => router.go(routeTo(shown, 'page'))}>
              {t('assessment.page')}
            </Button>
            <Button
              kind="secondary"
              onPress={() => router.go({ name: 'assess', subject: subject.id, after: held.id })}
            >
              {t('assessment.again')}
            </Button>
          </>
        ) : (
          <>
            <Button
              kind={isSure.value ? 'secondary' : 'primary'}
              busy={isBusy}
              onPress={() => {
                isSure.value = true;
              }}
            >
              {t('assessment.sign.go')}
            </Button>
            <Button kind="secondary" onPress={() => goOn()}>
              {t('assessment.go-on')}
            </Button>
            {instrument && instrument.bands.length > 0 && (
              <Button kind="secondary" onPress={() => router.go(routeTo(shown, 'override'))}>
                {t('assessment.override')}
              </Button>
            )}
          </>
        )}
      </ButtonGroup>
      <SummaryList
        rows={[
          {
            label: t('assessment.level'),
            value: level?.label ?? levelOnRecord(value),
          },
          { label: t('assessment.on'), value: writtenDate(value.assessedOn) },
          ...(value.facts ?? []).map(({ fact, value: said }) => ({
            label: instrument?.applies?.find((each) => each.fact === fact)?.prompt ?? fact,
            value: factWords(said),
          })),
          {
            label: t('assessment.instrument'),
            value: t('assessment.instrument.value', {
              title: value.instrumentTitle,
              version: value.instrumentVersion,
              status: statusWords(value.instrumentStatus),
            }),
          },
          ...(value.signedAt
            ? [
                {
                  label: t('assessment.signed-by'),
                  value: t('assessment.signed-by.value', {
                    name: officerName(value.signedBy, officer, records),
                    at: writtenMoment(value.signedAt),
                  }),
                },
              ]
            : []),
        ]}
      />
      <OverrideState {...shown} />
      {instrument && reading && reading.reasons.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('assessment.why')}</h2>
          <Reasons instrument={instrument} reading={reading} />
        </>
      )}
      {instrument && reading && <Beside instrument={instrument} reading={reading} />}
      <h2 class="govuk-heading-m">{t('assessment.words')}</h2>
      <RecordDetails kind="assessment" value={value} lists={services.lists} only={WORDS} empties />
      {instrument && earlier && (
        <>
          <h2 class="govuk-heading-m">{t('assessment.change')}</h2>
          <ChangeSinceLast instrument={instrument} earlier={earlier} later={held} />
        </>
      )}
      <h2 class="govuk-heading-m">{t('assessment.answers')}</h2>
      <Details summary={t('assessment.answers.show', { count: value.answers.length })}>
        <AnswersGiven value={value} instrument={instrument} records={records} />
      </Details>
      <p class="govuk-hint">{t('assessment.no-decision')}</p>
      <Button
        kind="link"
        onPress={() => router.go({ name: 'subject', subject: subject.id, section: 'assessments' })}
      >
        {t('assessment.back')}
      </Button>
    </>
  );
}

function answersIn(answers: ShownAssessment['held']['value']['answers']) {
  return Object.fromEntries(answers.map(({ item, answer }) => [item, answer]));
}
