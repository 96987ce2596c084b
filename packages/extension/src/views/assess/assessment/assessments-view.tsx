import {
  ASSESSMENT_STANDINGS,
  type AssessmentRow,
  gatherInstruments,
  writtenDate,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-query.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { StandingTag } from '../../case/standing-tag.js';
import { useInstruments } from '../../case/use-instruments.js';
import { eitherOf } from '../../desk/either-of.js';
import { RowsList } from '../../desk/list/rows-list.js';

const SHIPPED = [...gatherInstruments().values()];

/** Every stored assessment, found by name. Shows no points: a level in words, and the progress of each. */
export function AssessmentsView() {
  const { router } = useApp();
  const { at } = useInstruments();
  const loaded = at?.loaded;
  const terms = useMemo((): ListTerms<AssessmentRow> => {
    const none = t('common.not-recorded');
    const level = ({ levels }: AssessmentRow) =>
      levels.length === 0 ? t('assessment.level.not-given') : eitherOf(levels);
    const instruments = new Map(
      [...SHIPPED, ...(loaded ?? [])].map(({ id, title }) => [id, title]),
    );
    return {
      text: ({ name = '', otherNames, title }) => [name, ...otherNames, title].join('\n'),
      facets: [
        {
          key: 'standing',
          label: t('assessment.standing'),
          choices: ASSESSMENT_STANDINGS.map((value) => ({
            value,
            label: t(`assessment.standing.${value}`),
          })),
          of: ({ standing }) => standing,
        },
        {
          key: 'instrument',
          label: t('assessment.instrument'),
          choices: [...instruments].map(([value, label]) => ({ value, label })),
          of: ({ instrument }) => instrument,
        },
      ],
      columns: [
        {
          key: 'name',
          heading: t('subjects.name'),
          cell: ({ name }) => <span dir="auto">{name ?? none}</span>,
          sortBy: ({ name }) => name,
        },
        {
          key: 'instrument',
          heading: t('assessment.instrument'),
          cell: ({ title }) => title,
          sortBy: ({ title }) => title,
        },
        {
          key: 'on',
          heading: t('assessment.on'),
          cell: ({ assessedOn }) => writtenDate(assessedOn),
          sortBy: ({ assessedOn }) => assessedOn,
        },
        {
          key: 'level',
          heading: t('assessment.level'),
          cell: level,
          sortBy: level,
        },
        {
          key: 'standing',
          heading: t('assessment.standing'),
          cell: ({ standing }) => <StandingTag standing={standing} />,
          sortBy: ({ standing }) => String(ASSESSMENT_STANDINGS.indexOf(standing)),
        },
        {
          key: 'review',
          heading: t('assessment.review'),
          cell: ({ reviewDueOn }) => (reviewDueOn ? writtenDate(reviewDueOn) : none),
          sortBy: ({ reviewDueOn }) => reviewDueOn,
        },
      ],
    };
  }, [loaded]);
  return (
    <>
      <PageHeading>{t('assessment.title')}</PageHeading>
      <ButtonGroup>
        <Button kind="secondary" onPress={() => router.go({ name: 'instruments' })}>
          {t('assessment.instruments')}
        </Button>
      </ButtonGroup>
      <RowsList
        list="assessments"
        {...terms}
        sort="on"
        isDescending
        caption={t('assessment.caption')}
        find={t('assessment.find')}
        counted={(count) => t('assessment.count', { count })}
        empty={
          <p class="govuk-body">
            {t('assessment.none-yet')}{' '}
            <Button kind="link" onPress={() => router.go({ name: 'subjects' })}>
              {t('subjects.choose')}
            </Button>
          </p>
        }
        onOpen={({ id, subjectId }) =>
          router.go({ name: 'assessment', subject: subjectId, assessment: id })
        }
      />
    </>
  );
}
