import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'page/index': 'src/page/index.ts',
    'page/html': 'src/page/html.ts',
    'capture/index': 'src/capture/index.ts',
    'capture/teach': 'src/capture/teach.ts',
    'match/index': 'src/match/index.ts',
    'desk/find/index': 'src/desk/find/index.ts',
    'fill/index': 'src/fill/index.ts',
    'report/index': 'src/report/index.ts',
    'pack/index': 'src/pack/index.ts',
    'plugin/index': 'src/plugin/index.ts',
    'testing/index': 'src/testing/index.ts',
  },
  format: 'esm',
  target: 'es2023',
  dts: true,
  clean: true,
  splitting: true,
  treeshake: true,
  external: ['vitest'],
});
