/** The acts on a person as the menu offers them: in groups, the impossible ones with what to do first. */
import { closedBy, foldText, hasWords, wordsOf } from '@cyber-prevent/core';
import type { App } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { personActs } from '../acts.js';
import { ACT_GROUPS, type ActGroup, groupOfAct } from './act-group.js';
import type { OfferedAct } from './offered-act.js';
import { type WhyNot, whyNot } from './why-not.js';

export interface MenuAct {
  readonly id: string;
  readonly words: string;
  readonly to: OfferedAct['to'];
  /** Absent for an act that can be done now. */
  readonly whyNot?: WhyNot;
  /** Done in a window of its own. */
  readonly isApart?: true;
}

export interface ActsOfGroup {
  readonly group: ActGroup;
  readonly acts: readonly MenuAct[];
}

/** Every act on the person; a group without any is left out. An act of no group is with those on the record. */
export function groupedActs(
  app: Pick<App, 'screens' | 'openInNewWindow'>,
  page: SubjectPage,
  due: Parameters<typeof whyNot>[2] = [],
): readonly ActsOfGroup[] {
  const acts = personActs(app).map((act) => ({
    group: groupOfAct(act.id) ?? 'record',
    act: menuAct(act, page, due),
  }));
  // With a second window next to this one, two people or two sections are compared.
  const apart = app.openInNewWindow ? [{ group: 'record' as const, act: openApart() }] : [];
  return ACT_GROUPS.map((group) => ({
    group,
    acts: [...acts, ...apart].flatMap((each) => (each.group === group ? [each.act] : [])),
  })).filter(({ acts: own }) => own.length > 0);
}

function openApart(): MenuAct {
  return {
    id: 'apart',
    words: t('palette.act.apart'),
    to: (subject) => ({ name: 'subject', subject }),
    isApart: true,
  };
}

function menuAct(act: OfferedAct, page: SubjectPage, due: Parameters<typeof whyNot>[2]): MenuAct {
  const why = whyNot(act.id, page, due);
  const isReopening = act.id === 'close-case' && closedBy(page.all('decision')) !== undefined;
  return {
    id: act.id,
    words: isReopening ? t('ending.reopen.go') : t(act.label),
    to: act.to,
    ...(why ? { whyNot: why } : {}),
  };
}

/** Keeps the acts whose words, or the reason against them, begin with what was typed. */
export function actsMatching(
  groups: readonly ActsOfGroup[],
  typed: string,
): readonly ActsOfGroup[] {
  const wanted = wordsOf(typed);
  return groups
    .map(({ group, acts }) => ({
      group,
      acts: acts.filter(({ words }) => hasWords(foldText(words), wanted)),
    }))
    .filter(({ acts }) => acts.length > 0);
}
