import { type FilePurpose, FilePurpose as Purpose } from '@grid-relief/shared-types/files/file.contract';
import { firstCheck, keeping, keepingPolicy } from './keeping.rules';

const dayMs = 24 * 60 * 60_000;
const storedAt = new Date('2022-04-18T02:00:00Z');
const after = (days: number) => new Date(storedAt.getTime() + days * dayMs);
const file = (purpose: FilePurpose = 'DROP_PROOF') => ({ purpose, storedAt });

test.each(Purpose.options)('%s is kept for its days after the end, and no longer', (purpose) => {
  const days = keepingPolicy.days[purpose];
  expect(keeping(file(purpose), [{ endedAt: after(1) }], after(2))).toEqual({ keep: true, checkAt: after(1 + days) });
  expect(keeping(file(purpose), [{ endedAt: after(1) }], after(1 + days))).toEqual({ keep: false });
});

test('when one of several tasks is still open, it is asked again in a day', () => {
  expect(keeping(file(), [{ endedAt: after(0) }, {}], after(200))).toEqual({ keep: true, checkAt: after(201) });
});

test('when no task shows it, it is asked again ever more rarely, and goes after a week', () => {
  expect(keeping(file(), [], firstCheck(storedAt))).toEqual({ keep: true, checkAt: after((2 * 2) / (24 * 60)) });
  expect(keeping(file(), [], after(3))).toEqual({ keep: true, checkAt: after(4) });
  expect(keeping(file(), [], after(7))).toEqual({ keep: false });
});
