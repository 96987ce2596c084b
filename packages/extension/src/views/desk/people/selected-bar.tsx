/**
 * Acts on several people at once: those who are selected and in the list as it is filtered now, and nobody out of sight.
 * Closing, levels and disposal are decided one person at a time.
 */
import type { RecordId, SubjectRow } from '@cyber-prevent/core';
import type { Signal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { FootBar } from '../../../components/foot-bar.js';
import { t } from '../../../locales/late.js';
import { useRows } from '../list/use-rows.js';

export interface SelectedBarProps {
  selected: Signal<ReadonlySet<string>>;
  /** The rows of the list under its search and filters. */
  shown: readonly SubjectRow[];
}

export function SelectedBar({ selected, shown }: SelectedBarProps) {
  const { router } = useApp();
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : [];
  // Somebody whose record has gone or was closed meanwhile is not taken along.
  const isTaken = ({ id, isClosed }: SubjectRow) => !isClosed && selected.value.has(id);
  const ids: readonly RecordId[] = shown.filter(isTaken).map(({ id }) => id);
  const hidden = rows.filter(isTaken).length - ids.length;
  const said = [
    ...(ids.length > 0 ? [t('people.selected', { count: ids.length })] : []),
    ...(hidden > 0
      ? [t(ids.length > 0 ? 'people.out-of-sight' : 'people.none-in-sight', { count: hidden })]
      : []),
  ];
  return (
    <>
      <p role="status" class="govuk-visually-hidden">
        {said.join('. ')}
      </p>
      {said.length > 0 && (
        <FootBar>
          {said.map((words) => (
            <strong key={words} class="govuk-body">
              {words}
            </strong>
          ))}
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
              <Button
                kind="secondary"
                onPress={() => router.go({ name: 'give-out', subjects: ids })}
              >
                {t('give-out.act')}
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
