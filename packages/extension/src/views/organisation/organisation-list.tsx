import {
  codeLabel,
  LIST_FIELDS,
  type ListColumnKey,
  NOT_KNOWN,
  ORGANISATION_STATES,
  organisationState,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import type { ListColumn, ListTerms } from '../../components/list/list-column.js';
import { PageHeading } from '../../components/page-heading.js';
import { t } from '../../locales/late.js';
import { codeFacet, stateFacet } from '../desk/list/facet-words.js';
import { RowsList } from '../desk/list/rows-list.js';
import { useListKnown } from '../desk/list/use-list-known.js';
import type { OrganisationRow } from '../desk/list/use-organisations.js';

/** All organisations by name, with how many people are joined to each. Opening one is logged. */
export function OrganisationList() {
  const { router } = useApp();
  const { known, unread, failed } = useListKnown({ hasOrganisations: true, hasPeople: true });
  const terms = useMemo((): ListTerms<OrganisationRow> => {
    const { lists, peopleOf = () => 0 } = known;
    const none = t('common.not-recorded');
    const columns: readonly (ListColumn<OrganisationRow> & {
      readonly key: ListColumnKey<'organisations'>;
    })[] = [
      {
        key: 'name',
        heading: t('organisation.name'),
        cell: ({ name }) => <span dir="auto">{name}</span>,
      },
      {
        key: 'kind',
        heading: t('organisation.kind'),
        cell: ({ kind }) => codeLabel(lists, 'organisation-kind', kind),
      },
      {
        key: 'town',
        heading: t('organisation.town'),
        cell: ({ town }) => <span dir="auto">{town ?? none}</span>,
      },
      {
        key: 'identifier',
        heading: t('organisation.identifier'),
        cell: ({ identifiers: [first] }) => first?.value ?? none,
      },
      {
        key: 'people',
        heading: t('organisation.people'),
        numeric: true,
        cell: ({ id }) => peopleOf(id),
      },
      {
        key: 'state',
        heading: t('organisation.state'),
        cell: (row) => t(`organisation.state.${organisationState(row)}`),
      },
    ];
    return {
      text: ({ name, earlierNames, town = '', identifiers, emailDomains }) =>
        [
          name,
          ...earlierNames,
          town,
          ...identifiers.map(({ value }) => value),
          ...emailDomains,
        ].join(' '),
      fields: LIST_FIELDS.organisations(known),
      facets: [
        codeFacet('kind', t('organisation.kind'), 'organisation-kind', lists),
        {
          key: 'town',
          label: t('organisation.town'),
          words: (code) => (code === NOT_KNOWN ? none : code),
        },
        stateFacet('state', t('organisation.state'), ORGANISATION_STATES, (state) =>
          t(`organisation.state.${state}`),
        ),
      ],
      columns,
    };
  }, [known]);
  return (
    <>
      <PageHeading>{t('organisation.title')}</PageHeading>
      <p class="govuk-body">{t('organisation.intro')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'organisation', form: 'add' })}>
          {t('organisation.add')}
        </Button>
        <Button kind="secondary" onPress={() => router.go({ name: 'organisation', form: 'join' })}>
          {t('organisation.words')}
        </Button>
      </ButtonGroup>
      <RowsList
        list="organisations"
        {...terms}
        sort="name"
        unread={unread}
        failed={failed}
        caption={t('organisation.caption')}
        find={t('organisation.find')}
        findHint={t('organisation.find.hint')}
        counted={(count) => t('organisation.found', { count })}
        empty={<p class="govuk-body">{t('organisation.none')}</p>}
        onOpen={({ id }) => router.go({ name: 'organisation', organisation: id })}
      />
    </>
  );
}
