/** The mark of danger below a name: the same in every list, so that a person is not taken for another of that name. */
import { type CodeLists, type DiaryEntry, mayBeInDanger } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { t } from '../../locales/late.js';
import { RiskMark } from './risk-words.js';

/** Why the row comes before what is only due by its day; undefined if it does not. */
export function urgencyWords(due: DiaryEntry | undefined, lists: CodeLists): ComponentChildren {
  if (due?.inDanger) return <RiskMark riskNow={due.riskNow} lists={lists} />;
  return due?.isUrgent && <strong class="cp-when--over">{t(urgencyKey(due))}</strong>;
}

/** Of a lesser risk the words are what is late, so that nobody is taken to be in danger. */
function urgencyKey({ act, riskNow }: DiaryEntry) {
  if (mayBeInDanger(riskNow)) return 'list.urgent';
  return act === 'tell-of-concern' ? 'list.urgent.untold' : 'list.urgent.not-acknowledged';
}
