import type { RecordId } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { useRecords } from '../../act/use-records.js';
import { useEnquiryWords } from '../../case/enquiry/enquiry-words.js';

export interface AttachPanelProps {
  enquiry: RecordId;
  /** Kind of its first button: `secondary` if something else comes first on the screen. */
  kind: 'primary' | 'secondary';
}

/**
 * Attaches the returned form, with its name. What is entered from here belongs to this enquiry; a page is read
 * elsewhere, so its draft is told there.
 */
export function AttachPanel({ enquiry, kind }: AttachPanelProps) {
  const { router, session } = useApp();
  const enquiryWords = useEnquiryWords();
  const held = useRecords('enquiry')?.find(({ id }) => id === enquiry);

  const enter = (entering: RouteOf<'review'>['entering'] & string): void =>
    router.go({ name: 'review', entering, formOf: enquiry });
  const read = (): void => {
    const words = held ? enquiryWords(held).whole : '';
    session.say({ heading: t('enquiry.attach.page.said', { enquiry: words }) });
    router.go({ name: 'review' });
  };

  return (
    <section aria-labelledby="enquiry-attach">
      <h2 id="enquiry-attach" class="govuk-heading-m">
        {t('enquiry.attach')}
      </h2>
      <p class="govuk-body">{t('enquiry.attach.intro')}</p>
      <ButtonGroup>
        <Button kind={kind} onPress={() => enter('paste')}>
          {t('enquiry.attach.paste')}
        </Button>
        <Button kind="secondary" onPress={() => enter('told')}>
          {t('enquiry.attach.told')}
        </Button>
        <Button kind="secondary" onPress={read}>
          {t('enquiry.attach.page')}
        </Button>
      </ButtonGroup>
    </section>
  );
}
