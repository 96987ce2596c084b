import type { Issue, RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { chooseEnquiry } from './chosen-enquiry.js';

export interface AttachPanelProps {
  enquiry: RecordId;
  /** Kind of its first button: `secondary` if something else comes first on the screen. */
  kind: 'primary' | 'secondary';
}

/** Attaches the returned form, with its name: opens the ordinary review with this enquiry chosen. */
export function AttachPanel({ enquiry, kind }: AttachPanelProps) {
  const { services, router, session } = useApp();
  const problems = useSignal<readonly Issue[]>([]);

  const go = async (entering?: RouteOf<'review'>['entering']): Promise<void> => {
    try {
      const chosen = await chooseEnquiry(services, enquiry);
      problems.value = chosen.ok ? [] : chosen.issues;
      if (!chosen.ok) return;
      if (!entering) session.say({ heading: t('enquiry.attach.page.said') });
      router.go({ name: 'review', ...(entering ? { entering } : {}) });
    } catch (error) {
      problems.value = [asIssue(error)];
    }
  };

  return (
    <section aria-labelledby="enquiry-attach">
      <h2 id="enquiry-attach" class="govuk-heading-m">
        {t('enquiry.attach')}
      </h2>
      <ErrorSummary errors={problems.value} />
      <p class="govuk-body">{t('enquiry.attach.intro')}</p>
      <ButtonGroup>
        <Button kind={kind} onPress={() => void go('paste')}>
          {t('enquiry.attach.paste')}
        </Button>
        <Button kind="secondary" onPress={() => void go('told')}>
          {t('enquiry.attach.told')}
        </Button>
        <Button kind="secondary" onPress={() => void go()}>
          {t('enquiry.attach.page')}
        </Button>
      </ButtonGroup>
    </section>
  );
}
