/** Additions to the forms of a condition: its words, and the way to the evidence that a certificate needs. */
import { evidenceOfCondition, type Issue, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import type { Extra, ExtraTask } from '../../act/act.js';
import { WasTold, wasToldIssues } from '../../act/was-told.js';
import { useOrderFacts } from './order-facts.js';

/** Path for the link to the evidence that a certificate needs. */
export const EVIDENCE = 'evidence';

export function useConditionWords({
  subject,
  records,
  named,
}: Pick<ExtraTask<'condition' | 'conditionEvidence'>, 'subject' | 'records' | 'named'>): Extra {
  const facts = useOrderFacts({ subject, records, named });
  return isCondition(named)
    ? {
        ...facts,
        before: (
          <InsetText>
            <span dir="auto">{named.value.words}</span>
          </InsetText>
        ),
      }
    : facts;
}

/** Evidence of a possible breach asks whether anybody was told, and is not saved before that is answered. */
export function useBreach({ form, ...task }: ExtraTask<'condition' | 'conditionEvidence'>): Extra {
  const words = useConditionWords(task);
  if (form.values.value.shows !== 'not-kept') return words;
  return {
    ...words,
    under: { explanation: <WasTold form={form} /> },
    stops: async () => {
      const issues = wasToldIssues(form.values.value);
      if (issues.length > 0) form.showIssues(issues);
      return issues.length > 0;
    },
  };
}

export function useCertifying({ form, subject, records, named }: ExtraTask<'condition'>): Extra {
  const { router } = useApp();
  const { before, facts } = useConditionWords({ subject, records, named });
  const lacksEvidence =
    isCondition(named) &&
    !evidenceOfCondition(named, records).some(({ value }) => value.shows !== 'not-kept');
  return {
    facts,
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
