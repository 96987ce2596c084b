import type { RecordId } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../app/app.js';
import { AfterPaint } from '../../components/after-paint.js';
import { FactsBeside } from '../../components/facts-beside.js';
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
 * The form of a contact, with the case in brief next to it. A panel has no room for both: there the form stays first,
 * and the record is not looked at.
 */
export function BesideCase({ subject, children }: BesideCaseProps) {
  const { surface } = useApp();
  if (surface === 'panel') return <>{children}</>;
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
  if (state.name === 'loading') return null;
  if (state.name === 'failed')
    return <p class="govuk-body">{t('subject.not-logged', { why: state.why })}</p>;
  return <CaseFacts subject={subject} records={state.records} />;
}
