import {
  CONCERN_STATES,
  type CodeLists,
  type ConcernRow,
  codeLabel,
  isInDangerNow,
  LIST_FIELDS,
  NOT_KNOWN,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-column.js';
import { PageHeading } from '../../../components/page-heading.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import { DueCell } from '../../desk/list/due-cell.js';
import { dueFacet, stateFacet, workFacet } from '../../desk/list/facet-words.js';
import { RowsList } from '../../desk/list/rows-list.js';
import { useListKnown } from '../../desk/list/use-list-known.js';
import { RiskMark, riskWords } from '../../desk/risk-words.js';
import { ConcernTag } from './concern-tag.js';

/**
 * Every concern raised, even if its subject is not known yet, in the order of the core. Immediate danger stays first in
 * every other order too. The words of a concern are shown only once it is opened.
 */
export function ConcernsView() {
  const { router } = useApp();
  const { known, unread, failed } = useListKnown();
  const { lists, today, dueOf } = known;
  const terms = useMemo(
    (): ListTerms<ConcernRow> => ({
      text: ({ name = '', otherNames }) => [name, ...otherNames].join(' '),
      fields: LIST_FIELDS.concerns(known),
      facets: [
        stateFacet('state', t('concern.list.state'), CONCERN_STATES, (state) =>
          t(`concern.state.${state}`),
        ),
        dueFacet(),
        workFacet(),
        {
          key: 'risk',
          label: t('concern.list.risk'),
          words: (code) => riskWords(code === NOT_KNOWN ? undefined : code, lists),
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
          under: ({ told }) => told && toldWords(told, lists),
        },
        {
          key: 'raised',
          heading: t('concern.list.raised'),
          cell: ({ raisedAt }) => writtenMoment(raisedAt),
        },
        {
          key: 'state',
          heading: t('concern.list.state'),
          cell: ({ state }) => <ConcernTag state={state} />,
        },
        {
          key: 'due',
          heading: t('concern.list.due'),
          cell: ({ id }) => <DueCell due={dueOf(id)[0]} today={today} withDay />,
        },
        {
          key: 'risk',
          heading: t('concern.list.risk'),
          cell: ({ state, riskNow }) =>
            state === 'closed' ? (
              riskWords(riskNow, lists)
            ) : (
              <RiskMark riskNow={riskNow} lists={lists} />
            ),
        },
      ],
    }),
    [known, lists, today, dueOf],
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
        first={isInDangerNow}
        sort="state"
        unread={unread}
        failed={failed}
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

/** “Told: Supervisor”: where nobody is named yet, it tells one concern from another. */
function toldWords(told: readonly string[], lists: CodeLists): string | undefined {
  const names = told.map((code) => codeLabel(lists, 'safeguarding-told', code)).join(', ');
  return names === '' ? undefined : t('concern.list.told', { names });
}
