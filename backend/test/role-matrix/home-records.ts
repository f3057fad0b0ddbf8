import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord } from '../../src/lifecycle';
import type { TestApp } from '../../src/testing/test-app';
import type { Json } from '../bad-input/sample-input';
import type { Cast } from './cast';

export type HomeKind = 'HOUSEHOLD_EVENT' | 'WELFARE_TASK';

type Own = Omit<Parameters<typeof beginRecord>[0], 'scope'>;

/** A home with a case, whose code nobody has asked for: nobody of the cast lives there. */
export const [homeOfMatrix, caseOfMatrix] = [
  '141122-0000000000000000000000h0me',
  '141122-0000000000000000000000case',
] as const;
/** What is done about something that is open; everything else is done where nothing is. */
const aboutSomething: readonly string[] = ['askCode', 'keepAsIs'];

/** Something has happened in a home, or somebody was left behind by it. @param variant the action it is made ready for */
export function aHomeRecord(app: TestApp, cast: Cast, own: Own, variant: string) {
  const now = app.clock.now();
  const seal = (what: unknown, use: string) => cast.cipher?.seal(JSON.stringify(what), `${own._id}/${use}`) ?? '';
  const scope = scopeOf(own.area as never); // a grid of the test county
  const times = { createdAt: now, dueAt: new Date(now.getTime() + 3_600_000) };
  if (own.kind === 'HOUSEHOLD_EVENT') {
    const household = aboutSomething.includes(variant) ? homeOfMatrix : app.anId();
    const begun = beginRecord(
      { ...own, scope, household, variant: variant === 'FIRE' ? variant : 'POSITIVE' },
      [],
      now,
    );
    const detail = { code: 'A12B', openedBy: app.anId(), behind: [], told: 0, waiting: [], kept: [] };
    return { ...begun, ...times, detail };
  }
  const begun = beginRecord({ ...own, scope, household: app.anId(), variant: 'CHILD' }, [], now);
  const guardian = { name: '韩大姑', relation: 'FAMILY', isAdult: true };
  const detail = {
    ...{ code: 'A12B', people: seal([{ kind: 'CHILD', age: 6, name: '韩小宝' }], 'people') },
    ...(own.state === 'OPEN' ? {} : { guardian: seal(guardian, 'guardian') }),
  };
  return { ...begun, ...times, about: app.anId(), detail };
}

/** Ages, and what is open in the home of the case. */
export function homeBody(kind: string, action: string): Json {
  if (kind !== 'HOUSEHOLD_EVENT') return {};
  const bodies: Readonly<Record<string, Json>> = {
    openWelfare: { leftBehind: [{ kind: 'CHILD', age: 6 }] },
    askCode: { episode: caseOfMatrix },
    keepAsIs: { what: 'CODE_NOT_ASKED', record: caseOfMatrix },
  };
  return bodies[action] ?? {};
}
