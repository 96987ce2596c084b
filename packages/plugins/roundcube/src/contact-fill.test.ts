import { testFill } from '@cyber-prevent/core/testing';
import { contactEdit } from './contact-edit.js';

testFill(contactEdit, import.meta.url, { forms: '../fixtures/fill/contact-*.html' });
