import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const pages = [
  "index",
  "designer",
  "runs",
  "run",
  "overview",
  "incident",
  "compare",
  "inbox",
  "connections",
  "connectors",
  "models",
  "form",
  "task",
  "alerts",
  "sign-in",
  "not-found",
];

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The engine serves /designer from designer.html and /forms/x from form.html; the development server does the same. */
function pageAddresses(): Plugin {
  return {
    name: "page-addresses",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const [path = "/", query] = (request.url ?? "/").split("?");
        const page = path.startsWith("/forms/") ? "form" : path.slice(1);
        if (pages.includes(page)) {
          request.url = `/${page}.html${query === undefined ? "" : `?${query}`}`;
        }
        next();
      });
    },
  };
}

/**
 * The menus of bpmn.io draw with a Preact of their own; htm beside them would hand them elements of
 * ours, which they silently leave out.
 */
function onePreactForMenus(): Plugin {
  const menus = inProject("./node_modules/@bpmn-io/diagram-js-ui/lib/index.js");
  return {
    name: "one-preact-for-menus",
    enforce: "pre",
    resolveId(source, importer) {
      const byHtm = importer?.includes("/node_modules/htm/") === true;
      return source === "preact" && byHtm ? this.resolve(source, menus, { skipSelf: true }) : null;
    },
  };
}

const engine = process.env.WIREROOM_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  appType: "mpa",
  plugins: [pageAddresses(), onePreactForMenus()],
  server: { proxy: { "/api": engine, "/hooks": engine, "/site": engine } },
  build: {
    target: "es2022",
    sourcemap: false,
    chunkSizeWarningLimit: 3500,
    modulePreload: { polyfill: false },
    // why: the policy allows data: for pictures and fonts only; small scripts and icons stay files.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: Object.fromEntries(pages.map((page) => [page, inProject(`./${page}.html`)])),
    },
  },
});
