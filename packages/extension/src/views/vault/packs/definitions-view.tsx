import { writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { PacksRead } from '../../../ports/packs.js';
import { definitionWords, fromWords } from '../../case/definition-words.js';
import { DefinitionsByKind } from './definitions-by-kind.js';
import { DefinitionsTable } from './definitions-table.js';
import { IssuersTable } from './issuers-table.js';
import { sentences } from './pack-words.js';
import { PacksTable } from './packs-table.js';
import { PolicyTable } from './policy-table.js';
import { type ChangePack, usePacks } from './use-packs.js';

/** Everything that is in force: from whom, since when, in place of what, and when it was last checked. */
export function DefinitionsView() {
  const { router } = useApp();
  const { read, errors, done, change } = usePacks();
  const found = read.value;
  return (
    <>
      <PageHeading>{t('packs.title')}</PageHeading>
      <ErrorSummary
        errors={errors.value.map(({ message }) => ({ message }))}
        check={errors.value}
      />
      <p class="govuk-body">{t('packs.intro')}</p>
      {!found && errors.value.length === 0 && <p role="status">{t('packs.loading')}</p>}
      {found && <Trouble found={found} />}
      <p class="govuk-body" role="status">
        {done.value}
      </p>
      <Button kind="secondary" onPress={() => router.go({ name: 'take-pack' })}>
        {t('packs.take')}
      </Button>
      {found && <Found found={found} change={change} />}
    </>
  );
}

/** Faults of the force’s policy, and packs that this release cannot read. */
function Trouble({ found }: { found: PacksRead }) {
  const { isOnly, policyFaults, unread } = found;
  const said = [
    ...(isOnly ? [t('packs.only')] : []),
    ...policyFaults.map(({ row, issues }) =>
      t('packs.policy-fault', { row, why: sentences(issues) }),
    ),
    ...unread.map(({ takenInOn, issues }) =>
      t('packs.unread', { date: writtenDate(takenInOn), why: sentences(issues) }),
    ),
  ];
  if (said.length === 0) return null;
  return (
    <InsetText>
      {said.map((words) => (
        <p key={words} class="govuk-body">
          {words}
        </p>
      ))}
    </InsetText>
  );
}

function Found({ found, change }: { found: PacksRead; change: ChangePack }) {
  const { inForce, ofPolicy, recalled, checkedAt } = found;
  const ofPacks = inForce.filter(({ pack }) => pack !== undefined);
  const shipped = inForce.filter(({ pack }) => pack === undefined);
  return (
    <>
      <p class="govuk-hint">{t('packs.checked', { at: writtenMoment(checkedAt) })}</p>
      <PacksTable found={found} change={change} />
      <h2 class="govuk-heading-m">{t('packs.of-packs')}</h2>
      <DefinitionsTable
        caption={t('packs.of-packs')}
        rows={ofPacks}
        empty={t('packs.of-packs.none')}
      />
      <PolicyTable of={ofPolicy} />
      {recalled.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('packs.recalled')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {recalled.map((each) => (
              <li key={`${each.kind} ${definitionWords(each)} ${fromWords(each)}`}>
                {t('packs.recalled.is', {
                  title: each.title,
                  version: each.version,
                  from: fromWords(each),
                  date: writtenDate(each.recalledOn),
                  reason: each.reason,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <Details summary={t('packs.shipped', { count: shipped.length })} late>
        <DefinitionsByKind rows={shipped} />
      </Details>
      <IssuersTable issuers={found.issuers} change={change} />
    </>
  );
}
