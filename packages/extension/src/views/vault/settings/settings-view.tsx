/** Settings: a list of sections, one of them open. A section with something to see to says so in the list. */
import { useApp, useOpenVault } from '../../../app/app.js';
import { chordOf } from '../../../app/keys/chord-keys.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { SectionNav } from '../../../components/section-nav.js';
import { t } from '../../../locales/late.js';
import { PolicyReference } from '../../act/policy/policy-reference.js';
import { useLastBackup } from '../backup/use-last-backup.js';
import { ColleagueCardPanel } from '../first-run/colleague-card-panel.js';
import { PracticePanel } from '../practice/practice-panel.js';
import { AdaptersPanel } from './adapters-panel.js';
import { ChangePassphrase } from './change-passphrase.js';
import { LockMinutes } from './lock-minutes.js';
import { NewRecoveryKey } from './new-recovery-key.js';
import { PolicyFaults } from './policy-faults.js';
import { SETTINGS_SECTION_NAMES, SETTINGS_SECTIONS, type SettingsSection } from './sections.js';
import { type Adapters, needsLook, useAdapters } from './use-adapters.js';

export function SettingsView({ route }: { route: RouteOf<'settings'> }) {
  const { router } = useApp();
  const done = (): void => router.go({ name: 'settings', section: 'secrets' });
  if (route.changing === 'passphrase') return <ChangePassphrase onDone={done} />;
  if (route.changing === 'recovery') return <NewRecoveryKey onDone={done} />;
  return <Sections asked={route.section} />;
}

/** A screen of its own, in the list because officers look for it here. */
const BACKUP = 'backup';

function Sections({ asked }: { asked: SettingsSection | undefined }) {
  const { router } = useApp();
  const adapters = useAdapters();
  const section = asked ?? firstSection(adapters);
  const marked = useMarked(adapters);
  const { kind } = useOpenVault();
  const names = SETTINGS_SECTION_NAMES.filter((id) => id !== 'practice' || kind === 'practice');
  return (
    <div class="cp-settings">
      <div class="cp-settings__list">
        <SectionNav
          label={t('settings.title')}
          items={[
            ...names.map((id) => ({
              id,
              label: marked(id, t(SETTINGS_SECTIONS[id])),
            })),
            { id: BACKUP, label: marked(BACKUP, t('shell.nav.backup')) },
          ]}
          current={section}
          onGo={(id) =>
            router.go(id === BACKUP ? { name: 'backup' } : { name: 'settings', section: id })
          }
        />
      </div>
      {section && (
        <section class="cp-read" aria-label={t(SETTINGS_SECTIONS[section])}>
          <PageHeading caption={t('settings.title')}>{t(SETTINGS_SECTIONS[section])}</PageHeading>
          <PolicyFaults />
          <Section name={section} adapters={adapters} />
        </section>
      )}
    </div>
  );
}

/** The section with an error, else the first; undefined until that is known. */
function firstSection({ read }: Adapters): SettingsSection | undefined {
  if (read.value === undefined) return undefined;
  return read.value.issues.length > 0 ? 'adapters' : 'lock';
}

/** Adds to the title of a section what it still needs. */
function useMarked({ read }: Adapters) {
  const { services } = useApp();
  const { policyReference } = useOpenVault().officer;
  const { isDue } = useLastBackup();
  const { listed = [], issues = [], isLost = false } = read.value ?? {};
  const today = services.today();
  const isMarked: Partial<Record<SettingsSection | typeof BACKUP, boolean>> = {
    adapters: isLost || issues.length > 0 || listed.some((each) => needsLook(each, today)),
    policy: !policyReference,
    backup: isDue,
  };
  return (id: SettingsSection | typeof BACKUP, section: string): string => {
    if (!isMarked[id]) return section;
    if (id === 'policy') return t('settings.section.missing', { section });
    return t(id === BACKUP ? 'settings.section.due' : 'settings.section.look', { section });
  };
}

function Section({ name, adapters }: { name: SettingsSection; adapters: Adapters }) {
  switch (name) {
    case 'lock':
      return <LockSection />;
    case 'secrets':
      return <SecretsSection />;
    case 'policy':
      return (
        <>
          <p class="govuk-body">{t('settings.policy.what')}</p>
          <Form>
            <PolicyReference mayBeEmpty />
          </Form>
        </>
      );
    case 'adapters':
      return <AdaptersPanel {...adapters} />;
    case 'card':
      return <ColleagueCardPanel />;
    case 'practice':
      return <PracticePanel />;
  }
}

function LockSection() {
  const { settings } = useApp();
  return (
    <>
      <LockMinutes />
      <p class="govuk-body">
        {t('settings.blank', { key: chordOf('blank', settings.settings.value.keys) })}
      </p>
    </>
  );
}

function SecretsSection() {
  const { router } = useApp();
  return (
    <>
      <p class="govuk-body">{t('settings.secrets.what')}</p>
      <ButtonGroup>
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'settings', changing: 'passphrase' })}
        >
          {t('settings.passphrase.change')}
        </Button>
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'settings', changing: 'recovery' })}
        >
          {t('settings.recovery.new')}
        </Button>
      </ButtonGroup>
    </>
  );
}
