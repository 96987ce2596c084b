/** Additions to the forms of a condition: its words, and the way to the evidence that a certificate needs. */
import { evidenceOfCondition, type Issue, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import type { Extra, ExtraTask } from '../../act/act.js';

/** Path for the link to the evidence that a certificate needs. */
export const EVIDENCE = 'evidence';

export function useConditionWords({
  named,
}: Pick<ExtraTask<'condition' | 'conditionEvidence'>, 'named'>): Extra {
  return isCondition(named)
    ? {
        before: (
          <InsetText>
            <span dir="auto">{named.value.words}</span>
          </InsetText>
        ),
      }
    : {};
}

export function useCertifying({ form, subject, records, named }: ExtraTask<'condition'>): Extra {
  const { router } = useApp();
  const { before } = useConditionWords({ named });
  const lacksEvidence =
    isCondition(named) &&
    !evidenceOfCondition(named, records).some(({ value }) => value.shows !== 'not-kept');
  return {
    before: (
      <>
        {before}
        {lacksEvidence && (
          <p class="govuk-body">
            {t('conditions.evidence.none')}{' '}
            <Button
              id={form.controlId(EVIDENCE)}
              kind="link"
              onPress={() =>
                router.go({
                  name: 'act',
                  act: 'add-evidence',
                  subject: subject.id,
                  record: named.id,
                })
              }
            >
              {t('conditions.evidence')}
            </Button>
          </p>
        )}
      </>
    ),
    issueAt: atEvidence,
  };
}

/** Moves the error from the day, which cannot solve it, to the evidence, which can. */
function atEvidence(issue: Issue): Issue {
  return issue.code === 'no-evidence' ? { ...issue, at: EVIDENCE } : issue;
}

function isCondition(record: StoredRecord | undefined): record is StoredRecord<'condition'> {
  return record?.kind === 'condition';
}
