import { testFill } from '@cyber-prevent/core/testing';
import { legacyContact } from './legacy-contact.js';

testFill(legacyContact, import.meta.url, {
  forms: '../fixtures/contact/legacy-form*.html',
  references: '../fixtures/contact/legacy-kept*.html',
});
