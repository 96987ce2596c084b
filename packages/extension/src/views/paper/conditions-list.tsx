import type { Rendered } from '@cyber-prevent/core/report';
import { t } from '../../locales/late.js';

interface ConditionsListProps {
  rendered: Pick<Rendered, 'conditions' | 'stopped'>;
}

/** The conditions on what is in a document, and what they keep out of it; nothing if there are none. */
export function ConditionsList({ rendered: { conditions, stopped } }: ConditionsListProps) {
  if (conditions.length === 0 && stopped.length === 0) return null;
  return (
    <section aria-labelledby="paper-conditions">
      <h3 class="govuk-heading-s" id="paper-conditions">
        {t('handling.apply')}
      </h3>
      {conditions.length > 0 && (
        <>
          <p class="govuk-body">{t('handling.printed')}</p>
          <Lines lines={conditions} />
        </>
      )}
      {stopped.length > 0 && (
        <>
          <p class="govuk-body">{t('handling.stopped')}</p>
          <Lines lines={stopped} />
        </>
      )}
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
