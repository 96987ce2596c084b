import { codeLabel } from '@cyber-prevent/core';
import { useApp } from '../../../../app/app.js';
import { t } from '../../../../locales/late.js';

export interface PlatformLineProps {
  /** Code of `online-platform`. */
  code: string;
}

/** The platform that is saved with a handle. */
export function PlatformLine({ code }: PlatformLineProps) {
  const { services } = useApp();
  const platform = codeLabel(services.lists, 'online-platform', code);
  return <p class="govuk-body-s">{t('review.row.platform', { platform })}</p>;
}
