/** Three projects, one command; each package says how its own files are read. */
module.exports = {
  projects: ['<rootDir>/shared-types', '<rootDir>/backend', '<rootDir>/miniapp', '<rootDir>/scripts'],
  maxWorkers: 2,
  // every test of the backend talks to a real database, on machines that may do much else
  testTimeout: 30_000,
};
