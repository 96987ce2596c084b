/** Records of this person that two officers changed separately, shown until somebody has chosen a version. */
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { ConflictsPanel } from '../../act/conflicts-panel.js';
import type { SubjectPage } from '../../case/subject-page.js';

export function VersionsNotice({ page }: { page: SubjectPage }) {
  const apart = page.records.filter(({ heads }) => heads.length > 1).map(({ id }) => id);
  if (apart.length === 0) return null;
  return (
    <section aria-labelledby="cp-subject-versions">
      <h2 class="govuk-heading-m" id="cp-subject-versions">
        {t('subject.versions')}
      </h2>
      <WarningText>{t('subject.versions.why')}</WarningText>
      <ConflictsPanel key={apart.join()} records={apart} />
    </section>
  );
}
