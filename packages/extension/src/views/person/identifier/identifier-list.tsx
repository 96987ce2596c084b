import {
  codeLabel,
  IDENTIFIER_STANDINGS,
  type IdentifierRow,
  identifierStanding,
  LIST_FIELDS,
  writtenDate,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-column.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { DueCell } from '../../desk/list/due-cell.js';
import { codeFacet, dueFacet, handlingFacet, stateFacet } from '../../desk/list/facet-words.js';
import { RowsList } from '../../desk/list/rows-list.js';
import { useListKnown } from '../../desk/list/use-list-known.js';
import { useAlsoWords } from './whose-words.js';

/** Identifiers of everybody, and of nobody yet. No identifier is ever a link to what it names. */
export function IdentifierList() {
  const { router } = useApp();
  const { known, unread, failed } = useListKnown();
  const { lists, today, dueOf } = known;
  const alsoWords = useAlsoWords();
  const terms = useMemo((): ListTerms<IdentifierRow> => {
    return {
      text: ({ asSeen, canonical = '', name = '', otherNames }) =>
        [asSeen, canonical, name, ...otherNames].join(' '),
      fields: LIST_FIELDS.identifiers(known),
      facets: [
        codeFacet('type', t('identifier.type'), 'identifier-type', lists),
        stateFacet('standing', t('identifier.whose'), IDENTIFIER_STANDINGS, (state) =>
          t(`identifier.standing.${state}`),
        ),
        codeFacet('sure', t('identifier.sure'), 'identifier-confidence', lists),
        codeFacet('platform', t('identifier.platform'), 'online-platform', lists),
        handlingFacet(),
        dueFacet(),
      ],
      columns: [
        {
          key: 'seen',
          heading: t('identifier.seen'),
          cell: ({ asSeen }) => <span dir="auto">{asSeen}</span>,
          under: (row) => alsoWords(row),
        },
        {
          key: 'type',
          heading: t('identifier.type'),
          cell: ({ type, platform }) =>
            platform === undefined
              ? codeLabel(lists, 'identifier-type', type)
              : codeLabel(lists, 'online-platform', platform),
        },
        {
          key: 'whose',
          heading: t('identifier.whose'),
          cell: (row) => <span dir="auto">{whose(row)}</span>,
        },
        {
          key: 'first',
          heading: t('identifier.first'),
          cell: ({ firstSeenOn }) => writtenDate(firstSeenOn),
        },
        {
          key: 'last',
          heading: t('identifier.last'),
          cell: ({ lastSeenOn }) => writtenDate(lastSeenOn),
        },
        {
          key: 'sure',
          heading: t('identifier.sure'),
          cell: ({ confidence }) =>
            confidence === undefined
              ? t('common.not-recorded')
              : codeLabel(lists, 'identifier-confidence', confidence),
        },
        {
          key: 'due',
          heading: t('identifier.due'),
          cell: ({ id }) => <DueCell due={dueOf(id)[0]} today={today} withDay />,
        },
      ],
    };
  }, [known, lists, today, dueOf, alsoWords]);
  return (
    <>
      <PageHeading>{t('identifier.title')}</PageHeading>
      <p class="govuk-body">{t('identifier.intro')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'identifier', form: 'add' })}>
          {t('identifier.add')}
        </Button>
      </ButtonGroup>
      <RowsList
        list="identifiers"
        {...terms}
        sort="last"
        isDescending
        unread={unread}
        failed={failed}
        caption={t('identifier.caption')}
        find={t('identifier.find')}
        findHint={t('identifier.find.hint')}
        counted={(count) => t('identifier.found', { count })}
        empty={<p class="govuk-body">{t('identifier.none')}</p>}
        onOpen={({ id, subjectId }) =>
          router.go(
            subjectId === undefined
              ? { name: 'identifier', identifier: id }
              : { name: 'subject', subject: subjectId, section: 'identifiers' },
          )
        }
      />
    </>
  );
}

function whose(row: IdentifierRow): string {
  const name = row.name ?? t(row.subjectId ? 'common.not-recorded' : 'identifier.nobody.yet');
  return identifierStanding(row) === 'ended' ? t('identifier.whose.ended', { name }) : name;
}
