import type { Draft, Issue } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { startEnquiry, TAKE_KEY, textOfDraft } from './start-enquiry.js';

export interface EnquiryLinkProps {
  /** Initial text; or the draft to read it from. */
  text?: string;
  draft?: Draft;
  onStarted?: () => void;
}

/** Takes a clipped or pasted text to an enquiry, which checks it for names. */
export function EnquiryLink({ text, draft, onStarted }: EnquiryLinkProps) {
  const { services, router, unfinished } = useApp();
  const problems = useSignal<readonly Issue[]>([]);
  const said = text ?? (draft ? textOfDraft(draft) : '');
  if (said.trim() === '') return null;

  const start = async (): Promise<void> => {
    try {
      const started = await startEnquiry(services, said);
      problems.value = started.ok ? [] : started.issues;
      if (!started.ok) return;
      if (started.value.isNew) unfinished.handOn(TAKE_KEY);
      onStarted?.();
      router.go({ name: 'take-enquiry' });
    } catch (error) {
      problems.value = [asIssue(error)];
    }
  };
  return (
    <>
      <ErrorSummary errors={problems.value} />
      <Button kind="secondary" onPress={() => void start()}>
        {t(draft ? 'take.from-draft' : 'take.from-text')}
      </Button>
    </>
  );
}
