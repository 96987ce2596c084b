import { testAdapter } from '@cyber-prevent/core/testing';
import { contactEdit } from './contact-edit.js';

testAdapter(contactEdit, import.meta.url, { fixtures: '../fixtures/edit-*.html' });
