const { default: Sequencer } = require('@jest/test-sequencer');

const isWholeSystem = ({ path }) => /[\\/]backend[\\/]test[\\/]/.test(path);

/**
 * Begins with the tests of the whole system, which take minutes each, so that at the end no worker waits for the one that
 * has such a test left; jest knows how long a test takes only after it has run here once.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isWholeSystem), ...sorted.filter((test) => !isWholeSystem(test))];
  }
};
