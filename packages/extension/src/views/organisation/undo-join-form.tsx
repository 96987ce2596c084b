import { organisationApart, type StoredRecord, undoJoin } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { t } from '../../locales/late.js';
import { ActForm } from '../act/act-form.js';
import { linkWords, useOwnerWords } from './use-owner-words.js';

const ASKED = ['undoneWhy'];

/** Undoes everything that was joined in one act, with the reason. */
export function UndoJoinForm({
  organisation,
  link,
  links,
}: {
  organisation: StoredRecord<'organisation'>;
  link: StoredRecord<'organisationLink'>;
  links: readonly StoredRecord<'organisationLink'>[];
}) {
  const { host, lists } = useApp().services;
  const ownerOf = useOwnerWords();
  const together = links.filter(
    ({ value }) => value.actId === link.value.actId && value.undoneOn === undefined,
  );
  return (
    <ActForm
      kind="organisationLink"
      title={t('organisation.joined.undo.title')}
      caption={organisationApart(organisation.value)}
      isOnNobody
      only={ASKED}
      labels={{ undoneWhy: t('organisation.joined.undo.why') }}
      needed={ASKED}
      workKey={`organisation/undo/${link.id}`}
      submit={t('organisation.joined.undo.save')}
      said={t('organisation.joined.was-undone')}
      to={{ name: 'organisation', organisation: organisation.id }}
      intro={
        <>
          <ul class="govuk-list govuk-list--bullet">
            {together.map((each) => (
              <li key={each.id} dir="auto">
                {linkWords(each, ownerOf)}
              </li>
            ))}
          </ul>
          <p class="govuk-body">{t('organisation.joined.undo.hint', { count: together.length })}</p>
        </>
      }
      act={({ values }) => undoJoin(link, values.undoneWhy, { host, lists, links })}
    />
  );
}
