import {
  codeLabel,
  organisationApart,
  type StoredRecord,
  sharedIdentifier,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { InsetText } from '../../components/inset-text.js';
import { t } from '../../locales/late.js';

/** Notices of what became of an organisation, and of others that may be taken for it. */
export function OrganisationNotices({
  held,
  all,
}: {
  held: StoredRecord<'organisation'>;
  all: readonly StoredRecord<'organisation'>[];
}) {
  const { services, router } = useApp();
  const { value } = held;
  const { becameId, becameOn, becameHow = '', becameWhy = '', closedOn } = value;
  const now = all.find(({ id }) => id === becameId);
  const before = all.filter((each) => each.value.becameId === held.id);
  // One that became the other is no rival of it.
  const rivals = all.filter(
    (each) => each.id !== held.id && becameId === undefined && each.value.becameId === undefined,
  );
  const named = rivals.filter((each) => each.value.name === value.name);
  const same = rivals.flatMap((each) => {
    const shared = sharedIdentifier(value, each.value);
    return shared === undefined ? [] : [[each, shared] as const];
  });
  return (
    <>
      {now && becameOn && (
        <InsetText>
          {t('organisation.became', {
            date: writtenDate(becameOn),
            how: codeLabel(services.lists, 'organisation-became', becameHow),
            name: organisationApart(now.value),
            why: becameWhy,
          })}{' '}
          <Button
            kind="link"
            onPress={() => router.go({ name: 'organisation', organisation: now.id })}
          >
            {t('organisation.became.open', { name: organisationApart(now.value) })}
          </Button>
        </InsetText>
      )}
      {closedOn && (
        <InsetText>{t('organisation.closed.note', { date: writtenDate(closedOn) })}</InsetText>
      )}
      {before.length > 0 && (
        <p class="govuk-body">
          {t('organisation.became.from', {
            names: before.map((each) => organisationApart(each.value)).join('; '),
          })}
        </p>
      )}
      {same.map(([each, shared]) => (
        <InsetText key={each.id}>
          {t('organisation.same-identifier', {
            value: shared,
            name: organisationApart(each.value),
          })}
        </InsetText>
      ))}
      {named.map((each) => (
        <InsetText key={each.id}>
          {t('organisation.alike', { name: organisationApart(each.value) })}
        </InsetText>
      ))}
    </>
  );
}
