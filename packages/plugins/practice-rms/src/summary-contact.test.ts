import { testFill } from '@cyber-prevent/core/testing';
import { summaryContact } from './summary-contact.js';

testFill(summaryContact, import.meta.url, {
  forms: '../fixtures/contact/summary-form*.html',
  references: '../fixtures/contact/summary-kept*.html',
});
