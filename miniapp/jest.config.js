/** What the user sees and taps, in a browser's document; the native parts are those of the browser build. */
/** @type {import('jest').Config} */
module.exports = {
  displayName: 'miniapp',
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/src/**/*.test.tsx'],
  setupFiles: ['<rootDir>/jest.globals.js'],
  setupFilesAfterEnv: ['@testing-library/jest-dom', '<rootDir>/jest.patience.js'],
  transform: {
    '\\.(ts|tsx|js|mjs|jsx)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          // the compiler that Taro brings knows no later year
          target: 'es2021',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/jest.empty.js',
    '^@/platform/host$': '<rootDir>/src/platform/host/h5.tsx',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@tarojs/components$': '<rootDir>/src/platform/host/h5.tsx',
    '^@tarojs/taro$': '@tarojs/taro-h5',
  },
};
