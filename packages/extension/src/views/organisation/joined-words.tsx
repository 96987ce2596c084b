import { type RecordId, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { t } from '../../locales/late.js';
import { reasonWords } from './place-words.js';
import { useChangedWords } from './use-changed-words.js';
import { linkWords, useOwnerWords } from './use-owner-words.js';

/** The words that were joined to an organisation, the latest first, with the reasons; undone ones stay in sight. */
export function JoinedWords({
  links,
  organisation,
}: {
  links: readonly StoredRecord<'organisationLink'>[];
  organisation: RecordId;
}) {
  const { services, router } = useApp();
  const isChanged = useChangedWords();
  const ownerOf = useOwnerWords();
  const latest = links.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  if (latest.length === 0) return <p class="govuk-body">{t('organisation.joined.none')}</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {latest.map((link) => {
        const { joinedOn, reasons, undoneOn, undoneWhy = '' } = link.value;
        return (
          <li key={link.id} dir="auto">
            {t('organisation.joined.line', {
              what: linkWords(link, ownerOf),
              date: writtenDate(joinedOn),
              reasons: reasonWords(reasons, services.lists),
            })}{' '}
            {isChanged(link) && `${t('organisation.joined.changed')} `}
            {undoneOn === undefined ? (
              <Button
                kind="link"
                about={linkWords(link, ownerOf)}
                onPress={() =>
                  router.go({ name: 'organisation', organisation, form: 'undo', link: link.id })
                }
              >
                {t('organisation.joined.undo')}
              </Button>
            ) : (
              t('organisation.joined.undone', { date: writtenDate(undoneOn), why: undoneWhy })
            )}
          </li>
        );
      })}
    </ul>
  );
}
