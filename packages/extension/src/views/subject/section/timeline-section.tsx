import {
  casePicture,
  filterTimeline,
  type PlainDate,
  RECORD_LABELS,
  type RecordKind,
  timeline,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { DateInput } from '../../../components/date-input.js';
import { Details } from '../../../components/details.js';
import { Form } from '../../../components/form.js';
import { MANY_ROWS } from '../../../components/list/row-window.js';
import { Radios } from '../../../components/radios.js';
import { Select } from '../../../components/select.js';
import { t } from '../../../locales/late.js';
import { knownOfficer } from '../../case/colleague/officer-name.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { useOverview } from '../overview/use-overview.js';
import { PictureFigure } from '../picture/picture-figure.js';
import { foldsThatFit, PICTURE_LAYOUTS } from '../picture/picture-layout.js';
import { hasCourse } from '../picture/picture-words.js';
import { usePictureSurface } from '../picture/use-picture-surface.js';
import { TimelineProse } from '../timeline-prose.js';
import { TimelineTable } from '../timeline-table.js';

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Every event, filtered by kind and by days, as a picture with a table, or as text. It leaves, also on paper, as a
 * document that asks.
 */
export function TimelineSection({ page }: { page: SubjectPage }) {
  const { subject, records } = page;
  const { router, services } = useApp();
  const surface = usePictureSurface();
  const { officer } = useOpenVault();
  const { lists } = services;
  const today = services.today();
  const overview = useOverview(page);
  const all = useMemo(
    () =>
      timeline(
        records,
        lists,
        (id) => knownOfficer(id, officer, records) ?? t('chronology.another-officer'),
      ),
    [records, lists, officer],
  );
  const kind = useSignal('');
  const [from, to] = [useSignal(''), useSignal('')];
  const as = useSignal('table');
  const day = (text: string) => (DAY.test(text) ? (text as PlainDate) : undefined);
  const kinds = [...new Set(all.map((entry) => entry.kind))];
  const narrowed = useMemo(
    () => ({
      kinds: kinds.filter((each) => each === kind.value) as RecordKind[],
      from: day(from.value),
      to: day(to.value),
    }),
    [all, kind.value, from.value, to.value],
  );
  const entries = useMemo(() => filterTimeline(all, narrowed), [all, narrowed]);
  const picture = useMemo(
    () =>
      overview &&
      casePicture(overview, all, {
        today,
        mostFolds: foldsThatFit(PICTURE_LAYOUTS.whole[surface]),
        ...narrowed,
      }),
    [overview, all, today, surface, narrowed],
  );
  const isProse = as.value === 'prose';
  if (all.length === 0) return <p class="govuk-body">{t('subject.timeline.none')}</p>;
  return (
    <>
      <div class="cp-no-print">
        <Details summary={t('chronology.narrow')}>
          <Form label={t('chronology.narrow')}>
            <Select
              label={t('chronology.kind')}
              none={t('chronology.kind.all')}
              choices={kinds.map((each) => ({ value: each, label: RECORD_LABELS[each].many }))}
              value={kind.value}
              onValue={(value) => {
                kind.value = value;
              }}
            />
            <DateInput
              label={t('chronology.from')}
              value={from.value}
              onValue={(value) => {
                from.value = value;
              }}
            />
            <DateInput
              label={t('chronology.to')}
              value={to.value}
              onValue={(value) => {
                to.value = value;
              }}
            />
            <Radios
              label={t('chronology.as')}
              inline
              choices={[
                { value: 'table', label: t('chronology.as.table') },
                { value: 'prose', label: t('chronology.as.prose') },
              ]}
              value={as.value}
              onValue={(value) => {
                as.value = value;
              }}
            />
          </Form>
        </Details>
        <p class="govuk-body" role="status">
          {t('chronology.count', { count: entries.length })}
        </p>
        {!isProse && entries.length > MANY_ROWS && (
          <p class="govuk-hint">{t('chronology.find-in-page')}</p>
        )}
        <p class="govuk-hint">{t('chronology.paper')}</p>
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'summary', subject: subject.id, chronology: narrowed })}
        >
          {t('chronology.hand-on')}
        </Button>
      </div>
      {overview && picture && hasCourse(picture) && (
        <div class="cp-no-print">
          <PictureFigure picture={picture} size="whole" undrawn={overview.undrawn} />
          <p class="cp-quiet">{t('picture.rest')}</p>
        </div>
      )}
      {isProse ? <TimelineProse entries={entries} /> : <TimelineTable entries={entries} />}
    </>
  );
}
