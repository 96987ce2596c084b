/**
 * A case: a caption with its reference above the name, then summary lists, in cards or tabs. Labels and owners are left
 * to the generic reading, which knows summary lists; only the adapter knows that the caption is the reference.
 */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const casePage = defineAdapter({
  id: 'govuk-patterns/case',
  title: 'Case page of GOV.UK or MoJ components',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    anchors: [
      { selector: '.govuk-main-wrapper' },
      { selector: '.govuk-main-wrapper .govuk-summary-list' },
      { selector: '.govuk-main-wrapper span[class^="govuk-caption-"]' },
    ],
    threshold: 1,
  },
  screens: [
    {
      fields: {
        'referral.reference': [
          { selector: '.govuk-main-wrapper span[class^="govuk-caption-"]', only: 'code' },
          { selector: '.moj-identity-bar__title', only: 'code' },
        ],
      },
    },
  ],
  fixtures: ['case-1', 'case-2'],
});
