import { testExporter, testImporter } from '@cyber-prevent/core/testing';
import {
  exporterOf,
  singleOnlineHomeExporter,
  singleOnlineHomeImporter,
  WRITABLE_PATHS,
} from './index.js';
import { samples } from './samples.js';

testImporter(singleOnlineHomeImporter, { samples });
testExporter(singleOnlineHomeExporter);
testExporter(exporterOf(WRITABLE_PATHS), {
  importer: singleOnlineHomeImporter,
  // The model has room for one alias only, and for no word of a name beyond 35 characters.
  only: WRITABLE_PATHS.filter((path) => !['subject.aliases[]', 'subject.name'].includes(path)),
});
