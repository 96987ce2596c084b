import {
  assessmentStanding,
  changeSinceLast,
  ratingRounds,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import { levelOnRecord } from '../../case/level-words.js';
import { StandingTag } from '../../case/standing-tag.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { useInstruments } from '../../case/use-instruments.js';

type Assessment = StoredRecord<'assessment'>;

/** Assessments with their days, progress and changes since the one before; and rounds of blind ratings. */
export function AssessmentsSection({ page }: { page: SubjectPage }) {
  const { router } = useApp();
  const { officer } = useOpenVault();
  const { at } = useInstruments();
  const { subject, all } = page;
  const assessments = all('assessment');
  const latest = assessments.toSorted((a, b) => (a.value.assessedOn < b.value.assessedOn ? 1 : -1));
  const rounds = ratingRounds(all('rating'), officer.id);
  const on = { subject: subject.id };
  const changed = (later: Assessment): string => {
    const instrument = at?.exact(later.value.instrument, later.value.instrumentVersion);
    const before = assessments.find(({ id }) => id === later.value.supersedes);
    if (!before || !instrument) return t('assessment.change.first');
    const { level, items } = changeSinceLast(instrument, before.value, later.value);
    return t('assessment.change.short', {
      level: t(`assessment.change.level.${level}`),
      count: items.length,
    });
  };
  return (
    <>
      <ButtonGroup>
        <Button kind="secondary" onPress={() => router.go({ name: 'assess', ...on })}>
          {t('assessment.start')}
        </Button>
        <Button kind="secondary" onPress={() => router.go({ name: 'rating', ...on })}>
          {t('rating.begin')}
        </Button>
      </ButtonGroup>
      <Table
        caption={t('assessment.section.table')}
        captionHidden
        empty={t('assessment.section.none')}
        rows={latest}
        keyOf={({ id }) => id}
        stacks
        columns={[
          {
            key: 'on',
            heading: t('assessment.on'),
            cell: ({ id, value }) => (
              <Button
                kind="link"
                about={value.instrumentTitle}
                onPress={() => router.go({ name: 'assessment', ...on, assessment: id })}
              >
                {writtenDate(value.assessedOn)}
              </Button>
            ),
          },
          {
            key: 'instrument',
            heading: t('assessment.instrument'),
            cell: ({ value }) => value.instrumentTitle,
          },
          {
            key: 'level',
            heading: t('assessment.level'),
            cell: ({ value }) => levelOnRecord(value),
          },
          {
            key: 'standing',
            heading: t('assessment.standing'),
            cell: (each) => <StandingTag standing={assessmentStanding(each, assessments)} />,
          },
          {
            key: 'change',
            heading: t('assessment.change'),
            cell: (each) => changed(each),
          },
        ]}
      />
      {rounds.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('rating.rounds')}</h2>
          <Table
            caption={t('rating.rounds')}
            captionHidden
            empty=""
            rows={rounds}
            keyOf={({ round }) => round}
            stacks
            columns={[
              {
                key: 'instrument',
                heading: t('assessment.instrument'),
                cell: ({ round, instrument, version }) => (
                  <Button kind="link" onPress={() => router.go({ name: 'rating', ...on, round })}>
                    {at?.exact(instrument, version)?.title ?? instrument}
                  </Button>
                ),
              },
              {
                key: 'step',
                heading: t('rating.next'),
                cell: ({ step }) => t(`rating.step.${step}`),
              },
            ]}
          />
        </>
      )}
    </>
  );
}
