import type { signpostsFor } from '@cyber-prevent/core';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';

/** Places to go instead, for each reason that has one. */
export function Signposts({ signposts }: { signposts: ReturnType<typeof signpostsFor> }) {
  if (signposts.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>{t('decide.signposts')}</strong>
      </p>
      {signposts.map(({ reason, to, words }) => (
        <p key={reason} class="govuk-body">
          {to}. {words}
        </p>
      ))}
      <p class="govuk-hint">{t('decide.signposts.status')}</p>
    </InsetText>
  );
}
