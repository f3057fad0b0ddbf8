import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord } from '../../src/lifecycle';
import { testGrid } from '../../src/testing/builders';
import type { TestApp } from '../../src/testing/test-app';
import type { Json } from '../bad-input/sample-input';
import type { Cast } from './cast';

type Own = Omit<Parameters<typeof beginRecord>[0], 'scope'>;

const hour = 3_600_000;
const contactId = '141122-00000000000000000000000c0t';

/** A case with one contact of whom everything is known, who is not confirmed yet. */
export function anInvestigation(app: TestApp, cast: Cast, own: Own, action: string) {
  const now = app.clock.now();
  const seal = (what: unknown, use: string) => cast.cipher?.seal(JSON.stringify(what), `${own._id}/${use}`) ?? '';
  const lastExposureAt = new Date(now.getTime() - hour).toISOString();
  const contact = { name: '李接触', class: 'CLOSE_CONTACT', relation: 'MEAL', lastExposureAt, area: testGrid };
  const kept = { id: contactId, listedAt: now, class: 'CLOSE_CONTACT', sent: 0 };
  const detail = {
    ...{ code: 'A12B', because: 'OPENED_BY_HAND', by: app.anId(), draftHash: 'x', lateTold: [] },
    who: seal({ name: '韩病例', phone: '10000001234' }, 'case'),
    contacts: [{ ...kept, sealed: seal(contact, `contact/${contactId}`) }],
    // whoever was reported is not reported again
    ...(action === 'recordReport' ? {} : { reportedAt: now }),
  };
  return { ...beginRecord({ ...own, scope: scopeOf(own.area as never) }, [], now), createdAt: now, detail };
}

/** A notice that somebody refuses; nobody has been there yet. */
export function aRefusal(app: TestApp, cast: Cast, own: Own, variant: string) {
  const now = app.clock.now();
  const who = { name: '王不签', phone: '10000001234', place: '3 号楼 2 单元 501' };
  const sealedWho = cast.cipher?.seal(JSON.stringify(who), `${own._id}/who`) ?? '';
  const detail = { code: 'A12B', sealedWho, by: app.anId(), draftHash: 'x', visits: {} };
  return {
    ...beginRecord(
      { ...own, variant: variant === 'DOOR' ? variant : 'NOTICE', scope: scopeOf(own.area as never) },
      [],
      now,
    ),
    ...{ createdAt: now, dueAt: new Date(now.getTime() + hour), detail },
  };
}

/** Places and people that exist, and times that have been. */
export function caseBody(app: TestApp, kind: string, action: string): Json {
  if (kind !== 'INVESTIGATION' && kind !== 'REFUSAL') return {};
  const from = new Date(app.clock.now().getTime() - hour).toISOString();
  const path = [{ place: '样例超市', from }];
  const bodies: Readonly<Record<string, Json>> = {
    ...{ interview: { path }, correctPath: { path } },
    serve: { witnesses: ['刘见证', '陈见证'] },
    ...{ confirmContact: { contactId }, dropContact: { contactId } },
  };
  return bodies[action] ?? {};
}
