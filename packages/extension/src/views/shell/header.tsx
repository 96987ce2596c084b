import { useApp } from '../../app/app.js';
import { KeyHint } from '../../components/key-hint.js';
import { t } from '../../locales/translate.js';
import { Navigation } from './navigation.js';
import { PALETTE_KEY } from './use-global-keys.js';

export interface HeaderProps {
  isWorking: boolean;
  concernKey: string;
  onConcern: () => void;
  onHelp: () => void;
  onPalette: () => void;
  isHelpOpen: boolean;
}

export function Header(props: HeaderProps) {
  const { session, services, surface, openWorkspace } = useApp();
  const officer = session.open.value?.officer;
  return (
    <>
      <header class="cp-shell__header">
        <div class="cp-shell__width cp-shell__bar">
          <div class="cp-shell__identity">
            <p class="cp-shell__product">{t('common.product')}</p>
            {props.isWorking && officer && (
              <p class="cp-shell__officer">
                {t('shell.officer', { name: officer.name, number: officer.number })}
              </p>
            )}
          </div>
          {props.isWorking && (
            <div class="cp-shell__acts">
              {surface === 'panel' && openWorkspace && (
                <button type="button" class="cp-shell__button" onClick={openWorkspace}>
                  {t('shell.workspace')}
                </button>
              )}
              <button
                type="button"
                class="cp-shell__button"
                onClick={() => void services.vault.lock()}
              >
                {t('shell.lock')}
              </button>
            </div>
          )}
          <div class="cp-shell__acts">
            {props.isWorking && (
              <button
                type="button"
                class="cp-shell__button"
                aria-haspopup="dialog"
                aria-keyshortcuts="Control+K Meta+K"
                onClick={props.onPalette}
              >
                {t('shell.palette')}
                <KeyHint>{PALETTE_KEY}</KeyHint>
              </button>
            )}
            {props.isWorking && (
              <button
                type="button"
                class="cp-shell__button cp-shell__button--keys"
                aria-expanded={props.isHelpOpen}
                onClick={props.onHelp}
              >
                <span class="cp-shell__words">{t('shell.keys')}</span>
                <KeyHint>?</KeyHint>
              </button>
            )}
            <button
              type="button"
              class="cp-shell__button cp-shell__button--concern"
              aria-keyshortcuts={props.concernKey}
              onClick={props.onConcern}
            >
              {t('shell.concern')}
              <KeyHint>{props.concernKey}</KeyHint>
            </button>
          </div>
        </div>
      </header>
      {props.isWorking && <Navigation isAway={props.isHelpOpen} />}
    </>
  );
}
