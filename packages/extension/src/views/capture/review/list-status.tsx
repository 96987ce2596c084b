import type { CodeLists } from '@cyber-prevent/core';
import { Details } from '../../../components/details.js';
import { t } from '../../../locales/late.js';
import { StandingList } from '../../case/standing-list.js';
import { rowOfList } from '../../case/standing-words.js';

/** Standing of a form's code lists, where a choice depends on it. */
export function ListStatus({ lists, ids }: { lists: CodeLists; ids: readonly string[] }) {
  return (
    <Details summary={t('note.lists')}>
      <StandingList rows={ids.flatMap((id) => lists.get(id) ?? []).map(rowOfList)} />
    </Details>
  );
}
