import { t } from '../../../locales/late.js';
import { WithheldList } from '../withheld-list.js';
import type { FileReady } from './make-file.js';

/** What is on record and not in the file: withheld, recorded differently elsewhere, or without room in the format. */
export function NotInFile({ file: { given, leftOut } }: { file: FileReady }) {
  const count = given.set.records.referral?.length ?? 0;
  return (
    <section aria-labelledby={TITLE}>
      <h2 class="govuk-heading-m" id={TITLE}>
        {t('give-out.ready.title')}
      </h2>
      <p class="govuk-body" role="status">
        {t('give-out.ready', { count })}
      </p>
      {given.withheld.length > 0 && <WithheldList rendered={given} />}
      {given.disputed.length > 0 && (
        <p class="govuk-body">{t('give-out.disputed', { fields: given.disputed.join(', ') })}</p>
      )}
      {given.ended > 0 && (
        <p class="govuk-body">{t('offence.give.ended', { count: given.ended })}</p>
      )}
      {given.conditioned.length > 0 && (
        <p class="govuk-body">{t('handling.file', { fields: given.conditioned.join(', ') })}</p>
      )}
      {leftOut.length > 0 && (
        <>
          <p class="govuk-body">{t('give-out.format-leaves')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {leftOut.map(({ message, at }) => (
              <li key={`${at} ${message}`}>{message}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const TITLE = 'give-out-not-in-file';
