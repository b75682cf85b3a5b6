import tseslint from "typescript-eslint";

/** Imports point down: pages → canvas, panels → run → api. */
const layers = {
  api: ["run", "panels", "canvas", "pages"],
  run: ["panels", "canvas", "pages"],
  panels: ["canvas", "pages"],
  canvas: ["panels", "pages"],
};

const htmlStrings = [
  {
    selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]",
    message: "Data never becomes HTML: build elements.",
  },
  {
    selector: "JSXAttribute[name.name=/^(dangerouslySetInnerHTML|srcDoc)$/]",
    message: "Data never becomes HTML: build elements.",
  },
  {
    selector: "CallExpression[callee.name='domify']",
    message: "Data never becomes HTML: build elements.",
  },
  {
    selector:
      "CallExpression[callee.object.name='document'][callee.property.name=/^(write|writeln)$/]",
    message: "Data never becomes HTML: build elements.",
  },
  {
    selector: "CallExpression[callee.property.name='createContextualFragment']",
    message: "Data never becomes HTML: build elements.",
  },
];

const network = ["fetch", "EventSource", "XMLHttpRequest", "WebSocket"].map((name) => ({
  name,
  message: "Talk to the engine in src/api.",
}));

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "public/", "scripts/*.mjs"] },
  ...tseslint.configs.recommendedTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 250, skipBlankLines: false, skipComments: false }],
      "no-console": "error",
      "no-restricted-syntax": ["error", ...htmlStrings],
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: true }],
    },
  },
  { files: ["src/**"], rules: { "no-restricted-globals": ["error", ...network] } },
  { files: ["src/api/**"], rules: { "no-restricted-globals": "off" } },
  ...Object.entries(layers).map(([layer, above]) => ({
    files: [`src/${layer}/**`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: above.map((name) => ({
            group: [`**/${name}/**`],
            message: `Imports point down: ${layer} does not know ${name}.`,
          })),
        },
      ],
    },
  })),
  { files: ["scripts/**", "*.config.*"], rules: { "no-console": "off" } },
  { files: ["*.js"], ...tseslint.configs.disableTypeChecked },
);
