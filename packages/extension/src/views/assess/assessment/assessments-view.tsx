import {
  ASSESSMENT_STANDINGS,
  type AssessmentRow,
  LIST_FIELDS,
  NO_LEVEL,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-column.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { eitherOf } from '../../act/either-of.js';
import { StandingTag } from '../../case/standing-tag.js';
import { dueFacet, stateFacet } from '../../desk/list/facet-words.js';
import { RowsList } from '../../desk/list/rows-list.js';
import { useListKnown } from '../../desk/list/use-list-known.js';
import { briefDay } from '../../desk/today/when.js';

/** Every stored assessment, found by name. Shows no points: a level in words, and the progress of each. */
export function AssessmentsView() {
  const { router } = useApp();
  const { known, unread, failed } = useListKnown({ hasLevels: true });
  const { today } = known;
  const terms = useMemo((): ListTerms<AssessmentRow> => {
    const none = t('common.not-recorded');
    const level = ({ levels }: AssessmentRow) =>
      levels.length === 0 ? t('assessment.level.not-given') : eitherOf(levels);
    return {
      text: ({ name = '', otherNames, title }) => [name, ...otherNames, title].join('\n'),
      fields: LIST_FIELDS.assessments(known),
      facets: [
        stateFacet('standing', t('assessment.standing'), ASSESSMENT_STANDINGS, (standing) =>
          t(`assessment.standing.${standing}`),
        ),
        {
          key: 'level',
          label: t('assessment.level'),
          words: (code) => (code === NO_LEVEL ? t('assessment.level.not-given') : code),
        },
        { key: 'instrument', label: t('assessment.instrument'), words: (title) => title },
        dueFacet(),
      ],
      columns: [
        {
          key: 'name',
          heading: t('subjects.name'),
          cell: ({ name }) => <span dir="auto">{name ?? none}</span>,
        },
        {
          key: 'instrument',
          heading: t('assessment.instrument'),
          cell: ({ title }) => title,
        },
        {
          key: 'on',
          heading: t('assessment.on'),
          cell: ({ assessedOn }) => briefDay(assessedOn, today),
        },
        {
          key: 'level',
          heading: t('assessment.level'),
          cell: level,
        },
        {
          key: 'standing',
          heading: t('assessment.standing'),
          cell: ({ standing }) => <StandingTag standing={standing} />,
        },
        {
          key: 'review',
          heading: t('assessment.review'),
          cell: ({ reviewDueOn }) => (reviewDueOn ? briefDay(reviewDueOn, today) : none),
        },
      ],
    };
  }, [known, today]);
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
        unread={unread}
        failed={failed}
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
