import { t } from '../../locales/late.js';

/** Records that are not in the document, by kind and number: the officer reads here what the recipient will not get. */
export function LeftOutList({ lines }: { lines: readonly string[] }) {
  return (
    <section aria-labelledby="summary-left-out">
      <h3 class="govuk-heading-s" id="summary-left-out">
        {t('summary.left-out.title')}
      </h3>
      {lines.length === 0 ? (
        <p class="govuk-body">{t('summary.left-out.none')}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
