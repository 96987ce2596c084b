/** Adapters for pages made of GOV.UK and MoJ components: a case, and a page of answers to check before sending. */
import { definePlugin } from '@cyber-prevent/core/plugin';
import manifest from '../package.json' with { type: 'json' };
import { casePage } from './case-page.js';
import { checkAnswers } from './check-answers.js';

export { casePage, checkAnswers };

export const govukPatterns = definePlugin({
  name: '@cyber-prevent/plugin-govuk-patterns',
  version: manifest.version,
  adapters: [casePage, checkAnswers],
});
