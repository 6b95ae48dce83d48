import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** All of shared but testing. */
const PURE_FOLDERS = 'kernel,language,measures,domain,figures,ooxml,contract,application,records,i18n,client';
const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.{ts,tsx}', 'shared/src/testing/**/*.ts'];

/** What pure code may not reach for: it arrives as an argument, so that a run can be repeated. */
const IMPURE_GLOBALS = [
  ...['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'crypto'],
  ...['process', 'Buffer', 'global', 'globalThis', 'fetch', 'console'],
  ...['window', 'document', 'navigator', 'localStorage', 'sessionStorage'],
].map((name) => ({ name, message: 'Shared code is pure: take it as an argument.' }));

const ENUM = { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' };
/** One with a type takes its parameters from it, which a declaration cannot. */
const EXPORTED_ARROW = {
  selector:
    'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator[init.type="ArrowFunctionExpression"]:not([id.typeAnnotation])',
  message: 'Exported functions are declarations.',
};
const ENVIRONMENT = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'bot/src/config.ts is the only reader of the environment.',
};
const LEFT_OUT = [
  'MemberExpression[property.name=/^(skip|only|todo|failing)$/][object.name=/^(describe|it|test)$/]',
  'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
].map((selector) => ({ selector, message: 'A test runs, or it goes.' }));
/** Where a place on the screen is meant, as in a picture, it is set on the element, not in a style. */
const SIDES = [
  'Property[key.name=/^(?:margin|padding|border|borderTop|borderBottom|scrollMargin|scrollPadding)(?:Left|Right)/]',
  'CallExpression[callee.name=/^make(?:Reset)?Styles$/] Property[key.name=/^(?:left|right)$/][value.type!="ObjectExpression"]',
  'Property[key.name="textAlign"] > Literal[value=/^(?:left|right)$/]',
  'Property[key.name="float"] > Literal',
].map((selector) => ({ selector, message: 'Say start and end: not every language begins on the left.' }));

export default defineConfig(
  globalIgnores(['**/dist/', '.cache/', '.data/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      // One program for all that runs on Node and one for each kind of screen: six would each read shared again.
      parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      // The compiler knows every name.
      'no-undef': 'off',
      'no-restricted-syntax': ['error', ENUM, EXPORTED_ARROW],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // `any` is banned, so what is allowed here is `unknown`.
      '@typescript-eslint/strict-boolean-expressions': ['error', { allowAny: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // The compiler demands brackets for index signatures (noPropertyAccessFromIndexSignature).
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  ...['teams-app', 'office-addin'].map((folder) => ({
    files: [`${folder}/**/*.{ts,tsx}`],
    languageOptions: { parserOptions: { project: `${folder}/tsconfig.json` } },
  })),
  { files: ['*.{mjs,cjs}', '.*.{mjs,cjs}'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: [`shared/src/{${PURE_FOLDERS}}/**/*.ts`],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take a Random as an argument.' },
      ],
    },
  },
  {
    // A cast is a claim nobody checks. The kernel makes branded ids; everything else parses or narrows.
    files: [`shared/src/{${PURE_FOLDERS}}/**/*.ts`],
    ignores: ['shared/src/kernel/**', ...TESTS],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  {
    files: ['bot/**/*.ts'],
    ignores: ['bot/src/config.ts'],
    rules: {
      'no-restricted-syntax': ['error', ENUM, EXPORTED_ARROW, ENVIRONMENT],
      'no-restricted-imports': [
        'error',
        ...['process', 'node:process'].map((name) => ({ name, message: ENVIRONMENT.message })),
      ],
    },
  },
  {
    files: ['{teams-app,office-addin}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.strict],
    rules: { 'no-restricted-syntax': ['error', ENUM, EXPORTED_ARROW, ...SIDES] },
  },
  {
    files: ['infra/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: TESTS,
    rules: {
      'no-restricted-syntax': ['error', ENUM, EXPORTED_ARROW, ...LEFT_OUT],
      'max-lines': 'off',
      // `expect(port.read)` looks at a method without calling it.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
