import type { Rendered } from '@cyber-prevent/core/report';
import { t } from '../../locales/late.js';

/** Records withheld from this recipient, each with the reason. Shown here and nowhere in the document. */
export function WithheldList({ rendered: { withheld } }: { rendered: Pick<Rendered, 'withheld'> }) {
  return (
    <section aria-labelledby="summary-withheld">
      <h3 class="govuk-heading-s" id="summary-withheld">
        {t('summary.withheld')}
      </h3>
      {withheld.length === 0 ? (
        <p class="govuk-body">{t('summary.withheld.none')}</p>
      ) : (
        <dl class="govuk-summary-list">
          {withheld.map(({ what, why }) => (
            <div class="govuk-summary-list__row" key={what}>
              <dt class="govuk-summary-list__key">{what}</dt>
              <dd class="govuk-summary-list__value">{why}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
