/** The reading of files, assembled for this page of ours at its first use. */
import { fileClient } from '../sandbox/file/file-client.js';
import type { FileService } from '../sandbox/file/file-service.js';

export const lateFiles = (): FileService => fileClient(chrome.runtime.getURL('parse.html'));
