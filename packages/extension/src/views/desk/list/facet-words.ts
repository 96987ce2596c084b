/** Words of the filters that several lists have. */
import {
  type CodeLists,
  codeLabel,
  DUE_ACTS,
  DUE_SPANS,
  HANDLING_STATES,
  type ListKnown,
  NOT_KNOWN,
  type RecordId,
} from '@cyber-prevent/core';
import type { ListFacet } from '../../../components/list/list-column.js';
import { t } from '../../../locales/late.js';

/** A filter by a code list. */
export function codeFacet(key: string, label: string, list: string, lists: CodeLists): ListFacet {
  return {
    key,
    label,
    words: (code) => (code === NOT_KNOWN ? t('common.not-recorded') : codeLabel(lists, list, code)),
  };
}

/** A filter by force or local authority; somebody outside England and Wales is found under the place. */
export function areaFacet(key: string, label: string, list: string, lists: CodeLists): ListFacet {
  const outside = new Set(lists.get('outside-area')?.codes.map(({ code }) => code));
  const ofList = codeFacet(key, label, list, lists);
  return {
    ...ofList,
    words: (code) =>
      outside.has(code) ? codeLabel(lists, 'outside-area', code) : ofList.words(code),
  };
}

/** A filter by states with words of their own. */
export function stateFacet<State extends string>(
  key: string,
  label: string,
  states: readonly State[],
  words: (state: State) => string,
): ListFacet {
  return {
    key,
    label,
    words(code) {
      const state = states.find((each) => each === code);
      if (state !== undefined) return words(state);
      return code === NOT_KNOWN ? t('common.not-recorded') : code;
    },
  };
}

/** Filter of due acts, by when. */
export function dueFacet(): ListFacet {
  return stateFacet('due', t('list.due'), DUE_SPANS, (span) => t(`list.due.${span}`));
}

/** Filter of due acts, by kind of work. */
export function workFacet(): ListFacet {
  return {
    key: 'next',
    label: t('list.work'),
    words: (code) => {
      if (Object.hasOwn(DUE_ACTS, code)) return DUE_ACTS[code as keyof typeof DUE_ACTS];
      return code === NOT_KNOWN ? t('list.due.nothing') : code;
    },
  };
}

/** Filter of what was given on conditions. */
export function handlingFacet(): ListFacet {
  return stateFacet('handling', t('list.handling'), HANDLING_STATES, (state) =>
    t(`list.handling.${state}`),
  );
}

/** Filter of the organisations that the words of a row are joined to. */
export function organisationFacet({
  organisationNow = () => undefined,
}: Pick<ListKnown, 'organisationNow'>): ListFacet {
  return {
    key: 'organisation',
    label: t('organisation.column'),
    words: (code) =>
      organisationNow(code as RecordId)?.words ??
      (code === NOT_KNOWN ? t('common.not-recorded') : t('organisation.gone')),
  };
}
