import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { PageHeading } from '../../components/page-heading.js';
import { t } from '../../locales/late.js';
import { useRows } from '../desk/list/use-rows.js';

/** A form that asks whom a contact was with; without anybody to choose, the way to put somebody on record. */
export function WithSomebody({ title, children }: { title: string; children: ComponentChildren }) {
  const { router } = useApp();
  const news = useRows('subjects');
  // The form stays once it is shown, with what was typed in it, whoever is closed meanwhile.
  const isShown = useRef(false);
  if (!news) return <p role="status">{t('common.loading')}</p>;
  const isNobody = 'rows' in news && news.rows.every(({ isClosed }) => isClosed);
  if (isShown.current || !isNobody) {
    isShown.current = true;
    return <>{children}</>;
  }
  return (
    <div class="cp-read">
      <PageHeading>{title}</PageHeading>
      <p class="govuk-body">{t('intervention.nobody')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'review' })}>{t('today.empty.capture')}</Button>
        <Button kind="link" onPress={() => router.back()}>
          {t('common.cancel')}
        </Button>
      </ButtonGroup>
    </div>
  );
}
