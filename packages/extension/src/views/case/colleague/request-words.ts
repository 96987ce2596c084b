/** Progress of a request to a colleague, in words. */
import {
  type CodeLists,
  codeLabel,
  requestStanding,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';

export type Request = StoredRecord<'colleagueRequest'>;

/** Until the colleague has answered with their own key, it is offered or not confirmed. */
export function standingWords(request: Request, lists: CodeLists): string {
  const { answer, answeredOn, answerReason, kind } = request.value;
  const standing = requestStanding(request);
  if (standing === 'waiting' && kind === 'handover') return t('ending.asked.offered');
  if (standing !== 'answered' || !answer || !answeredOn) return t('ending.asked.not-confirmed');
  const said = {
    answer: codeLabel(lists, 'request-answer', answer, answeredOn),
    date: writtenDate(answeredOn),
  };
  return answerReason
    ? t('ending.asked.answered.why', { ...said, why: answerReason })
    : t('ending.asked.answered', said);
}

/** The request, the colleague asked, and its progress. */
export function requestLine(request: Request, lists: CodeLists): string {
  const { kind, toName, askedOn } = request.value;
  return t('second.line', {
    what: codeLabel(lists, 'request-kind', kind, askedOn),
    name: toName,
    date: writtenDate(askedOn),
    standing: standingWords(request, lists),
  });
}
