import { testFill } from '@cyber-prevent/core/testing';
import { listsContact } from './lists-contact.js';

testFill(listsContact, import.meta.url, {
  forms: '../fixtures/contact/lists-form*.html',
  references: '../fixtures/contact/lists-kept*.html',
});
