import { homeConditions } from '@grid-relief/shared-types/quarantine/home-conditions.schema';
import { homeVerdict } from './home-conditions.rules';

const allYes = Object.fromEntries(homeConditions.map((condition) => [condition, true]));

test('a home with everything is a place for quarantine', () => {
  expect(homeVerdict(allYes)).toEqual({ placement: 'HOME', missing: [] });
});

test.each(homeConditions)('without %s, or without knowing it, it is a site', (condition) => {
  const { [condition]: _unknown, ...unknown } = allYes;
  for (const answers of [{ ...allYes, [condition]: false }, unknown]) {
    expect(homeVerdict(answers)).toEqual({ placement: 'CENTRAL', missing: [condition] });
  }
});
