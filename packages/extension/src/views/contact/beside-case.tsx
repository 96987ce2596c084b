import type { RecordId } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../app/app.js';
import { AfterPaint } from '../../components/after-paint.js';
import { Details } from '../../components/details.js';
import { FACTS_BESIDE, FactsBeside } from '../../components/facts-beside.js';
import { useMedia } from '../../components/use-media.js';
import { t } from '../../locales/late.js';
import { useCase } from '../act/use-case.js';
import { CaseFacts } from '../intake/facts/case-facts.js';

export interface BesideCaseProps {
  /** The person of the contact; undefined until one is chosen. */
  subject: RecordId | undefined;
  /** The form. */
  children: ComponentChildren;
}

/**
 * The form of a contact, with the case in brief next to it. In a narrow window it is folded, and looked at once it is
 * unfolded: the form stays on the first screen. A panel has no room for both.
 */
export function BesideCase({ subject, children }: BesideCaseProps) {
  const { surface } = useApp();
  const isWide = useMedia(FACTS_BESIDE);
  if (surface === 'panel') return <>{children}</>;
  if (!isWide)
    return (
      <>
        {subject && (
          <Details key={subject} summary={t('facts.case.show')} late>
            <FactsOf subject={subject} />
          </Details>
        )}
        {children}
      </>
    );
  // After the form, whose draft is then not kept waiting by the look.
  const facts = subject && (
    <AfterPaint key={subject}>
      <FactsOf subject={subject} />
    </AfterPaint>
  );
  return <FactsBeside facts={facts}>{children}</FactsBeside>;
}

function FactsOf({ subject }: { subject: RecordId }) {
  const state = useCase(subject).value;
  if (state.name === 'loading') return <p role="status">{t('common.loading')}</p>;
  if (state.name === 'failed')
    return <p class="govuk-body">{t('subject.not-logged', { why: state.why })}</p>;
  return <CaseFacts subject={subject} records={state.records} isUnfolded />;
}
