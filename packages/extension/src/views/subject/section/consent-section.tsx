import { endBasis, standingParticipation } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import type { ActName } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import { usePersonActs } from '../../act/use-person.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';

/** Participation, and the legal basis for processing: neither follows from the other. */
export function ConsentSection({ page: { subject, all } }: { page: SubjectPage }) {
  const { router } = useApp();
  const { context, keepHere } = usePersonActs(subject, 'consent', t('person.basis.end.said'));
  const problem = useSignal<string | undefined>(undefined);
  const [answers, bases, captures] = [
    all('participation'),
    all('processingBasis'),
    all('sourceCapture'),
  ];
  const standing = standingParticipation(answers);
  const go = (act: ActName, record?: typeof subject.id): void =>
    router.go({ name: 'act', act, subject: subject.id, ...(record ? { record } : {}) });
  return (
    <>
      {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
      <p class="govuk-body">{t('person.consent.intro')}</p>
      <ButtonGroup>
        <Button kind="secondary" onPress={() => go('record-participation')}>
          {t('person.consent.add')}
        </Button>
        <Button kind="secondary" onPress={() => go('record-basis')}>
          {t('person.basis.add')}
        </Button>
      </ButtonGroup>
      {answers.length === 0 ? (
        <p class="govuk-body">{t('person.consent.none')}</p>
      ) : (
        <RecordList
          records={answers.toReversed()}
          captures={captures}
          headed
          after={({ id }) =>
            id === standing?.id &&
            standing.value.withdrawnOn === undefined &&
            standing.value.answer === 'agreed' && (
              <Button kind="link" onPress={() => go('withdraw-participation', id)}>
                {t('person.consent.withdraw')}
              </Button>
            )
          }
        />
      )}
      <h2 class="govuk-heading-m">{t('person.basis')}</h2>
      {bases.length === 0 ? (
        <p class="govuk-body">{t('person.basis.none')}</p>
      ) : (
        <RecordList
          records={bases.toReversed()}
          captures={captures}
          after={({ id }) => {
            const held = bases.find((each) => each.id === id);
            return (
              held?.value.until === undefined &&
              held && (
                <Button
                  kind="link"
                  onPress={() => {
                    void keepHere('end-basis', [held.id, held.heads], () =>
                      endBasis(held, {}, context),
                    ).then(([issue]) => {
                      problem.value = issue?.message;
                    });
                  }}
                >
                  {t('person.basis.end')}
                </Button>
              )
            );
          }}
        />
      )}
    </>
  );
}
