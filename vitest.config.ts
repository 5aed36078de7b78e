import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,apps,content,scripts,test}/**/*.test.{ts,tsx}'],
    // Browser tests need Chromium and a built web app: `npm run test:browser` runs them.
    exclude: [...configDefaults.exclude, '**/*.browser.test.ts'],
    // One PostgreSQL server for all tests that need one.
    globalSetup: './test/postgres-on-demand.ts',
    passWithNoTests: true,
    // The embedded database takes seconds to start on a loaded machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
