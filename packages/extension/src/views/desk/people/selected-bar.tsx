/** Acts on several people at once. Closing, levels and disposal are decided one person at a time. */
import type { RecordId } from '@cyber-prevent/core';
import type { Signal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { FootBar } from '../../../components/foot-bar.js';
import { t } from '../../../locales/late.js';
import { useRows } from '../list/use-rows.js';

export interface SelectedBarProps {
  selected: Signal<ReadonlySet<string>>;
}

export function SelectedBar({ selected }: SelectedBarProps) {
  const { router } = useApp();
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : [];
  // Somebody whose record has gone or was closed meanwhile is not taken along.
  const ids: readonly RecordId[] = rows
    .filter(({ id, isClosed }) => !isClosed && selected.value.has(id))
    .map(({ id }) => id);
  return (
    <>
      <p role="status" class="govuk-visually-hidden">
        {selected.value.size > 0 && t('people.selected', { count: ids.length })}
      </p>
      {ids.length > 0 && (
        <FootBar>
          <strong class="govuk-body">{t('people.selected', { count: ids.length })}</strong>
          <Button
            kind="secondary"
            onPress={() => router.go({ name: 'handover', ask: 'handover', cases: ids })}
          >
            {t('people.hand-over')}
          </Button>
          <Button
            kind="secondary"
            onPress={() => router.go({ name: 'set-reviews', subjects: ids })}
          >
            {t('people.review')}
          </Button>
          <Button kind="secondary" onPress={() => router.go({ name: 'people', subjects: ids })}>
            {t('people.paper')}
          </Button>
          <Button
            kind="link"
            onPress={() => {
              selected.value = new Set();
            }}
          >
            {t('people.clear')}
          </Button>
        </FootBar>
      )}
    </>
  );
}
