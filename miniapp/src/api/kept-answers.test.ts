import { myNotices } from '@grid-relief/shared-types/notices/notice.contract';
import { keepAnswer, keptAnswer } from './kept-answers';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const key = ['myNotices', {}, {}];
const answer = { items: [], unread: 0 };
const hour = 3_600_000;

afterEach(() => jest.restoreAllMocks());

function later(hours: number): void {
  const then = Date.now() + hours * hour;
  jest.spyOn(Date, 'now').mockReturnValue(then);
}

test('young enough, it is there without asking; once too old it is gone from the device, also for a later look', () => {
  keepAnswer(key, answer);
  later(11);
  expect(keptAnswer(myNotices, key, 12)?.value).toEqual(answer);
  later(2);
  expect(keptAnswer(myNotices, key, 12)).toBeUndefined();
  jest.restoreAllMocks();
  expect(keptAnswer(myNotices, key, 48)).toBeUndefined();
  expect(JSON.stringify({ ...localStorage })).not.toContain('unread');
});
