import { CONCERN_STATES, type ConcernRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { choicesOf } from '../../../components/choice.js';
import type { ListTerms } from '../../../components/list/list-query.js';
import { PageHeading } from '../../../components/page-heading.js';
import { writtenMoment } from '../../../components/written-value.js';
import { t } from '../../../locales/late.js';
import { needsFacet, whenDue } from '../../act/needs.js';
import { DueText } from '../../case/due-text.js';
import { RowsList } from '../../desk/list/rows-list.js';
import { useDue } from '../../desk/list/use-due.js';
import { ConcernTag } from './concern-tag.js';
import { riskWords } from './risk-words.js';

/** Choice of the filter for concerns whose risk nobody has said yet. */
const NOT_SAID = 'not-said';

/** Every concern raised, even if its subject is not known yet. Its words are shown only once it is opened. */
export function ConcernsView() {
  const { router, services } = useApp();
  const { lists } = services;
  const today = services.today();
  const { due } = useDue();
  const terms = useMemo(
    (): ListTerms<ConcernRow> => ({
      text: ({ name = '', otherNames }) => [name, ...otherNames].join(' '),
      facets: [
        needsFacet(({ id }) => due.has(id)),
        {
          key: 'state',
          label: t('concern.list.state'),
          choices: CONCERN_STATES.map((state) => ({
            value: state,
            label: t(`concern.state.${state}`),
          })),
          of: ({ state }) => state,
        },
        {
          key: 'risk',
          label: t('concern.list.risk'),
          choices: [
            ...choicesOf(lists, 'risk-now', today),
            { value: NOT_SAID, label: t('concern.risk.none') },
          ],
          of: ({ riskNow = NOT_SAID }) => riskNow,
        },
      ],
      columns: [
        {
          key: 'name',
          heading: t('concern.list.who'),
          cell: ({ subjectId, name, raisedAt }) => (
            <span dir="auto">
              {name ?? t(subjectId === undefined ? 'concern.list.nobody' : 'common.not-recorded')}
              {/* Its own column shows the time; whoever hears the links alone needs it here. */}
              {subjectId === undefined && (
                <span class="govuk-visually-hidden">
                  {t('concern.list.nobody.at', { moment: writtenMoment(raisedAt) })}
                </span>
              )}
            </span>
          ),
          sortBy: ({ name = '' }) => name,
        },
        {
          key: 'raised',
          heading: t('concern.list.raised'),
          cell: ({ raisedAt }) => writtenMoment(raisedAt),
          sortBy: ({ raisedAt }) => raisedAt,
        },
        {
          key: 'state',
          heading: t('concern.list.state'),
          cell: ({ state }) => <ConcernTag state={state} />,
          sortBy: ({ state }) => String(CONCERN_STATES.indexOf(state)),
        },
        {
          key: 'due',
          heading: t('concern.list.due'),
          cell: ({ id }) => <DueText due={due.get(id)} today={today} />,
          sortBy: ({ id }) => whenDue(due.get(id)),
        },
        {
          key: 'risk',
          heading: t('concern.list.risk'),
          cell: ({ riskNow }) => riskWords(riskNow, lists),
        },
      ],
    }),
    [due, lists, today],
  );
  return (
    <>
      <PageHeading>{t('concern.list.title')}</PageHeading>
      <p class="govuk-body">{t('concern.list.intro')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'safeguarding' })}>
          {t('palette.act.concern')}
        </Button>
      </ButtonGroup>
      <RowsList
        list="concerns"
        {...terms}
        sort="raised"
        isDescending
        caption={t('concern.list.title')}
        find={t('concern.list.find')}
        findHint={t('concern.list.find.hint')}
        counted={(count) => t('concern.list.found', { count })}
        empty={<p class="govuk-body">{t('concern.list.none')}</p>}
        onOpen={({ id }) => router.go({ name: 'concern', concern: id })}
      />
    </>
  );
}
