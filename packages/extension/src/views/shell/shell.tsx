/**
 * Frame around every screen: marking, practice line, header, the content for the vault's state, and the view of the
 * route.
 */
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { type App, AppProvider, useApp } from '../../app/app.js';
import { lateView } from '../../app/late-view.js';
import { Button } from '../../components/button.js';
import { MarkingBanner } from '../../components/marking-banner.js';
import { SkipLink } from '../../components/skip-link.js';
import { t } from '../../locales/translate.js';
import type { VaultDamage, VaultKind, VaultState } from '../../ports/services.js';
import { LockView } from '../vault/lock/lock-view.js';
import type { Settled } from '../vault/recovery/offers.js';
import { BlankScreen } from './blank-screen.js';
import { Checking } from './checking.js';
import { Emergency } from './emergency.js';
import { Header } from './header.js';
import { Messages } from './messages.js';
import { PrintedLine } from './printed-line.js';
import { Screen } from './screen.js';
import { useBackupPage } from './use-backup-page.js';
import { earlyKeysLoaded, useGlobalKeys } from './use-global-keys.js';

const MAIN = 'cp-main';

// Shown once, and seldom: the first paint of the panel waits for none of them.
const FirstRunView = lateView(
  async () => (await import('../vault/first-run/first-run-view.js')).FirstRunView,
);
const RecoveryView = lateView(
  async () => (await import('../vault/recovery/recovery-view.js')).RecoveryView,
);
const Palette = lateView(async () => (await import('./palette/palette.js')).Palette);
const UnavailableView = lateView(
  async () => (await import('./unavailable-view.js')).UnavailableView,
);
const StandingLine = lateView(
  async () => (await import('./standing/standing-line.js')).StandingLine,
  null,
);
const HelpPanel = lateView(async () => (await import('./help-panel.js')).HelpPanel);
const BackupPage = lateView(
  async () => (await import('../vault/backup/backup-page.js')).BackupPage,
);

const endEarly = () => earlyKeysLoaded()?.end() ?? [];

/** The screen that restores a backup, if there is one. */
const RESTORE = 'backup';
const NOTHING_SETTLED: Settled = new Set();

/** Vaults that cannot be opened in full. */
function damagesIn(state: VaultState): readonly VaultDamage[] {
  if (state.name === 'locked') return state.damaged ?? [];
  return state.name === 'damaged' ? [state, ...(state.also ? [state.also] : [])] : [];
}

export function Shell({ app }: { app: App }) {
  return (
    <AppProvider value={app}>
      <Frame />
    </AppProvider>
  );
}

function Frame() {
  const { screens, session, keys, router, settings, unfinished, isLeaving } = useApp();
  const state = session.vault.value;
  const { settingUp } = session;
  const practiceChosen = useSignal(false);
  const isHelpOpen = useSignal(false);
  const isEmergencyOpen = useSignal(false);
  const isPaletteOpen = useSignal(false);
  const isBackupAsked = useBackupPage();
  const isFirstRun = settingUp.value !== undefined || state.name === 'none';
  const isWorking = state.name === 'open' && !isFirstRun;
  const isPractice =
    isFirstRun || state.name === 'locked'
      ? practiceChosen.value
      : session.open.value?.kind === 'practice';
  const isBlank = session.isBlank.value;
  // Everything that leaves on paper is logged first; before there is a vault, only the recovery key is printed.
  const isOffPaper = isWorking && !session.isPrinting.value;
  const recovering = useSignal<VaultKind | undefined>(undefined);
  const [liveSettled, practiceSettled] = [useSignal(NOTHING_SETTLED), useSignal(NOTHING_SETTLED)];
  const settled = { live: liveSettled, practice: practiceSettled };
  const damages = damagesIn(state);
  const chosen = damages.find(({ kind }) => kind === recovering.value);
  const damage = chosen ?? (state.name === 'damaged' ? damages[0] : undefined);
  const otherDamage =
    state.name === 'damaged' ? damages.find((each) => each !== damage) : undefined;
  // Only once it was chosen here: a screen left when the vault locked does not come before recovery.
  const isRestoreChosen = useSignal(false);
  const isRestoring = isRestoreChosen.value && router.route.value.name === RESTORE;
  const { visitView } = settings.settings.value;
  // A screen that a family can see leads to nobody else.
  const isFree = isWorking && !visitView;

  const raise = (): void => {
    isHelpOpen.value = isPaletteOpen.value = false;
    if (!isWorking) isEmergencyOpen.value = true;
    else {
      const here = router.route.value;
      const subject = 'subject' in here ? here.subject : undefined;
      router.go({ name: 'safeguarding', ...(subject ? { subject } : {}) });
    }
  };
  const openPalette = (): void => {
    // A form of the first run, or the question for the passphrase, cannot be bypassed.
    if (!isFree) return;
    if (isPaletteOpen.value) {
      // Tab may have left its box.
      document.querySelector<HTMLElement>('.cp-palette input')?.focus();
      return;
    }
    earlyKeysLoaded()?.begin();
    isPaletteOpen.value = true;
    // A palette that cannot be loaded takes no keys.
    Palette.fetch().catch(endEarly);
  };
  useGlobalKeys({
    onConcern: raise,
    onHelp: () => {
      // On a visit help would cover the one screen that a family may see.
      if (!visitView) isHelpOpen.value = !isHelpOpen.value;
    },
    onPalette: openPalette,
    isFree,
  });
  const hasPalette = isFree && isPaletteOpen.value;
  useEffect(() => {
    if (!hasPalette) endEarly();
  }, [hasPalette]);
  // Closes the list of keys on each change of screen, which would otherwise be hidden under it.
  useEffect(
    () =>
      router.onChange(() => {
        isHelpOpen.value = false;
      }),
    [router, isHelpOpen],
  );
  // The last step was scrolled to its foot: the first screen after it begins at its head.
  useLayoutEffect(() => {
    document.documentElement.scrollTop = 0;
  }, [isWorking]);
  // Before the paint, like the keys that it calls.
  useLayoutEffect(() => keys.listen(document), [keys]);
  useEffect(() => {
    const putAway = (): void => void unfinished.flushAll();
    addEventListener('pagehide', putAway);
    return () => removeEventListener('pagehide', putAway);
  }, [unfinished]);
  useEffect(() => {
    if (isWorking) {
      isEmergencyOpen.value = false;
      isRestoreChosen.value = false;
    } else isHelpOpen.value = isPaletteOpen.value = false;
  }, [isWorking, isEmergencyOpen, isHelpOpen, isPaletteOpen, isRestoreChosen]);

  return (
    <>
      {isBlank && <BlankScreen onWake={session.unblank} />}
      {/* Gone, but for first run: a recovery key that nobody has seen yet is nowhere else. */}
      {(!isBlank || isFirstRun) && (
        <div hidden={isBlank}>
          <div class="cp-shell">
            <SkipLink to={MAIN} />
            <section class="cp-shell__head" aria-label={t('shell.marking')}>
              <MarkingBanner isPractice={isPractice} />
              <PrintedLine />
            </section>
            <Header
              isWorking={isFree}
              onConcern={raise}
              onHelp={() => {
                isHelpOpen.value = !isHelpOpen.value;
              }}
              isHelpOpen={isHelpOpen.value}
              onPalette={openPalette}
            />
            {hasPalette && (
              <div class="cp-no-print">
                <Palette
                  struck={endEarly}
                  onClose={() => {
                    isPaletteOpen.value = false;
                  }}
                />
              </div>
            )}
            {isOffPaper && (
              <p class="govuk-body cp-shell__width cp-print-only">{t('shell.print.here')}</p>
            )}
            <main
              id={MAIN}
              class={`cp-shell__width cp-shell__main${isOffPaper ? ' cp-no-print' : ''}`}
              tabIndex={-1}
            >
              {isEmergencyOpen.value && (
                <Emergency
                  isAlert
                  onClose={() => {
                    isEmergencyOpen.value = false;
                  }}
                />
              )}
              <Messages />
              {isHelpOpen.value && (
                <HelpPanel
                  onClose={() => {
                    isHelpOpen.value = false;
                  }}
                />
              )}
              {/* Hidden, not taken away: what is half done under the help panel stays as it is. */}
              <div hidden={isHelpOpen.value}>
                {damage && isRestoring && (
                  <p class="govuk-body">
                    <Button
                      kind="link"
                      onPress={() => {
                        isRestoreChosen.value = false;
                        router.back();
                      }}
                    >
                      {t('recovery.restore.back')}
                    </Button>
                  </p>
                )}
                {isFirstRun ? (
                  <FirstRunView
                    kinds={settingUp.value ?? ['practice', 'live']}
                    onKind={(kind) => {
                      practiceChosen.value = kind === 'practice';
                    }}
                    onBegin={(kinds) => {
                      settingUp.value = kinds;
                    }}
                    onEnd={() => {
                      settingUp.value = undefined;
                    }}
                  />
                ) : isLeaving.value ? (
                  <Checking />
                ) : damage && isRestoring ? (
                  <Screen />
                ) : damage ? (
                  <RecoveryView
                    key={damage.kind}
                    damage={damage}
                    settled={settled[damage.kind]}
                    onRestore={
                      RESTORE in screens
                        ? () => {
                            isRestoreChosen.value = true;
                            router.go({ name: RESTORE });
                          }
                        : undefined
                    }
                    onBack={
                      state.name === 'locked'
                        ? () => {
                            recovering.value = undefined;
                          }
                        : undefined
                    }
                    other={
                      otherDamage && {
                        damage: otherDamage,
                        onShow: () => {
                          recovering.value = otherDamage.kind;
                        },
                      }
                    }
                  />
                ) : state.name === 'locked' ? (
                  <LockView
                    state={state}
                    onKind={(kind) => {
                      practiceChosen.value = kind === 'practice';
                    }}
                    onSetUp={(kind) => {
                      settingUp.value = [kind];
                    }}
                    onRecover={(kind) => {
                      recovering.value = kind;
                    }}
                  />
                ) : state.name === 'unavailable' ? (
                  <UnavailableView message={state.message} />
                ) : isFree && isBackupAsked.value ? (
                  <BackupPage
                    onLater={() => {
                      isBackupAsked.value = false;
                    }}
                  />
                ) : isWorking ? (
                  <Screen />
                ) : (
                  <Checking />
                )}
              </div>
              {!isWorking && !isEmergencyOpen.value && <Emergency />}
            </main>
            {(isFree || isFirstRun) && <StandingLine />}
            <footer class="cp-shell__foot">
              <MarkingBanner isPractice={isPractice} />
            </footer>
          </div>
        </div>
      )}
    </>
  );
}
