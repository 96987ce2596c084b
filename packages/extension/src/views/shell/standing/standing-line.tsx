/**
 * The foot of a screen: one line that says if the lists and rules on it are official, and opened, each with its source
 * and day.
 */
import type { CodeList } from '@cyber-prevent/core';
import { effect, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { Router } from '../../../app/router.js';
import { Details } from '../../../components/details.js';
import { t } from '../../../locales/late.js';
import type { GivenByPacks, NamedDefinition, RecalledRow } from '../../../ports/packs.js';
import { StandingList } from '../../case/standing-list.js';
import { rowOfList, type StandingRow, summaryWords } from '../../case/standing-words.js';
import { hasRules, isUsedOn, listsOn } from './places-of-use.js';

export function StandingLine() {
  const { services, router, session } = useApp();
  const route = router.route.value;
  const { asked } = services.lists;
  const ids = useSignal<readonly string[]>([...asked]);
  const given = useSignal<GivenByPacks | undefined>(undefined);
  useEffect(() => {
    const note = (): void => {
      if (asked.size !== ids.value.length) ids.value = [...asked];
    };
    // Views look lists up while they are rendered, and again whenever something in them changes.
    const seen = new MutationObserver(note);
    const main = document.querySelector('main');
    if (main) seen.observe(main, { childList: true, subtree: true, characterData: true });
    let shown: string | undefined;
    // Runs before the next screen is rendered. One that is only requested again keeps what it has looked up.
    const stop = effect(() => {
      const here = `${session.settingUp.value === undefined} ${screenKey(router)}`;
      const isAnother = shown !== undefined && here !== shown;
      shown = here;
      if (!isAnother) return;
      asked.clear();
      ids.value = [];
    });
    note();
    return () => {
      seen.disconnect();
      stop();
    };
  }, [asked, ids, router, session]);
  useEffect(() => {
    services.policy().then(
      (policy) => {
        given.value = policy.given;
      },
      () => undefined,
    );
  }, [services, given, route]);

  // While a vault is set up there is no screen yet, and nothing in force but the lists that ship.
  const isOpen = session.vault.value.name === 'open' && session.settingUp.value === undefined;
  const used = new Set([...ids.value, ...(isOpen ? listsOn(route) : [])]);
  const lists = [...used].flatMap((id) => services.lists.get(id) ?? []);
  const ofPacks = rowsUsed(given.value?.named ?? [], given.value?.recalled ?? [], (each) =>
    isUsedOn(route, each),
  );
  const hasOthers = isOpen && hasRules(route);
  if (lists.length === 0 && !hasOthers) return null;
  const rows = [...lists.map(rowOfList), ...ofPacks];
  return (
    <aside class="cp-shell__width cp-standing cp-no-print" aria-label={t('standing.label')}>
      <Details key={screenKey(router)} summary={summaryWords(rows, hasOthers)} late>
        {hasOthers ? <WithRules lists={lists} /> : <StandingList rows={rowsOf(lists)} />}
      </Details>
    </aside>
  );
}

/** Names one visit to one screen. */
function screenKey({ route, visit }: Router): string {
  return `${visit()} ${JSON.stringify(route.value)}`;
}

/** The lists with the rules of the screen, which the keeper names. */
function WithRules({ lists }: { lists: readonly CodeList[] }) {
  const { services, router } = useApp();
  const route = router.route.value;
  const rules = useSignal<readonly StandingRow[] | undefined>(undefined);
  const isLost = useSignal(false);
  useEffect(() => {
    services.ask('packs-held', []).then(
      ({ inForce, recalled }) => {
        rules.value = rowsUsed(inForce, recalled, (each) => isUsedOn(route, each));
      },
      () => {
        isLost.value = true;
      },
    );
  }, [services, route, rules, isLost]);
  return (
    <>
      {isLost.value && <p class="govuk-body-s">{t('standing.failed')}</p>}
      {!isLost.value && rules.value === undefined && (
        <p class="govuk-body-s" role="status">
          {t('standing.loading')}
        </p>
      )}
      <StandingList rows={[...(rules.value ?? []), ...rowsOf(lists)]} />
    </>
  );
}

function rowsOf(lists: readonly CodeList[]): readonly StandingRow[] {
  return lists
    .map(rowOfList)
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'));
}

/** A definition that was recalled and replaced by none is there too: records made with it keep its words. */
function rowsUsed(
  inForce: readonly NamedDefinition[],
  recalled: readonly RecalledRow[],
  isUsed: (each: NamedDefinition) => boolean,
): readonly StandingRow[] {
  const gone = recalled.filter(isUsed);
  const used = inForce.filter(isUsed);
  const isSame = (one: NamedDefinition, other: NamedDefinition): boolean =>
    one.kind === other.kind && one.id === other.id;
  const alone = gone.filter(
    (each, nth) =>
      !used.some((other) => isSame(each, other)) &&
      gone.findIndex((other) => isSame(each, other)) === nth,
  );
  return [...used, ...alone].map((each): StandingRow => {
    const { kind, id, pack, issuer } = each;
    const recalls = gone
      .filter((other) => isSame(each, other))
      .map(({ version, recalledOn, reason, issuer: by }) => ({
        version,
        recalledOn,
        reason,
        ...(by ? { issuer: by.name } : {}),
      }));
    return {
      key: `${kind}/${id} ${pack?.id ?? ''} ${issuer?.name ?? ''}`,
      title: each.title,
      standing: each.standing,
      source: each.source,
      checkedOn: each.checkedOn,
      ...(issuer ? { issuer: issuer.name } : {}),
      ...(recalls.length > 0 ? { recalls } : {}),
    };
  });
}
