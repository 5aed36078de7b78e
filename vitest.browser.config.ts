import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,apps,content,scripts,test}/**/*.browser.test.ts'],
    globalSetup: './test/browser/global-setup.ts',
    passWithNoTests: true,
    // One Chromium and one server at a time: pages are timed by the user's patience, not by a busy machine.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
