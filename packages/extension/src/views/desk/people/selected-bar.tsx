/** Acts on several people at once. Closing, levels and disposal are decided one person at a time. */
import type { RecordId, SubjectRow } from '@cyber-prevent/core';
import type { Signal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { FootBar } from '../../../components/foot-bar.js';
import { t } from '../../../locales/late.js';
import { useRows } from '../list/use-rows.js';

export interface SelectedBarProps {
  selected: Signal<ReadonlySet<string>>;
  /** The rows in sight: an act reaches nobody else, whoever was selected before the list was narrowed. */
  found: readonly SubjectRow[];
}

export function SelectedBar({ selected, found }: SelectedBarProps) {
  const { router } = useApp();
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : [];
  const chosen = (each: readonly SubjectRow[]): readonly RecordId[] =>
    // Somebody whose record has gone or was closed meanwhile is not taken along.
    each.filter(({ id, isClosed }) => !isClosed && selected.value.has(id)).map(({ id }) => id);
  const ids = chosen(found);
  const hidden = chosen(rows).length - ids.length;
  const said = hidden > 0 && t('people.selected.hidden', { count: hidden });
  return (
    <>
      <p role="status" class="govuk-visually-hidden">
        {selected.value.size > 0 && t('people.selected', { count: ids.length })}
        {said && ` ${said}`}
      </p>
      {ids.length + hidden > 0 && (
        <FootBar>
          <strong class="govuk-body">{t('people.selected', { count: ids.length })}</strong>
          {said && <span class="govuk-body-s">{said}</span>}
          {ids.length > 0 && (
            <>
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
            </>
          )}
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
