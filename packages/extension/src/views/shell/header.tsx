import { useApp } from '../../app/app.js';
import type { Route, RouteName } from '../../app/router.js';
import type { Views } from '../../app/views.js';
import { KeyHint } from '../../components/key-hint.js';
import { SectionNav } from '../../components/section-nav.js';
import { t } from '../../locales/translate.js';

export interface HeaderProps {
  isWorking: boolean;
  views: Views;
  concernKey: string;
  onConcern: () => void;
  onHelp: () => void;
  isHelpOpen: boolean;
}

/** Screens that the navigation goes to, by surface: the panel stands beside a page, the workspace has room. */
const SCREENS = {
  panel: ['review', 'subjects', 'intervention', 'note'],
  workspace: [
    'subjects',
    'review',
    'intervention',
    'note',
    'saved-page',
    'audit',
    'backup',
    'exchange',
    'settings',
  ],
} as const;
type NavName = (typeof SCREENS)['workspace'][number];

/** The entry that a screen belongs to, where it has none of its own. */
const UNDER: { readonly [N in RouteName]?: NavName } = { subject: 'subjects', summary: 'subjects' };

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
                aria-expanded={props.isHelpOpen}
                onClick={props.onHelp}
              >
                {t('shell.keys')}
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
      {props.isWorking && <Navigation views={props.views} />}
    </>
  );
}

function Navigation({ views }: { views: Views }) {
  const { router, surface } = useApp();
  const items: readonly NavName[] = SCREENS[surface];
  const { name } = router.route.value;
  const current = UNDER[name] ?? items.find((item) => item === name);
  return (
    <div class="cp-shell__width cp-shell__nav">
      <SectionNav
        label={t('shell.nav')}
        items={items
          .filter((item) => views[item] !== undefined)
          .map((id) => ({ id, label: t(`shell.nav.${id}`) }))}
        current={current}
        onGo={(id) => {
          const route: Route = { name: id };
          router.go(route);
        }}
      />
    </div>
  );
}
