import { defineConfig } from "vitest/config";

/** Real Chromium. `test/browser` drives the pages against a scripted peer, `e2e` the whole product. */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts", "e2e/**/*.test.ts"],
    environment: "node",
    testTimeout: 120_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
