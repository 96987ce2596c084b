import type { RecordId, RecordStore } from '@cyber-prevent/core';
import type { RouteOf } from '../../app/route.js';
import { t } from '../../locales/late.js';
import { GatheredView } from '../act/gathered.js';
import { ofKind, useGathered } from '../act/use-gathered.js';
import { JoinView } from './join-view.js';
import { OrganisationForm } from './organisation-form.js';
import { OrganisationList } from './organisation-list.js';
import { OrganisationPage } from './organisation-page.js';
import { UndoJoinForm } from './undo-join-form.js';

/** Organisations: all of them, one, a form of one, the words to join. */
export function OrganisationView({ route }: { route: RouteOf<'organisation'> }) {
  const { organisation, form } = route;
  if (form === 'join') return <JoinView only={route.records} />;
  if (organisation !== undefined) return <One route={route} id={organisation} />;
  return form === 'add' ? <OrganisationForm form="add" /> : <OrganisationList />;
}

function One({ route, id }: { route: RouteOf<'organisation'>; id: RecordId }) {
  const { form, link } = route;
  const { state, again } = useGathered(id, (store) => withLinks(store, id));
  return (
    <GatheredView state={state} title={t('organisation.title')} gone={t('organisation.gone')}>
      {(records) => {
        const held = ofKind(records, 'organisation').find((each) => each.id === id);
        const links = ofKind(records, 'organisationLink');
        if (!held) return <p class="govuk-body">{t('organisation.gone')}</p>;
        if (form === 'undo') {
          const opened = links.find((each) => each.id === link);
          return opened ? (
            <UndoJoinForm organisation={held} link={opened} links={links} />
          ) : (
            <p class="govuk-body">{t('organisation.gone')}</p>
          );
        }
        return form === undefined || form === 'join' ? (
          <OrganisationPage held={held} links={links} again={again} />
        ) : (
          <OrganisationForm form={form} held={held} />
        );
      }}
    </GatheredView>
  );
}

/** The organisation, logged as looked at, with its links; those about people whose records are closed are left out. */
async function withLinks(store: RecordStore, id: RecordId) {
  const held = await store.consult([id], 'case-work');
  return [...held, ...(await store.query('organisationLink', { organisationId: id }))];
}
