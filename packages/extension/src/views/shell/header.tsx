import { useApp } from '../../app/app.js';
import { chordOf } from '../../app/keys/chord-keys.js';
import { lateView } from '../../app/late-view.js';
import { Icon } from '../../components/icon.js';
import { KeyHint } from '../../components/key-hint.js';
import { t } from '../../locales/translate.js';
import { Navigation } from './navigation.js';

export interface HeaderProps {
  isWorking: boolean;
  onConcern: () => void;
  onHelp: () => void;
  onPalette: () => void;
  isHelpOpen: boolean;
}

// It asks the keeper for the last backup: the first paint does not wait for it.
const BackupMark = lateView(
  async () => (await import('../vault/backup/backup-mark.js')).BackupMark,
  null,
);

/** One line: find or do, the backup, the workspace, help, lock, and the safeguarding concern, which is always there. */
export function Header(props: HeaderProps) {
  const { session, services, settings, surface, openWorkspace } = useApp();
  const { keys } = settings.settings.value;
  const [paletteKey, concernKey] = [chordOf('palette', keys), chordOf('concern', keys)];
  const officer = session.open.value?.officer;
  return (
    <>
      <header class={`cp-shell__header${props.isWorking ? ' cp-shell--working' : ''}`}>
        <div class="cp-shell__width cp-shell__bar">
          <p class="cp-shell__product">
            <img src="/icon/48.png" alt="" width="26" height="26" />
            {t('common.product')}
          </p>
          {props.isWorking && (
            <>
              <button
                type="button"
                class="cp-shell__button cp-shell__find"
                aria-haspopup="dialog"
                aria-keyshortcuts={paletteKey.replace(/^Ctrl(.+)/, 'Control$1 Meta$1')}
                onClick={props.onPalette}
              >
                <Icon name="find" />
                <span class="cp-wide">{t('shell.palette')}</span>
                <span class="cp-narrow" aria-hidden="true">
                  {t('shell.palette.short')}
                </span>
                <KeyHint>{paletteKey}</KeyHint>
              </button>
              {officer && (
                <p class="cp-shell__officer">
                  {t('shell.officer', { name: officer.name, number: officer.number })}
                </p>
              )}
              <BackupMark />
              {surface === 'panel' && openWorkspace && (
                <button type="button" class="cp-shell__button" onClick={openWorkspace}>
                  <Icon name="window" />
                  <span class="cp-wide">{t('shell.workspace')}</span>
                </button>
              )}
              <button
                type="button"
                class="cp-shell__button"
                aria-expanded={props.isHelpOpen}
                onClick={props.onHelp}
              >
                <span class="govuk-visually-hidden">{t('shell.keys')}</span>
                <span aria-hidden="true">?</span>
              </button>
              <button
                type="button"
                class="cp-shell__button"
                onClick={() => void services.vault.lock()}
              >
                <Icon name="lock" />
                <span class="cp-wide">{t('shell.lock')}</span>
              </button>
            </>
          )}
          <button
            type="button"
            class="cp-shell__button cp-shell__button--concern"
            aria-keyshortcuts={concernKey}
            onClick={props.onConcern}
          >
            <span class="cp-wide">{t('shell.concern')}</span>
            <span class="cp-narrow" aria-hidden="true">
              {t('shell.concern.short')}
            </span>
            <KeyHint>{concernKey}</KeyHint>
          </button>
        </div>
      </header>
      {props.isWorking && <Navigation isAway={props.isHelpOpen} />}
    </>
  );
}
