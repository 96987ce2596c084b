/**
 * The answers of a referral form before it is sent. *Your details* are about the person who fills it in, the referrer:
 * without this adapter they could be anyone's.
 */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const checkAnswers = defineAdapter({
  id: 'govuk-patterns/check-answers',
  title: 'Check-answers page of GOV.UK components',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    anchors: [
      { selector: '.govuk-main-wrapper' },
      { selector: '.govuk-main-wrapper .govuk-summary-list' },
      { selector: '.govuk-main-wrapper .govuk-summary-list__actions' },
      { selector: '.govuk-main-wrapper form .govuk-button' },
    ],
    threshold: 1,
  },
  screens: [
    {
      fields: {
        'referrer.name': [
          { label: 'Your name' },
          { label: 'Name', owner: 'Your details' },
          { label: 'Full name', owner: 'Your details' },
        ],
        'referrer.organisation': [
          { label: 'Your organisation' },
          { label: 'Organisation', owner: 'Your details' },
        ],
        'referrer.role': [
          { label: 'Your job title' },
          { label: 'Job title', owner: 'Your details' },
          { label: 'Job title or role', owner: 'Your details' },
        ],
        'referrer.phone': [
          { label: 'Your telephone number' },
          { label: 'Telephone number', owner: 'Your details' },
          { label: 'UK telephone number', owner: 'Your details' },
        ],
        'referrer.email': [
          { label: 'Your email address' },
          { label: 'Email address', owner: 'Your details' },
        ],
      },
    },
  ],
  fixtures: ['check-answers-1'],
});
