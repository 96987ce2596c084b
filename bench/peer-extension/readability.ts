/** Readability on a copy of the page, as its readme advises, with the result converted to Markdown by Turndown. */
import { Readability } from '@mozilla/readability';
import TurndownService from 'turndown';
import { answerOf } from './answer.ts';

export const answer = answerOf(() => {
  const article = new Readability(document.cloneNode(true) as Document).parse();
  return article?.content ? new TurndownService().turndown(article.content) : '';
});
